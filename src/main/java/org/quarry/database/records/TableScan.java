package org.quarry.database.records;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.Session;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.SchemaReader;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/**
 * Every row of a table or view with the whole values of chosen columns, handed on one by one, so
 * that memory stays flat at any size. A table comes in the order of its rowids, or of its primary
 * key where it has no rowid, in many short reads, so that nobody who writes has to wait long; rows
 * written meanwhile are seen or not by their place. A view or virtual table comes in one read, in
 * the order SQLite gives.
 */
public final class TableScan {
  /** Rows a read. */
  static final int STEP = 1_000;

  private final Database database;
  private final Table table;
  private final List<String> columns;

  /**
   * Makes one.
   *
   * @param database the file
   * @param table one of its tables or views
   * @param columns the names of columns, at least one, in any case as SQLite compares names
   * @throws RecordProblem.UnknownColumn if the table has no such column
   */
  public TableScan(Database database, Table table, List<String> columns) {
    this.database = database;
    this.table = table;
    this.columns = columns.stream().map(column -> column(table, column).name()).toList();
  }

  /** The column of that name. */
  static Column column(Table table, String name) {
    return table.column(name).orElseThrow(() -> new RecordProblem.UnknownColumn(table, name));
  }

  /** The names of the columns, as the table has them. */
  public List<String> columns() {
    return columns;
  }

  /**
   * Reads all rows.
   *
   * @param each takes each row, on the calling thread
   * @param monitor told rows read of rows in all, where counting those is cheap
   * @return how many rows there were
   * @throws org.quarry.database.DatabaseProblem if SQLite refuses
   * @throws org.quarry.work.Cancelled when cancelled
   */
  public long forEach(Consumer<ScannedRow> each, Monitor monitor) {
    return forFirst(Long.MAX_VALUE, each, monitor);
  }

  /**
   * Reads the first rows, as {@link #forEach} does all.
   *
   * @param most how many, rounded up to whole thousands
   * @param each takes each row, on the calling thread
   * @param monitor told rows read of rows in all, where counting those is cheap
   * @return how many rows there were
   * @throws org.quarry.database.DatabaseProblem if SQLite refuses
   * @throws org.quarry.work.Cancelled when cancelled
   */
  public long forFirst(long most, Consumer<ScannedRow> each, Monitor monitor) {
    return inKeyOrder(table) ? byKey(most, each, monitor) : atOnce(most, each, monitor);
  }

  /** Whether the rows have a key without NULLs by which the next ones are found. */
  static boolean inKeyOrder(Table table) {
    return table.kind() == Table.Kind.TABLE
        && (table.rowidName().isPresent() || table.withoutRowid());
  }

  private long byKey(long most, Consumer<ScannedRow> each, Monitor monitor) {
    long total = new SchemaReader(database).count(table.name(), monitor);
    long rows = 0;
    Optional<ScannedRow> last = Optional.empty();
    while (true) {
      Optional<ScannedRow> after = last;
      List<ScannedRow> page =
          database.read(monitor, session -> next(session, table, columns, after));
      for (ScannedRow row : page) {
        each.accept(row);
      }
      rows += page.size();
      monitor.report(rows, Math.max(rows, total), "");
      if (page.size() < STEP || rows >= most) {
        return rows;
      }
      last = Optional.of(page.getLast());
    }
  }

  /** The next {@value #STEP} rows of a table in the order of its keys. */
  static List<ScannedRow> next(
      Session session, Table table, List<String> columns, Optional<ScannedRow> after) {
    int keys = table.rowidName().isPresent() ? 1 : table.key().size();
    return session
        .mapper(RecordMapper.class)
        .next(table, columns, after.map(row -> bound(row.key())).orElse(List.of()), STEP)
        .stream()
        .map(raw -> row(table, raw, keys))
        .toList();
  }

  private static List<@Nullable Object> bound(RowKey key) {
    return key instanceof RowKey.Rowid rowid ? List.of(rowid.value()) : key.bound();
  }

  private static ScannedRow row(Table table, @Nullable Object[] raw, int keys) {
    List<@Nullable Object> all = Arrays.asList(raw);
    RowKey key =
        table.rowidName().isPresent() && raw[0] instanceof Long rowid
            ? new RowKey.Rowid(rowid)
            : RowKey.Primary.of(all.subList(0, keys));
    return new ScannedRow(key, Collections.unmodifiableList(all.subList(keys, raw.length)));
  }

  private long atOnce(long most, Consumer<ScannedRow> each, Monitor monitor) {
    return database.read(
        monitor,
        session -> {
          RecordMapper mapper = session.mapper(RecordMapper.class);
          Count rows = new Count();
          mapper.all(
              table,
              columns,
              context -> {
                List<@Nullable Object> values = Arrays.asList(context.getResultObject());
                each.accept(
                    new ScannedRow(
                        new RowKey.Position(rows.value++), Collections.unmodifiableList(values)));
                if (rows.value % STEP == 0) {
                  monitor.checkpoint();
                  monitor.report(rows.value, Monitor.UNKNOWN, "");
                  if (rows.value >= most) {
                    context.stop();
                  }
                }
              });
          return rows.value;
        });
  }

  private static final class Count {
    private long value;
  }
}
