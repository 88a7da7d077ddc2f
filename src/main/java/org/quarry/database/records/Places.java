package org.quarry.database.records;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.work.Monitor;

/**
 * The rows of an order by their place, while the order is built and after. One thread adds; others
 * may read what {@link #size} says is there.
 */
sealed interface Places extends AutoCloseable permits RowidPlaces, KeptPlaces {
  /** How many places can be read. */
  long size();

  /** Adds the next row as {@link RecordMapper#places} yields it. */
  void add(@Nullable Object[] row);

  /** No more are added. */
  void finish();

  /** The rows from a place on, read in a time that does not depend on it. */
  List<Row> rows(long first, int count, Monitor monitor);

  @Override
  void close();
}
