package org.quarry.database.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.filter.Predicate;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/**
 * A table without rowids in the order of its primary key, in which SQLite keeps it: every {@value
 * #STEP}th key is kept as an anchor, from which any row is at most one step away. A place past the
 * last anchor is reached from there, which is right but linear until the survey has come by.
 */
final class KeyOrder implements RowOrder {
  static final int STEP = RowidOrder.STEP;

  private final Database database;
  private final Table table;

  /** Keys in the order of their places, the first row's first. Guarded by itself. */
  private final List<List<@Nullable Object>> anchors = new ArrayList<>();

  private volatile long rows = -1;

  KeyOrder(Database database, Table table) {
    this.database = database;
    this.table = table;
  }

  @Override
  public RowOrder again(Table now) {
    return new KeyOrder(database, now);
  }

  @Override
  public Page page(long first, int number, Monitor monitor) {
    int at;
    List<@Nullable Object> anchor;
    synchronized (anchors) {
      at = (int) Math.min(first / STEP, anchors.size() - 1L);
      anchor = at < 0 ? List.of() : anchors.get(at);
    }
    long offset = first - Math.max(0L, at) * STEP;
    return database.read(
        monitor,
        session -> {
          RecordMapper mapper = session.mapper(RecordMapper.class);
          List<@Nullable Object[]> found =
              anchor.isEmpty()
                  ? mapper.at(table, List.of(), Predicate.ALL, number, offset)
                  : mapper.fromKey(table, anchor, number, offset);
          return new Page(first, Rows.of(table, found, first), false);
        });
  }

  @Override
  public void survey(Monitor monitor, Consumer<RowCount> each) {
    if (rows < 0) {
      database.read(
          monitor,
          session -> {
            survey(session.mapper(RecordMapper.class), monitor, each);
            return true;
          });
    }
    each.accept(new RowCount(rows, RowCount.Certainty.EXACT));
  }

  /** Goes on from the last anchor that an earlier survey came to. */
  private void survey(RecordMapper mapper, Monitor monitor, Consumer<RowCount> each) {
    List<@Nullable Object> last = last();
    List<@Nullable Object> next = last.isEmpty() ? key(mapper.firstKey(table)) : last;
    boolean known = !last.isEmpty();
    while (!next.isEmpty()) {
      if (!known) {
        synchronized (anchors) {
          anchors.add(next);
        }
      }
      known = false;
      last = next;
      monitor.checkpoint();
      long reached = (anchorCount() - 1L) * STEP;
      monitor.report(reached, Monitor.UNKNOWN, "");
      each.accept(new RowCount(Math.max(1, reached), RowCount.Certainty.AT_LEAST));
      next = key(mapper.hopKey(table, last, STEP));
    }
    rows = last.isEmpty() ? 0 : (anchorCount() - 1L) * STEP + mapper.countFromKey(table, last);
  }

  private static List<@Nullable Object> key(List<@Nullable Object[]> found) {
    return found.isEmpty() ? List.of() : Arrays.asList(found.getFirst());
  }

  private List<@Nullable Object> last() {
    synchronized (anchors) {
      return anchors.isEmpty() ? List.of() : anchors.getLast();
    }
  }

  private int anchorCount() {
    synchronized (anchors) {
      return anchors.size();
    }
  }

  /** The anchors need no closing. */
  @Override
  public void close() {}
}
