package org.quarry.database.records;

import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/** A way to find the rows at a place; see {@link TableRows}. */
sealed interface RowOrder extends AutoCloseable
    permits RowidOrder, KeyOrder, BuiltOrder, SortedOrder {
  /** Rows from a place on. */
  Page page(long first, int rows, Monitor monitor);

  /** Learns how many rows there are and where they stand. */
  void survey(Monitor monitor, Consumer<RowCount> each);

  /**
   * Where some rows stand, those that are there, as far as a survey has come and told: in a time
   * that is small beside the survey's.
   */
  Map<RowKey, Long> places(Collection<RowKey> keys, Monitor monitor);

  /**
   * The same order of the same table, changed meanwhile; what this one learnt is an estimate there.
   *
   * @param now the table as it is now
   */
  RowOrder again(Table now);

  /** Lets go of what is kept; what is asked for later is {@link org.quarry.work.Cancelled}. */
  @Override
  void close();
}
