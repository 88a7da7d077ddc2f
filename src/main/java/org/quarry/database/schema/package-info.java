/**
 * What a database is made of: tables, views, columns, keys, indexes and triggers as records, read
 * by {@link org.quarry.database.schema.SchemaReader}. Start reading there.
 */
@NullMarked
package org.quarry.database.schema;

import org.jspecify.annotations.NullMarked;
