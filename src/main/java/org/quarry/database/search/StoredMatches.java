package org.quarry.database.search;

import java.util.Optional;
import java.util.function.Consumer;
import org.quarry.database.records.RowKey;
import org.quarry.work.Monitor;

/** The stored rows that match, in the order in which they are shown. For several threads. */
sealed interface StoredMatches permits RowidMatches, ListedMatches {
  /** The first matching row at a number or after it. */
  Optional<Found> first(long from, Monitor monitor);

  /** The last matching row at a number or before it. */
  Optional<Found> last(long to, Monitor monitor);

  /** The number of a row by which this order counts. */
  long at(RowKey key, long place);

  /** Where a matching row stands, from 0. */
  long place(Found found, Monitor monitor);

  /** Counts them and tells what is known so far. */
  MatchCount count(Monitor monitor, Consumer<MatchCount> each);
}
