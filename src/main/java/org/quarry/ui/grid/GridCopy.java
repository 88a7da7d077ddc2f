package org.quarry.ui.grid;

/** Takes Ctrl+C and Ctrl+Shift+C in a {@link DataGrid}; making the text is its own affair. */
@FunctionalInterface
public interface GridCopy {
  /**
   * Copies cells.
   *
   * @param range never empty
   * @param headers whether column names come first
   */
  void copy(CellRange range, boolean headers);
}
