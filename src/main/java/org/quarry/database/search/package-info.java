/**
 * Finding and replacing text in all rows of a table, whatever their order and filter, staged values
 * over stored ones. Start reading at {@link org.quarry.database.search.TextSearch}.
 */
@NullMarked
package org.quarry.database.search;

import org.jspecify.annotations.NullMarked;
