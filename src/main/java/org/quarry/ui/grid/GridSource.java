package org.quarry.ui.grid;

import org.jspecify.annotations.Nullable;

/**
 * What a {@link DataGrid} draws. Rows and columns are counted from 0. Every method is called on the
 * JavaFX thread and must answer at once from memory: a cell that is not there yet is {@link
 * GridCell#LOADING}, and the source tells its listener when it has come.
 */
public interface GridSource {
  /** How many rows there are, as far as is known; never negative. */
  long rowCount();

  /** Whether {@link #rowCount} is the true number, not a bound or an estimate. */
  boolean rowCountExact();

  /** How many columns there are. */
  int columnCount();

  /** The heading of a column from 0 to {@link #columnCount} - 1. */
  GridColumn column(int column);

  /** The cell to draw, or {@link GridCell#LOADING}. Asked for visible cells only. */
  GridCell cell(long row, int column);

  /**
   * What hovering over a cell shows, or null for nothing; asked for again when the source says that
   * cells have changed.
   */
  default @Nullable String hint(long row, int column) {
    return cell(row, column).tooltip();
  }

  /** Whether a cell leads to somewhere else, and can be followed; see {@link GridLinks}. */
  default boolean leads(long row, int column) {
    return false;
  }

  /** How a row differs from what is stored. */
  default RowState rowState(long row) {
    return RowState.NORMAL;
  }

  /** The text in the gutter: a row number, one that may say that it is an estimate, or nothing. */
  default String rowLabel(long row) {
    return Long.toString(row + 1);
  }

  /**
   * Told before each frame which rows it will ask for.
   *
   * @param first the first visible row
   * @param count how many rows are visible, also in part; 0 when there are none
   */
  default void visible(long first, int count) {}

  /**
   * Sets whom to tell of changes, in place of the one before.
   *
   * @param listener null for no one; the grid passes null when it lets go of the source
   */
  void setListener(@Nullable GridListener listener);
}
