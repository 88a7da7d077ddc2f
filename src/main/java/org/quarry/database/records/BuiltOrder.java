package org.quarry.database.records;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.filter.Predicate;
import org.quarry.database.schema.SchemaReader;
import org.quarry.database.schema.Table;
import org.quarry.work.Cancelled;
import org.quarry.work.Monitor;

/**
 * Rows in any order, filtered or not: one pass lists what names each row, after which a page is
 * read in a time that does not depend on its place. The first {@value #SHALLOW} places are read by
 * LIMIT and OFFSET meanwhile; one further down waits until the pass has come to it.
 */
final class BuiltOrder implements RowOrder {
  /** Down to where OFFSET is quick. */
  static final int SHALLOW = 50_000;

  /** Rows between two words on how many there are. */
  private static final int REPORT = 10_000;

  /** Milliseconds between two looks at how far another thread is. */
  private static final int PATIENCE = 20;

  private final Database database;
  private final Table table;
  private final List<Sort> sorts;
  private final Predicate filter;
  private final int inMemory;
  private final Object lock = new Object();
  private volatile @Nullable Places places;
  private volatile boolean built;
  private boolean building;
  private boolean closed;

  /** Keeps at most {@code inMemory} rowids in memory. */
  BuiltOrder(Database database, Table table, List<Sort> sorts, Predicate filter, int inMemory) {
    this.database = database;
    this.table = table;
    this.sorts = sorts;
    this.filter = filter;
    this.inMemory = inMemory;
  }

  @Override
  public BuiltOrder again(Table now) {
    return new BuiltOrder(database, now, sorts, filter, inMemory);
  }

  @Override
  public Page page(long first, int rows, Monitor monitor) {
    while (true) {
      Optional<Places> there = reaching(first + rows);
      if (there.isPresent()) {
        return new Page(first, there.get().rows(first, rows, monitor), false);
      }
      if (first + rows <= SHALLOW) {
        return byOffset(first, rows, monitor);
      }
      monitor.checkpoint();
      awaitBuilder(first + rows, monitor);
      if (reaching(first + rows).isEmpty()) {
        survey(monitor, count -> {});
      }
    }
  }

  @Override
  public Map<RowKey, Long> places(Collection<RowKey> keys, Monitor monitor) {
    Places list = places;
    return list != null && built ? list.places(keys, monitor) : Map.of();
  }

  /** The list, if it is complete or has come so far. */
  private Optional<Places> reaching(long end) {
    boolean complete = built;
    Places list = places;
    return list != null && (complete || list.size() >= end) ? Optional.of(list) : Optional.empty();
  }

  private Page byOffset(long first, int rows, Monitor monitor) {
    return database.read(
        monitor,
        session ->
            new Page(first, byOffset(session.mapper(RecordMapper.class), first, rows), false));
  }

  /** The rowids alone first, where there are some: SQLite sorts them in half the time of rows. */
  private List<Row> byOffset(RecordMapper mapper, long first, int rows) {
    return Naming.of(table) == Naming.ROWID
        ? Rows.listed(
            table,
            mapper.listed(
                table,
                mapper.rowidsAt(table, sorts, filter, rows, first).stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(",", "[", "]"))))
        : Rows.of(table, mapper.at(table, sorts, filter, rows, first), first);
  }

  /** Waits until who builds the list has come so far or gives up. */
  private void awaitBuilder(long end, Monitor monitor) {
    synchronized (lock) {
      try {
        while (building && reaching(end).isEmpty()) {
          monitor.checkpoint();
          lock.wait(PATIENCE);
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new Cancelled();
      }
    }
  }

  @Override
  public void survey(Monitor monitor, Consumer<RowCount> each) {
    if (begin(monitor)) {
      boolean done = false;
      try {
        build(monitor, each);
        done = true;
      } finally {
        end(done);
      }
    }
    Places list = places;
    if (list != null) {
      each.accept(new RowCount(list.size(), RowCount.Certainty.EXACT));
    }
  }

  /** Whether the caller is to build the list; if not, it is there. */
  private boolean begin(Monitor monitor) {
    synchronized (lock) {
      awaitBuilder(Long.MAX_VALUE, monitor);
      if (closed) {
        throw new Cancelled();
      }
      building = !built;
      return building;
    }
  }

  private void end(boolean done) {
    synchronized (lock) {
      building = false;
      built = done;
      if (!done || closed) {
        drop();
      }
      lock.notifyAll();
    }
  }

  private void drop() {
    Places list = places;
    places = null;
    built = false;
    if (list != null) {
      list.close();
    }
  }

  private void build(Monitor monitor, Consumer<RowCount> each) {
    long total = Monitor.UNKNOWN;
    if (filter.isAll()) {
      total = new SchemaReader(database).count(table.name(), monitor);
      each.accept(new RowCount(total, RowCount.Certainty.EXACT));
    }
    Places list =
        Naming.of(table) == Naming.ROWID
            ? new RowidPlaces(database, table, inMemory)
            : new KeptPlaces(database, table);
    places = list;
    Pass pass = new Pass(total, monitor, each);
    database.read(
        monitor,
        session -> {
          list.fill(session.mapper(RecordMapper.class), sorts, filter, pass);
          return true;
        });
  }

  /** Counts the rows of the one pass and says how far it is. */
  private static final class Pass implements IntConsumer {
    private final long total;
    private final Monitor monitor;
    private final Consumer<RowCount> each;
    private long taken;
    private long told;

    Pass(long total, Monitor monitor, Consumer<RowCount> each) {
      this.total = total;
      this.monitor = monitor;
      this.each = each;
    }

    @Override
    public void accept(int rows) {
      taken += rows;
      if (taken - told >= REPORT) {
        told = taken;
        monitor.checkpoint();
        monitor.report(taken, total, "");
        if (total == Monitor.UNKNOWN) {
          each.accept(new RowCount(taken, RowCount.Certainty.AT_LEAST));
        }
      }
    }
  }

  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      if (!building) {
        drop();
      }
    }
  }
}
