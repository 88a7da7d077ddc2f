package org.quarry.database.records;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.quarry.database.filter.Predicate;
import org.quarry.work.Monitor;

/**
 * The rows of an order by their place, while the order is built and after. One thread adds; others
 * may read what {@link #size} says is there.
 */
sealed interface Places extends AutoCloseable permits RowidPlaces, KeptPlaces {
  /** How many places can be read. */
  long size();

  /**
   * Adds all rows that pass, in an order, in one pass over the file.
   *
   * @param each told after some rows how many they were; what it throws ends the pass
   */
  void fill(RecordMapper mapper, List<Sort> sorts, Predicate filter, IntConsumer each);

  /** The rows from a place on, read in a time that does not depend on it. */
  List<Row> rows(long first, int count, Monitor monitor);

  /** Where some rows stand, those that stand here; none where that cannot be told. */
  Map<RowKey, Long> places(Collection<RowKey> keys, Monitor monitor);

  /** Lets go of the list; never throws for what is wrong with a disk. */
  @Override
  void close();
}
