/**
 * SQL as a text: its tokens, without knowing what they mean. Start reading at {@link
 * org.quarry.database.sql.SqlLexer}.
 */
@NullMarked
package org.quarry.database.sql;

import org.jspecify.annotations.NullMarked;
