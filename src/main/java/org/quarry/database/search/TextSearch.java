package org.quarry.database.search;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.TableRows;
import org.quarry.work.Monitor;

/**
 * The matches of a search in the rows that are shown, in their order, as they were staged at one
 * moment: stored rows first, new ones after them. Blocks on the disk; safe for several threads.
 */
public final class TextSearch {
  private final Database database;
  private final TableRows rows;
  private final Search search;
  private final TextPattern pattern;
  private final Supplier<StagedRows> staged;
  private final int most;
  private final Object lock = new Object();
  private @Nullable Sides sides;

  /** The matches of stored and of new rows, and what names the new rows in their order. */
  private record Sides(StoredMatches stored, List<Found> fresh, List<RowKey.Fresh> freshKeys) {}

  /** Makes one; reads nothing yet, and asks for what is staged where it is used. */
  public TextSearch(
      Database database, TableRows rows, TextPattern pattern, Supplier<StagedRows> staged) {
    this(database, rows, pattern, staged, ListedMatches.MOST);
  }

  TextSearch(
      Database database,
      TableRows rows,
      TextPattern pattern,
      Supplier<StagedRows> staged,
      int most) {
    this.database = database;
    this.rows = rows;
    this.most = most;
    this.pattern = pattern;
    this.staged = staged;
    search = pattern.search();
  }

  private Sides sides(Monitor monitor) {
    synchronized (lock) {
      Sides there = sides;
      if (there == null) {
        monitor.checkpoint();
        StagedRows now = staged.get();
        StagedSearch stagedSearch = new StagedSearch(database, rows, pattern, now);
        Map<RowKey, BitSet> changed = stagedSearch.changed(monitor);
        StoredMatches stored =
            rows.byRowid()
                ? new RowidMatches(database, rows, search, changed)
                : new ListedMatches(database, rows, search, changed, most);
        there = new Sides(stored, stagedSearch.fresh(monitor), List.copyOf(now.fresh().keySet()));
        sides = there;
      }
      return there;
    }
  }

  /**
   * Counts the matches.
   *
   * @param each told what is known so far, on the calling thread
   * @return all of them, or where the rows are in another order than the table's own and very many
   *     match, the first ones
   */
  public MatchCount count(Monitor monitor, Consumer<MatchCount> each) {
    Sides there = sides(monitor);
    MatchCount fresh = new MatchCount(0, there.fresh().size(), true);
    for (Found row : there.fresh()) {
      fresh = fresh.plus(new MatchCount(row.columns().cardinality(), 0, true));
    }
    MatchCount more = fresh;
    return there.stored().count(monitor, count -> each.accept(count.plus(more))).plus(more);
  }

  /**
   * The next match, from the top again after the last one.
   *
   * @param from where to go on, or null for the top
   * @param here whether the cell itself may be it
   */
  public Optional<Hit> next(@Nullable Spot from, boolean here, Monitor monitor) {
    Sides there = sides(monitor);
    Optional<Hit> onwards = Optional.empty();
    if (from != null && !(from.key() instanceof RowKey.Fresh)) {
      long at = there.stored().at(from.key(), from.place());
      Optional<Found> row = there.stored().first(at, monitor);
      if (row.isPresent() && row.get().at() == at) {
        onwards = stored(there, row, here ? from.before() : from.through(), false, monitor);
        row =
            onwards.isPresent() || at == Long.MAX_VALUE
                ? Optional.empty()
                : there.stored().first(at + 1, monitor);
      }
      Optional<Found> after = row;
      onwards =
          onwards
              .or(() -> stored(there, after, 0, false, monitor))
              .or(() -> fresh(there, there.fresh().stream().findFirst(), 0, false));
    } else if (from != null) {
      int at = there.freshKeys().indexOf(from.key());
      int first = here ? from.before() : from.through();
      for (Found row : there.fresh()) {
        if (onwards.isEmpty() && row.at() >= at) {
          onwards = fresh(there, Optional.of(row), row.at() == at ? first : 0, false);
        }
      }
    }
    boolean wrapped = from != null;
    return onwards
        .or(() -> stored(there, there.stored().first(Long.MIN_VALUE, monitor), 0, wrapped, monitor))
        .or(() -> fresh(there, there.fresh().stream().findFirst(), 0, wrapped));
  }

  /**
   * The match before, from the end again before the first one.
   *
   * @param from where to go on, or null for the end
   */
  public Optional<Hit> previous(@Nullable Spot from, Monitor monitor) {
    Sides there = sides(monitor);
    int all = search.columns().size();
    Optional<Hit> back = Optional.empty();
    if (from != null) {
      boolean isFresh = from.key() instanceof RowKey.Fresh;
      int at = isFresh ? there.freshKeys().indexOf(from.key()) : 0;
      for (Found row : there.fresh().reversed()) {
        if (isFresh && back.isEmpty() && row.at() <= at) {
          back = freshBefore(there, Optional.of(row), row.at() == at ? from.before() : all, false);
        }
      }
      if (back.isEmpty()) {
        long to = isFresh ? Long.MAX_VALUE : there.stored().at(from.key(), from.place());
        Optional<Found> row = there.stored().last(to, monitor);
        if (!isFresh && row.isPresent() && row.get().at() == to) {
          back = storedBefore(there, row, from.before(), false, monitor);
          row =
              back.isPresent() || to == Long.MIN_VALUE
                  ? Optional.empty()
                  : there.stored().last(to - 1, monitor);
        }
        Optional<Found> before = row;
        back = back.or(() -> storedBefore(there, before, all, false, monitor));
      }
    }
    boolean wrapped = from != null;
    return back.or(
            () -> freshBefore(there, there.fresh().reversed().stream().findFirst(), all, wrapped))
        .or(
            () ->
                storedBefore(
                    there, there.stored().last(Long.MAX_VALUE, monitor), all, wrapped, monitor));
  }

  private Optional<Hit> stored(
      Sides there, Optional<Found> row, int fromColumn, boolean wrapped, Monitor monitor) {
    return row.flatMap(
        found -> stored(there, found, found.columns().nextSetBit(fromColumn), wrapped, monitor));
  }

  private Optional<Hit> storedBefore(
      Sides there, Optional<Found> row, int beforeColumn, boolean wrapped, Monitor monitor) {
    return row.flatMap(
        found ->
            stored(
                there, found, found.columns().previousSetBit(beforeColumn - 1), wrapped, monitor));
  }

  private Optional<Hit> stored(
      Sides there, Found found, int column, boolean wrapped, Monitor monitor) {
    return column < 0
        ? Optional.empty()
        : Optional.of(
            new Hit(
                there.stored().place(found, monitor), null, search.columns().get(column), wrapped));
  }

  private Optional<Hit> fresh(Sides there, Optional<Found> row, int fromColumn, boolean wrapped) {
    return row.flatMap(
        found -> fresh(there, found, found.columns().nextSetBit(fromColumn), wrapped));
  }

  private Optional<Hit> freshBefore(
      Sides there, Optional<Found> row, int beforeColumn, boolean wrapped) {
    return row.flatMap(
        found -> fresh(there, found, found.columns().previousSetBit(beforeColumn - 1), wrapped));
  }

  private Optional<Hit> fresh(Sides there, Found found, int column, boolean wrapped) {
    return column < 0
        ? Optional.empty()
        : Optional.of(
            new Hit(
                -1,
                there.freshKeys().get((int) found.at()),
                search.columns().get(column),
                wrapped));
  }
}
