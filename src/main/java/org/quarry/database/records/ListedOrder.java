package org.quarry.database.records;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.schema.SchemaReader;
import org.quarry.database.schema.Table;
import org.quarry.work.Cancelled;
import org.quarry.work.Monitor;

/**
 * A table with rowids in the order of a column: one pass lists the rowids in that order, and a page
 * is read by its rowids. Until the list is there, and past {@value #MOST} rows, pages are read by
 * OFFSET.
 */
final class ListedOrder implements RowOrder {
  /** Rowids that are listed at most: 160 MB of them. */
  static final int MOST = 20_000_000;

  private final Database database;
  private final Table table;
  private final Sort sort;
  private final OffsetOrder meanwhile;
  private volatile long @Nullable [] rowids;

  ListedOrder(Database database, Table table, Sort sort) {
    this.database = database;
    this.table = table;
    this.sort = sort;
    meanwhile = new OffsetOrder(database, table, sort);
  }

  @Override
  public Page page(long first, int rows, Monitor monitor) {
    long[] list = rowids;
    if (list == null) {
      return meanwhile.page(first, rows, monitor);
    }
    int from = (int) Math.min(first, list.length);
    int to = (int) Math.min(first + rows, list.length);
    String json =
        Arrays.stream(list, from, to)
            .mapToObj(Long::toString)
            .collect(Collectors.joining(",", "[", "]"));
    return database.read(
        monitor,
        session ->
            new Page(
                first,
                Rows.listed(table, session.mapper(RecordMapper.class).listed(table, json)),
                false));
  }

  @Override
  public void survey(Monitor monitor, Consumer<RowCount> each) {
    long total = new SchemaReader(database).count(table.name(), monitor);
    each.accept(new RowCount(total, RowCount.Certainty.EXACT));
    if (total > MOST) {
      return;
    }
    LongList list = new LongList((int) total);
    database.read(
        monitor,
        session -> {
          session
              .mapper(RecordMapper.class)
              .order(
                  table,
                  sort,
                  row -> {
                    list.add(row.getResultObject());
                    if (list.size() % 10_000 == 0) {
                      if (monitor.isCancelled()) {
                        throw new Cancelled();
                      }
                      monitor.report(list.size(), total, "");
                    }
                  });
          return true;
        });
    rowids = list.toArray();
    each.accept(new RowCount(list.size(), RowCount.Certainty.EXACT));
  }

  /** A growing list of longs. */
  private static final class LongList {
    private long[] values;
    private int size;

    LongList(int expected) {
      values = new long[Math.max(expected, 16)];
    }

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size + (size >> 1));
      }
      values[size++] = value;
    }

    int size() {
      return size;
    }

    long[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }
}
