package org.quarry.database.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.Session;
import org.quarry.database.SqliteErrors;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.SchemaReader;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/**
 * Fills one column of a table from other columns of the same row, in one transaction: all rows are
 * written, or, when it fails or is cancelled, none. Memory stays flat at any number of rows.
 */
public final class ColumnFill {
  private final Database database;
  private final Table table;
  private final Column into;
  private final List<String> columns;

  /** What a row's column becomes. */
  @FunctionalInterface
  public interface Formula {
    /**
     * The new value of a row.
     *
     * @param values the row's values of the columns to compute from, then its value now
     * @return a Long, Double, String or {@code byte[]}; empty leaves the row as it is
     */
    Optional<Object> compute(List<@Nullable Object> values);
  }

  /**
   * Makes one.
   *
   * @param database the file
   * @param table one of its tables
   * @param from the columns to compute from
   * @param into the column to fill
   * @throws RecordProblem if there is no such column, or it is computed by SQLite or part of the
   *     primary key, or the table is a view or has no key to reach its rows by
   */
  public ColumnFill(Database database, Table table, List<String> from, String into) {
    this.database = database;
    this.table = table;
    if (!table.refusal().isEmpty()) {
      throw new RecordProblem.NotWritable(table, table.refusal());
    }
    if (!TableScan.inKeyOrder(table)) {
      throw new RecordProblem.NotWritable(table, "Its rows cannot be read in the order of a key.");
    }
    this.into = TableScan.column(table, into);
    if (this.into.generated() || this.into.isKey()) {
      throw new RecordProblem.NotFillable(table, this.into);
    }
    columns = new ArrayList<>();
    from.forEach(column -> columns.add(TableScan.column(table, column).name()));
    columns.add(this.into.name());
  }

  /**
   * Fills the column.
   *
   * @param formula asked for each row, on the calling thread, in the order of the keys
   * @param monitor told rows looked at of rows in all
   * @return how many rows were written
   * @throws DatabaseProblem.ReadOnly if the file cannot be written
   * @throws DatabaseProblem.Constraint if a rule of the table refuses a value; it names the row
   * @throws DatabaseProblem.Conflict if a row could not be written, because a trigger ignored it
   * @throws org.quarry.work.Cancelled when cancelled; nothing is written
   */
  public long run(Formula formula, Monitor monitor) {
    if (!database.access().writable()) {
      throw new DatabaseProblem.ReadOnly(database.name(), database.access().reason(), null);
    }
    long total = new SchemaReader(database).count(table.name(), monitor);
    return database.write(
        monitor,
        session -> {
          long rows = 0;
          long written = 0;
          Optional<ScannedRow> last = Optional.empty();
          while (true) {
            monitor.checkpoint();
            List<ScannedRow> page = TableScan.next(session, table, columns, last);
            written += write(session, page, formula);
            rows += page.size();
            monitor.report(rows, Math.max(rows, total), "");
            if (page.size() < TableScan.STEP) {
              return written;
            }
            last = Optional.of(page.getLast());
          }
        });
  }

  private long write(Session session, List<ScannedRow> page, Formula formula) {
    Map<Object, List<RowKey>> keysByValue = new LinkedHashMap<>();
    for (ScannedRow row : page) {
      formula
          .compute(row.values())
          .ifPresent(
              value -> keysByValue.computeIfAbsent(value, key -> new ArrayList<>()).add(row.key()));
    }
    RecordMapper mapper = session.mapper(RecordMapper.class);
    long written = 0;
    for (Map.Entry<Object, List<RowKey>> each : keysByValue.entrySet()) {
      try {
        written += write(mapper, each.getKey(), each.getValue());
      } catch (RuntimeException failed) {
        throw named(session, each.getKey(), each.getValue(), failed);
      }
    }
    return written;
  }

  /** The failure with the first of the rows that is refused. */
  private RuntimeException named(
      Session session, Object value, List<RowKey> keys, RuntimeException failed) {
    RuntimeException known = SqliteErrors.translate(failed, database.name());
    if (!(known instanceof DatabaseProblem.Constraint rule)) {
      return known;
    }
    return new DatabaseProblem.Constraint(
        rule.rule(),
        "%s, %s, %s = %s"
            .formatted(table.name(), refused(session, value, keys), into.name(), value),
        "Nothing was written. Choose another column, or change the rule.",
        rule.getCause());
  }

  /**
   * SQLite does not say at which row a statement failed, but took all of it back, so that its rows
   * can be tried one by one; unless a trigger has ended the transaction, after which nothing may be
   * written any more.
   */
  private String refused(Session session, Object value, List<RowKey> keys) {
    RecordMapper mapper = session.mapper(RecordMapper.class);
    for (RowKey key : keys) {
      if (!Database.hasTransaction(session)) {
        break;
      }
      try {
        write(mapper, value, List.of(key));
      } catch (RuntimeException failed) {
        RuntimeException known = SqliteErrors.translate(failed, database.name());
        if (known instanceof DatabaseProblem.Constraint) {
          return key.toString();
        }
        throw known;
      }
    }
    return among(keys);
  }

  private static String among(List<RowKey> keys) {
    String first = keys.getFirst().toString();
    return keys.size() == 1 ? first : first + " or one of the " + (keys.size() - 1) + " with it";
  }

  /** Rows of one value are one statement where a rowid names them: classes have few values. */
  private long write(RecordMapper mapper, Object value, List<RowKey> keys) {
    if (table.rowidName().isPresent()) {
      String rowids =
          keys.stream()
              .map(key -> Long.toString(((RowKey.Rowid) key).value()))
              .collect(Collectors.joining(",", "[", "]"));
      int changed = mapper.fill(table, into.name(), value, rowids);
      requireOne(keys, changed == keys.size());
      return changed;
    }
    for (RowKey key : keys) {
      RowUpdate.Cell cell = new RowUpdate.Cell(into.name(), false, null, value);
      requireOne(
          List.of(key), mapper.update(table, new RowUpdate(key, List.of(cell)), key.bound()) == 1);
    }
    return keys.size();
  }

  private void requireOne(List<RowKey> keys, boolean all) {
    if (!all) {
      throw new DatabaseProblem.Conflict(table.name() + ", " + among(keys), false);
    }
  }
}
