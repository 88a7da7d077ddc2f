package org.quarry.database.search;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.TableRows;
import org.quarry.work.Monitor;

/**
 * Matches of a table in the order of its rowids. The nearest one is found from any rowid by one
 * statement that stops at it; the count goes over the whole table, a part of its rowids at a time.
 */
final class RowidMatches implements StoredMatches {
  private static final int PARTS = 256;

  private final Database database;
  private final TableRows rows;
  private final Search search;
  private final String operand;

  /** Rows with staged cells, which SQL leaves out, and the columns that match in them. */
  private final NavigableMap<Long, BitSet> changed = new TreeMap<>();

  private final String skipAll;

  RowidMatches(Database database, TableRows rows, Search search, Map<RowKey, BitSet> staged) {
    this.database = database;
    this.rows = rows;
    this.search = search;
    operand = SearchSql.operand(search);
    staged.forEach((key, columns) -> changed.put(((RowKey.Rowid) key).value(), columns));
    skipAll = json(changed);
  }

  private static String json(NavigableMap<Long, BitSet> rowids) {
    return rowids.keySet().stream()
        .map(rowid -> Long.toString(rowid))
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Override
  public Optional<Found> first(long from, Monitor monitor) {
    List<@Nullable Object[]> stored =
        database.read(
            monitor,
            session ->
                session
                    .mapper(SearchMapper.class)
                    .first(rows.table(), search, operand, skipAll, from));
    return nearer(stored, changed.tailMap(from, true), true);
  }

  @Override
  public Optional<Found> last(long to, Monitor monitor) {
    List<@Nullable Object[]> stored =
        database.read(
            monitor,
            session ->
                session
                    .mapper(SearchMapper.class)
                    .last(rows.table(), search, operand, skipAll, to));
    return nearer(stored, changed.headMap(to, true).descendingMap(), false);
  }

  private static Optional<Found> nearer(
      List<@Nullable Object[]> stored, NavigableMap<Long, BitSet> staged, boolean forward) {
    Optional<Found> one =
        stored.stream().findFirst().map(row -> new Found(rowid(row[0]), Found.columns(row, 1)));
    Optional<Found> other =
        staged.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .findFirst()
            .map(entry -> new Found(entry.getKey(), entry.getValue()));
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return one.get().at() < other.get().at() == forward ? one : other;
  }

  private static long rowid(@Nullable Object value) {
    if (value instanceof Long number) {
      return number;
    }
    throw new IllegalStateException("a rowid is an integer, not " + value);
  }

  @Override
  public long at(RowKey key, long place) {
    return key instanceof RowKey.Rowid rowid ? rowid.value() : Long.MIN_VALUE;
  }

  @Override
  public long place(Found found, Monitor monitor) {
    return rows.place(new RowKey.Rowid(found.at()), monitor);
  }

  @Override
  public MatchCount count(Monitor monitor, Consumer<MatchCount> each) {
    MatchCount count = staged();
    @Nullable Object[] ends =
        database
            .read(monitor, session -> session.mapper(SearchMapper.class).ends(rows.table()))
            .getFirst();
    if (ends[0] == null) {
      return count;
    }
    long least = rowid(ends[0]);
    long greatest = rowid(ends[1]);
    // As numbers without a sign: from the smallest rowid to the largest is more than a long holds.
    long part = Long.divideUnsigned(greatest - least, PARTS) + 1;
    long from = least;
    for (int done = 1; ; done++) {
      monitor.checkpoint();
      boolean last = Long.compareUnsigned(greatest - from, part) < 0;
      long to = last ? greatest : from + part - 1;
      count = count.plus(tally(from, to, monitor));
      if (last) {
        return count;
      }
      monitor.report(done, PARTS, "");
      each.accept(count.with(false));
      from = to + 1;
    }
  }

  private MatchCount tally(long from, long to, Monitor monitor) {
    String skip = json(changed.subMap(from, true, to, true));
    @Nullable Object[] row =
        database
            .read(
                monitor,
                session ->
                    session
                        .mapper(SearchMapper.class)
                        .tally(rows.table(), search, operand, skip, from, to))
            .getFirst();
    return new MatchCount(rowid(row[1]), rowid(row[0]), true);
  }

  private MatchCount staged() {
    long cells = 0;
    long matching = 0;
    for (BitSet columns : changed.values()) {
      cells += columns.cardinality();
      matching += columns.isEmpty() ? 0 : 1;
    }
    return new MatchCount(cells, matching, true);
  }
}
