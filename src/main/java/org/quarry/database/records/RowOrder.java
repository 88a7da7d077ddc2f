package org.quarry.database.records;

import java.util.function.Consumer;
import org.quarry.work.Monitor;

/** A way to find the rows at a place; see {@link TableRows}. */
sealed interface RowOrder extends AutoCloseable permits RowidOrder, BuiltOrder {
  /** Rows from a place on. */
  Page page(long first, int rows, Monitor monitor);

  /** Learns how many rows there are and where they stand. */
  void survey(Monitor monitor, Consumer<RowCount> each);

  /** Lets go of what is kept; what is asked for later is {@link org.quarry.work.Cancelled}. */
  @Override
  void close();
}
