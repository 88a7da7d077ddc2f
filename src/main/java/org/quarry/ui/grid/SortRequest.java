package org.quarry.ui.grid;

/**
 * What a click on a header asks for.
 *
 * @param column the column clicked
 * @param order the order wanted
 * @param add whether the column joins those already sorted by (Shift or Ctrl was held)
 */
public record SortRequest(int column, ColumnSort order, boolean add) {}
