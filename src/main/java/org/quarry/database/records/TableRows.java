package org.quarry.database.records;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/**
 * The rows of one table or view in one order. Pages can be read at once; {@link #survey} learns in
 * the background how many rows there are and where each stands, after which any page of a table
 * with rowids is read in constant time. Blocks on the disk; safe for several threads.
 */
public final class TableRows {
  private final Database database;
  private final Table table;
  private final RowOrder order;

  /**
   * Makes one.
   *
   * @param database the file
   * @param table one of its tables or views
   * @param sort the order, or null for the table's own
   */
  public TableRows(Database database, Table table, @Nullable Sort sort) {
    this.database = database;
    this.table = table;
    boolean byRowid = table.kind() == Table.Kind.TABLE && table.rowidName().isPresent();
    if (byRowid && sort == null) {
      order = new RowidOrder(database, table);
    } else if (byRowid && sort != null) {
      order = new ListedOrder(database, table, sort);
    } else {
      order = new OffsetOrder(database, table, sort);
    }
  }

  /** The table. */
  public Table table() {
    return table;
  }

  /**
   * Reads some rows that follow each other.
   *
   * @param first the place of the first, from 0
   * @param rows how many at most
   * @throws DatabaseProblem if SQLite refuses
   */
  public Page page(long first, int rows, Monitor monitor) {
    return order.page(first, rows, monitor);
  }

  /**
   * Counts the rows and learns where each stands.
   *
   * @param each told what is known so far, on the calling thread, the exact number last
   */
  public void survey(Monitor monitor, Consumer<RowCount> each) {
    order.survey(monitor, each);
  }

  /**
   * One whole value, however long.
   *
   * @throws DatabaseProblem.Conflict if the row is gone
   */
  public @Nullable Object value(RowKey key, String column, Monitor monitor) {
    List<@Nullable Object[]> found =
        database.read(
            monitor,
            session -> session.mapper(RecordMapper.class).value(table, column, key, key.bound()));
    if (found.isEmpty()) {
      throw new DatabaseProblem.Conflict(table.name() + ", " + key, true);
    }
    return found.getFirst()[0];
  }
}
