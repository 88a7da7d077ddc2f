package org.quarry.database.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.TableRows;
import org.quarry.work.Monitor;

/**
 * Matches of rows in any order, by their places: one pass in that order lists the first {@value
 * #MOST} of them, for which whoever asks first waits.
 */
final class ListedMatches implements StoredMatches {
  /** The most rows that are listed: some 16 MB of them. */
  static final int MOST = 1_000_000;

  /** Rows between two words on how far the pass is. */
  private static final int REPORT = 10_000;

  private final Database database;
  private final TableRows rows;
  private final Search search;
  private final Map<RowKey, BitSet> changed;
  private final int most;
  private final Object lock = new Object();
  private volatile @Nullable Listing listing;

  ListedMatches(
      Database database, TableRows rows, Search search, Map<RowKey, BitSet> changed, int most) {
    this.database = database;
    this.rows = rows;
    this.search = search;
    this.changed = changed;
    this.most = most;
  }

  @Override
  public Optional<Found> first(long from, Monitor monitor) {
    Listing list = list(monitor, count -> {});
    int at = Arrays.binarySearch(list.places, 0, list.size, from);
    int index = at >= 0 ? at : -at - 1;
    return index < list.size ? Optional.of(list.found(index)) : Optional.empty();
  }

  @Override
  public Optional<Found> last(long to, Monitor monitor) {
    Listing list = list(monitor, count -> {});
    int at = Arrays.binarySearch(list.places, 0, list.size, to);
    int index = at >= 0 ? at : -at - 2;
    return index >= 0 ? Optional.of(list.found(index)) : Optional.empty();
  }

  @Override
  public long at(RowKey key, long place) {
    return place;
  }

  @Override
  public long place(Found found, Monitor monitor) {
    return found.at();
  }

  @Override
  public MatchCount count(Monitor monitor, Consumer<MatchCount> each) {
    return list(monitor, each).count();
  }

  private Listing list(Monitor monitor, Consumer<MatchCount> each) {
    Listing there = listing;
    if (there != null) {
      return there;
    }
    synchronized (lock) {
      monitor.checkpoint();
      there = listing;
      if (there == null) {
        there = pass(monitor, each);
        listing = there;
      }
      return there;
    }
  }

  private Listing pass(Monitor monitor, Consumer<MatchCount> each) {
    Listing list = new Listing(search.columns().size());
    int keys = Found.keys(rows.table());
    database.read(
        monitor,
        session -> {
          session
              .mapper(SearchMapper.class)
              .all(
                  rows.table(),
                  search,
                  SearchSql.operand(search),
                  rows.sorts(),
                  rows.filter().predicate(rows.table()),
                  context -> {
                    @Nullable Object[] row = context.getResultObject();
                    long place = list.passed;
                    BitSet staged =
                        changed.isEmpty() ? null : changed.get(Found.key(rows.table(), row, place));
                    list.add(staged == null ? Found.columns(row, keys) : staged);
                    if (list.passed % REPORT == 0) {
                      monitor.checkpoint();
                      monitor.report(list.passed, Monitor.UNKNOWN, "");
                      each.accept(list.count().with(false));
                    }
                    if (list.size == most) {
                      list.complete = false;
                      context.stop();
                    }
                  });
          return true;
        });
    return list;
  }

  /** Places that grow, each with its columns. */
  private static final class Listing {
    private final int words;
    private long[] places = new long[1024];
    private long[] columns;
    private int size;
    private long passed;
    private long cells;
    private boolean complete = true;

    Listing(int columns) {
      words = (columns + Long.SIZE - 1) / Long.SIZE;
      this.columns = new long[places.length * words];
    }

    void add(BitSet matching) {
      long place = passed++;
      if (matching.isEmpty()) {
        return;
      }
      if (size == places.length) {
        places = Arrays.copyOf(places, size * 2);
        columns = Arrays.copyOf(columns, size * 2 * words);
      }
      places[size] = place;
      long[] bits = matching.toLongArray();
      System.arraycopy(bits, 0, columns, size * words, bits.length);
      cells += matching.cardinality();
      size++;
    }

    Found found(int index) {
      long[] bits = Arrays.copyOfRange(columns, index * words, (index + 1) * words);
      return new Found(places[index], BitSet.valueOf(bits));
    }

    MatchCount count() {
      return new MatchCount(cells, size, complete);
    }
  }
}
