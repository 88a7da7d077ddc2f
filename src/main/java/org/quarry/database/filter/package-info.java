/**
 * The language of the filter row: {@link org.quarry.database.filter.FilterParser} reads what is
 * typed into a {@link org.quarry.database.filter.Condition}, and {@link
 * org.quarry.database.filter.RowFilter} turns the conditions of a table's columns into SQL with
 * bound values. Start reading at {@link org.quarry.database.filter.Condition}.
 */
@NullMarked
package org.quarry.database.filter;

import org.jspecify.annotations.NullMarked;
