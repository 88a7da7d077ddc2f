package org.quarry.database.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.Session;
import org.quarry.database.schema.ColumnAdding;
import org.quarry.database.schema.NewColumn;
import org.quarry.database.schema.SchemaReader;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/**
 * Adds columns to a table and fills them, with columns that are there, from other columns of the
 * same row, in one transaction: all of it is written, or, when it fails or is cancelled, none.
 * Memory stays flat at any number of rows.
 */
public final class ColumnsFill {
  private final Database database;
  private final Table table;
  private final List<String> from;
  private final List<NewColumn> added;

  /** What cells of a row become. */
  @FunctionalInterface
  public interface Formula {
    /**
     * The new values of a row by column; empty leaves the row as it is.
     *
     * @param values the row's values of the columns to compute from
     */
    Map<String, @Nullable Object> compute(List<@Nullable Object> values);
  }

  /**
   * Makes one.
   *
   * @param from the columns to compute from, each there already
   * @param added the columns to add first, which may be none
   * @throws RecordProblem if there is no such column, or the rows cannot be written by a key
   */
  public ColumnsFill(Database database, Table table, List<String> from, List<NewColumn> added) {
    if (!table.refusal().isEmpty()) {
      throw new RecordProblem.NotWritable(table, table.refusal());
    }
    if (!TableScan.inKeyOrder(table)) {
      throw new RecordProblem.NotWritable(table, "Its rows cannot be read in the order of a key.");
    }
    this.database = database;
    this.table = table;
    this.from = from.stream().map(column -> TableScan.column(table, column).name()).toList();
    this.added = List.copyOf(added);
  }

  /**
   * Adds and fills.
   *
   * @param formula asked for each row, on the calling thread, in the order of the keys
   * @param monitor told rows looked at of rows in all
   * @return how many rows were written
   * @throws DatabaseProblem if the file cannot be written, or a rule of the table refuses a value
   * @throws org.quarry.work.Cancelled when cancelled; nothing is written
   */
  public long run(Formula formula, Monitor monitor) {
    long total = new SchemaReader(database).count(table.name(), monitor);
    return database.write(
        monitor,
        session -> {
          ColumnAdding.add(session, table, added);
          long rows = 0;
          long written = 0;
          Optional<ScannedRow> last = Optional.empty();
          while (true) {
            monitor.checkpoint();
            List<ScannedRow> page = TableScan.next(session, table, from, last);
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
    RecordMapper mapper = session.mapper(RecordMapper.class);
    long written = 0;
    for (ScannedRow row : page) {
      List<RowUpdate.Cell> cells = new ArrayList<>();
      formula
          .compute(row.values())
          .forEach((column, value) -> cells.add(new RowUpdate.Cell(column, false, null, value)));
      if (!cells.isEmpty()) {
        int changed = mapper.update(table, new RowUpdate(row.key(), cells), row.key().bound());
        if (changed != 1) {
          throw new DatabaseProblem.Conflict(table.name() + ", " + row.key(), false);
        }
        written++;
      }
    }
    return written;
  }
}
