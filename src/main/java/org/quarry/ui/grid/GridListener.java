package org.quarry.ui.grid;

/**
 * Whom a {@link GridSource} tells of changes, on the JavaFX thread. The grid draws once a frame
 * however often it is told.
 */
public interface GridListener {
  /** Some cells, row states or row labels have changed. */
  void cellsChanged();

  /** The number of rows, or which row stands where, has changed. */
  void rowsChanged();

  /** Columns have changed: their number, names, marks or sort. Widths stay with equal names. */
  void columnsChanged();
}
