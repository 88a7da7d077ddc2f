package org.quarry.database.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.records.IndexPlan.Anchor;
import org.quarry.database.records.IndexPlan.Part;
import org.quarry.database.schema.SchemaReader;
import org.quarry.work.Monitor;

/**
 * Rows in the order of an index: every {@value #STEP}th entry is kept as an anchor, from which any
 * row is at most one step away, so that nothing is sorted and memory stays flat. A place past the
 * last anchor is reached from there, which is right but linear until the survey has come by.
 */
final class IndexOrder {
  static final int STEP = RowidOrder.STEP;

  private final Database database;
  private final IndexPlan plan;

  /** One survey at a time. */
  private final Object surveying = new Object();

  /** In the order of their places, the first row's first. Guarded by itself. */
  private final List<Anchor> anchors = new ArrayList<>();

  private volatile long rows = -1;

  IndexOrder(Database database, IndexPlan plan) {
    this.database = database;
    this.plan = plan;
  }

  Page page(long first, int number, Monitor monitor) {
    int at;
    Anchor anchor;
    synchronized (anchors) {
      at = (int) Math.min(first / STEP, anchors.size() - 1L);
      anchor = at < 0 ? null : anchors.get(at);
    }
    long offset = first - Math.max(0L, at) * STEP;
    return database.read(
        monitor,
        session ->
            new Page(
                first,
                Rows.of(
                    plan.table(),
                    rows(session.mapper(IndexMapper.class), anchor, offset, number),
                    first),
                false));
  }

  private List<@Nullable Object[]> rows(
      IndexMapper mapper, @Nullable Anchor anchor, long offset, int number) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    long skip = offset;
    for (Part part : plan.from(anchor)) {
      int left = number - rows.size();
      if (left > 0) {
        List<@Nullable Object[]> found = mapper.rows(plan, part, left, skip);
        rows.addAll(found);
        // A part that ends before the place is counted; it is no longer than what was skipped.
        skip = !found.isEmpty() || skip == 0 ? 0 : Math.max(0, skip - mapper.count(plan, part));
      }
    }
    return rows;
  }

  /** The anchor so many rows past another one, or from the first row on; null past the end. */
  private @Nullable Anchor hop(IndexMapper mapper, @Nullable Anchor from, long rows) {
    long skip = rows;
    for (Part part : plan.from(from)) {
      List<@Nullable Object[]> found = mapper.anchor(plan, part, skip);
      if (!found.isEmpty() && found.getFirst()[1] instanceof Long rowid) {
        return Anchor.at(found.getFirst()[0], rowid);
      }
      skip -= mapper.count(plan, part);
    }
    return null;
  }

  void survey(Monitor monitor, Consumer<RowCount> each) {
    synchronized (surveying) {
      if (rows < 0) {
        long total = new SchemaReader(database).count(plan.table().name(), monitor);
        each.accept(new RowCount(total, RowCount.Certainty.EXACT));
        database.read(
            monitor,
            session -> {
              survey(session.mapper(IndexMapper.class), total, monitor);
              return true;
            });
      }
    }
    each.accept(new RowCount(rows, RowCount.Certainty.EXACT));
  }

  /** Goes on from the last anchor that an earlier survey came to. */
  private void survey(IndexMapper mapper, long total, Monitor monitor) {
    Anchor last = anchor(anchorCount() - 1);
    Anchor next = last == null ? hop(mapper, null, 0) : hop(mapper, last, STEP);
    while (next != null) {
      synchronized (anchors) {
        anchors.add(next);
      }
      last = next;
      monitor.checkpoint();
      monitor.report((anchorCount() - 1L) * STEP, total, "");
      next = hop(mapper, last, STEP);
    }
    long all = 0;
    if (last != null) {
      all = (anchorCount() - 1L) * STEP;
      for (Part part : plan.from(last)) {
        all += mapper.count(plan, part);
      }
    }
    rows = all;
  }

  /** Where some rows stand, as far as anchors are known. */
  Map<RowKey, Long> places(Collection<RowKey> keys, Monitor monitor) {
    Map<RowKey, Long> places = new HashMap<>();
    if (rows < 0) {
      return places;
    }
    return database.read(
        monitor,
        session -> {
          IndexMapper mapper = session.mapper(IndexMapper.class);
          for (RowKey key : keys) {
            monitor.checkpoint();
            if (key instanceof RowKey.Rowid rowid) {
              place(mapper, rowid.value()).ifPresent(place -> places.put(key, place));
            }
          }
          return places;
        });
  }

  /** The place of a row: within one step of the last anchor that it does not stand before. */
  private OptionalLong place(IndexMapper mapper, long row) {
    int passed = 0;
    int end = anchorCount();
    while (passed < end) {
      int middle = (passed + end) >>> 1;
      boolean reaches =
          plan.from(anchor(middle)).stream().anyMatch(part -> mapper.holds(plan, part, row) > 0);
      if (reaches) {
        passed = middle + 1;
      } else {
        end = middle;
      }
    }
    if (passed == 0) {
      return OptionalLong.empty();
    }
    long place = (passed - 1L) * STEP;
    for (Part part : plan.from(anchor(passed - 1))) {
      if (mapper.holds(plan, part, row) > 0) {
        return OptionalLong.of(place + mapper.countBefore(plan, part, row));
      }
      place += mapper.count(plan, part);
    }
    return OptionalLong.empty();
  }

  private @Nullable Anchor anchor(int number) {
    synchronized (anchors) {
      return number < 0 ? null : anchors.get(number);
    }
  }

  private int anchorCount() {
    synchronized (anchors) {
      return anchors.size();
    }
  }
}
