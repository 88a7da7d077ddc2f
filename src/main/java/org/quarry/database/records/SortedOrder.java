package org.quarry.database.records;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/**
 * All rows of a table by one column: read off an index where there is one that has them in this
 * order, else built. Which of the two is found out when rows are first asked for, because a
 * database has to be read for it.
 */
final class SortedOrder implements RowOrder {
  private final Database database;
  private final Table table;
  private final Sort sort;
  private final BuiltOrder built;
  private final Object lock = new Object();
  private @Nullable IndexOrder indexed;
  private boolean chosen;

  /** Makes one; {@code built} is the same order without an index. */
  SortedOrder(Database database, Table table, Sort sort, BuiltOrder built) {
    this.database = database;
    this.table = table;
    this.sort = sort;
    this.built = built;
  }

  @Override
  public SortedOrder again(Table now) {
    return new SortedOrder(database, now, sort, built.again(now));
  }

  /** The index's order, or null where the order is to be built. */
  private @Nullable IndexOrder indexed(Monitor monitor) {
    synchronized (lock) {
      if (!chosen) {
        indexed = choose(monitor);
        chosen = true;
      }
      return indexed;
    }
  }

  private @Nullable IndexOrder choose(Monitor monitor) {
    Column column = table.column(sort.column()).orElse(null);
    if (column == null) {
      return null;
    }
    if (table.rowidColumn().filter(column::equals).isPresent()) {
      return new IndexOrder(database, new IndexPlan(table, sort, null));
    }
    String collation = table.rules().collation(column.name());
    List<String> found =
        database.read(
            monitor,
            session ->
                session.mapper(IndexMapper.class).ordering(table.name(), column.name(), collation));
    return found.isEmpty()
        ? null
        : new IndexOrder(database, new IndexPlan(table, sort, found.getFirst()));
  }

  @Override
  public Page page(long first, int rows, Monitor monitor) {
    IndexOrder index = indexed(monitor);
    return index == null ? built.page(first, rows, monitor) : index.page(first, rows, monitor);
  }

  @Override
  public void survey(Monitor monitor, Consumer<RowCount> each) {
    IndexOrder index = indexed(monitor);
    if (index == null) {
      built.survey(monitor, each);
    } else {
      index.survey(monitor, each);
    }
  }

  @Override
  public Map<RowKey, Long> places(Collection<RowKey> keys, Monitor monitor) {
    IndexOrder index = indexed(monitor);
    return index == null ? built.places(keys, monitor) : index.places(keys, monitor);
  }

  /** Closes the order that may have been built; an index needs no closing. */
  @Override
  public void close() {
    built.close();
  }
}
