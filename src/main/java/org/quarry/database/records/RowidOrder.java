package org.quarry.database.records;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.quarry.database.Database;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/**
 * A table in the order of its rowids. SQLite's b-tree keeps no counts, so that an OFFSET is linear;
 * this keeps every {@value #STEP}th rowid as an anchor, from which any row is at most one step
 * away. Until the anchors reach a place it is interpolated between the smallest and the largest
 * rowid.
 */
final class RowidOrder implements RowOrder {
  static final int STEP = 4096;

  private final Database database;
  private final Table table;

  /** Written by one survey at a time, read by all; the count grows after the anchor is in place. */
  private volatile Anchors anchors = Anchors.NONE;

  /** What was known of the table before it was changed: an estimate until a survey comes by. */
  private final Anchors before;

  RowidOrder(Database database, Table table) {
    this(database, table, Anchors.NONE);
  }

  private RowidOrder(Database database, Table table, Anchors before) {
    this.database = database;
    this.table = table;
    this.before = before;
  }

  @Override
  public RowidOrder again(Table now) {
    Anchors known = anchors;
    return new RowidOrder(database, now, known.exact() ? known : before);
  }

  @Override
  public Page page(long first, int rows, Monitor monitor) {
    return database.read(
        monitor,
        session -> {
          RecordMapper mapper = session.mapper(RecordMapper.class);
          Anchors known = anchors;
          if (known.reaches(first)) {
            return page(mapper, first, known.anchor(first), rows, first % STEP, false);
          }
          Long least = mapper.least(table);
          Long greatest = mapper.greatest(table);
          if (least == null || greatest == null) {
            return new Page(first, List.of(), false);
          }
          if (first < STEP) {
            return page(mapper, first, least, rows, first, false);
          }
          if (known.exact()) {
            return page(mapper, first, known.last(), rows, first - known.lastPlace(), false);
          }
          Page page =
              before.reaches(first)
                  ? page(mapper, first, before.anchor(first), rows, first % STEP, true)
                  : page(mapper, first, known.interpolate(first, least, greatest), rows, 0, true);
          // The last page of before may be short; only a shorter one has come too near the end.
          long wanted = before.reaches(first) ? Math.clamp(before.rows() - first, 1, rows) : rows;
          return page.rows().size() < wanted ? last(mapper, first, (int) wanted) : page;
        });
  }

  /** The last rows there are, for a place that was estimated too near the end. */
  private Page last(RecordMapper mapper, long first, int rows) {
    return new Page(first, Rows.of(table, mapper.last(table, rows).reversed(), first), true);
  }

  private Page page(
      RecordMapper mapper, long first, long rowid, int rows, long offset, boolean approximate) {
    return new Page(
        first, Rows.of(table, mapper.from(table, rowid, rows, offset), first), approximate);
  }

  @Override
  public Map<RowKey, Long> places(Collection<RowKey> keys, Monitor monitor) {
    Map<RowKey, Long> places = new HashMap<>();
    for (RowKey key : keys) {
      if (key instanceof RowKey.Rowid rowid) {
        places.put(key, place(rowid.value(), monitor));
      }
    }
    return places;
  }

  /**
   * The place of a row, or the one it would have: at most one step from an anchor, or from the last
   * one on linear.
   */
  long place(long rowid, Monitor monitor) {
    return database.read(
        monitor,
        session -> {
          RecordMapper mapper = session.mapper(RecordMapper.class);
          Anchors known = anchors;
          int index = known.indexOf(rowid);
          long from = index < 0 ? Long.MIN_VALUE : known.at(index);
          return Math.max(0, (long) index * STEP) + mapper.countBetween(table, from, rowid);
        });
  }

  @Override
  public void survey(Monitor monitor, Consumer<RowCount> each) {
    database.read(
        monitor,
        session -> {
          survey(session.mapper(RecordMapper.class), monitor, each);
          return true;
        });
  }

  private void survey(RecordMapper mapper, Monitor monitor, Consumer<RowCount> each) {
    Long least = mapper.least(table);
    Long greatest = mapper.greatest(table);
    if (least == null || greatest == null) {
      anchors = Anchors.EMPTY;
      each.accept(new RowCount(0, RowCount.Certainty.EXACT));
      return;
    }
    Anchors grown = Anchors.startingAt(least);
    anchors = grown;
    for (Long at = least; ; ) {
      monitor.checkpoint();
      Long next = mapper.hop(table, at, STEP);
      if (next == null) {
        grown = grown.ending(mapper.countFrom(table, at));
        anchors = grown;
        each.accept(new RowCount(grown.rows(), RowCount.Certainty.EXACT));
        return;
      }
      grown = grown.with(next);
      anchors = grown;
      at = next;
      long estimate = grown.estimate(greatest);
      monitor.report(grown.rows(), estimate, "");
      each.accept(
          new RowCount(
              Math.max(estimate, grown.rows()),
              estimate > grown.rows() ? RowCount.Certainty.ABOUT : RowCount.Certainty.AT_LEAST));
    }
  }

  /** The anchors need no closing. */
  @Override
  public void close() {}
}
