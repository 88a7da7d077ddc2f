package org.quarry.database.records;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/**
 * A table without rowids in the order of its primary key, in which SQLite keeps it: every {@value
 * #STEP}th key is kept as an anchor, from which any row is at most one step away. A place past the
 * last anchor is estimated by the anchors of before the table was changed; without those it is
 * reached from the last anchor, which is right but linear until the survey has come by.
 */
final class KeyOrder implements RowOrder {
  static final int STEP = RowidOrder.STEP;

  private final Database database;
  private final Table table;
  private final KeyAnchors anchors = new KeyAnchors();

  /** What was known of the table before it was changed: an estimate until a survey comes by. */
  private final KeyAnchors before;

  KeyOrder(Database database, Table table) {
    this(database, table, new KeyAnchors());
  }

  private KeyOrder(Database database, Table table, KeyAnchors before) {
    this.database = database;
    this.table = table;
    this.before = before;
  }

  @Override
  public RowOrder again(Table now) {
    return new KeyOrder(database, now, anchors.rows() >= 0 ? anchors : before);
  }

  @Override
  public Page page(long first, int number, Monitor monitor) {
    return database.read(
        monitor,
        session -> {
          KeyMapper mapper = session.mapper(KeyMapper.class);
          return first < STEP || anchors.reaches(first) || before.count() == 0
              ? page(mapper, anchors, first, number, false)
              : estimated(mapper, first, number);
        });
  }

  private Page estimated(KeyMapper mapper, long first, int number) {
    Page page = page(mapper, before, first, number, true);
    // The last page of before may be short; only a shorter one has come too near the end.
    int wanted = Math.clamp(before.rows() - first, 1, number);
    return page.rows().size() < wanted
        ? new Page(first, Rows.of(table, mapper.last(table, wanted).reversed(), first), true)
        : page;
  }

  private Page page(
      KeyMapper mapper, KeyAnchors known, long first, int number, boolean approximate) {
    int at = known.before(first);
    List<@Nullable Object[]> found =
        mapper.from(table, known.key(at), number, first - (long) Math.max(0, at) * STEP);
    return new Page(first, Rows.of(table, found, first), approximate);
  }

  @Override
  public Map<RowKey, Long> places(Collection<RowKey> keys, Monitor monitor) {
    Map<RowKey, Long> places = new HashMap<>();
    for (RowKey key : keys) {
      place(key, monitor).ifPresent(place -> places.put(key, place));
    }
    return places;
  }

  /**
   * The place of a row, at most one step from an anchor as far as a survey has come; empty for a
   * row that is not there.
   */
  OptionalLong place(RowKey key, Monitor monitor) {
    if (!(key instanceof RowKey.Primary)) {
      return OptionalLong.empty();
    }
    return database.read(
        monitor,
        session -> {
          KeyMapper mapper = session.mapper(KeyMapper.class);
          List<@Nullable Object> values = key.bound();
          if (mapper.reaches(table, key, values, values) == 0) {
            return OptionalLong.empty();
          }
          int passed = 0;
          int end = anchors.count();
          while (passed < end) {
            int middle = (passed + end) >>> 1;
            if (mapper.reaches(table, key, values, anchors.key(middle)) > 0) {
              passed = middle + 1;
            } else {
              end = middle;
            }
          }
          return OptionalLong.of(
              passed == 0
                  ? session.mapper(RecordMapper.class).before(table, key, values)
                  : (passed - 1L) * STEP
                      + mapper.countBetween(table, anchors.key(passed - 1), values));
        });
  }

  @Override
  public void survey(Monitor monitor, Consumer<RowCount> each) {
    if (anchors.rows() < 0) {
      database.read(
          monitor,
          session -> {
            survey(session.mapper(KeyMapper.class), monitor, each);
            return true;
          });
    }
    each.accept(new RowCount(anchors.rows(), RowCount.Certainty.EXACT));
  }

  /** Goes on from the last anchor that an earlier survey came to. */
  private void survey(KeyMapper mapper, Monitor monitor, Consumer<RowCount> each) {
    List<@Nullable Object> last = anchors.key(anchors.count() - 1);
    List<@Nullable Object> next = last.isEmpty() ? key(mapper.hop(table, last, 0)) : last;
    boolean known = !last.isEmpty();
    while (!next.isEmpty()) {
      if (!known) {
        anchors.add(next);
      }
      known = false;
      last = next;
      monitor.checkpoint();
      long reached = (anchors.count() - 1L) * STEP;
      monitor.report(reached, before.rows() < 0 ? Monitor.UNKNOWN : before.rows(), "");
      each.accept(new RowCount(Math.max(1, reached), RowCount.Certainty.AT_LEAST));
      next = key(mapper.hop(table, last, STEP));
    }
    anchors.end(last.isEmpty() ? 0 : (anchors.count() - 1L) * STEP + mapper.countFrom(table, last));
  }

  private static List<@Nullable Object> key(List<@Nullable Object[]> found) {
    return found.isEmpty() ? List.of() : Arrays.asList(found.getFirst());
  }

  /** The anchors need no closing. */
  @Override
  public void close() {}
}
