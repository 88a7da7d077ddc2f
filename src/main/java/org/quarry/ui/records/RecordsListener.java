package org.quarry.ui.records;

import java.util.function.LongUnaryOperator;

/** What a {@link RecordsModel} tells of changes, on the UI thread. */
interface RecordsListener {
  /** Hears nothing. */
  RecordsListener NONE = new RecordsListener() {};

  /** Cells or states of rows have changed. */
  default void cellsChanged() {}

  /** The number of rows or their places have changed. */
  default void rowsChanged() {}

  /** The rows were read anew; tells for each place of before where its row stands now. */
  default void rowsMoved(LongUnaryOperator now) {}

  /** The columns or the sort have changed. */
  default void columnsChanged() {}

  /** The places whose rows must not go out of sight when the rows are read anew. */
  default long[] standing() {
    return new long[0];
  }
}
