package org.quarry.ui.grid;

import java.util.function.LongUnaryOperator;

/**
 * Whom a {@link GridSource} tells of changes, on the JavaFX thread. The grid draws once a frame
 * however often it is told.
 */
public interface GridListener {
  /** Some cells, row states or row labels have changed. */
  void cellsChanged();

  /** The number of rows, or which row stands where, has changed. */
  void rowsChanged();

  /**
   * The rows were read anew; what is seen, selected and edited stays with its rows.
   *
   * @param now tells for a place of before where its row stands now
   */
  void rowsMoved(LongUnaryOperator now);

  /** The places of the rows that are selected, edited or first in view. */
  long[] standing();

  /** Columns have changed: their number, names, marks or sort. Widths stay with equal names. */
  void columnsChanged();
}
