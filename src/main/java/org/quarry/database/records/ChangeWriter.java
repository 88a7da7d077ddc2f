package org.quarry.database.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.SqliteErrors;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/**
 * Writes staged rows in one transaction: deletions first, then changes, then new rows, so that a
 * key that is given up can be taken. Each statement must change exactly one row, and a changed row
 * must still have the values that it was read with.
 */
public final class ChangeWriter {
  private final Database database;
  private final Schema schema;

  /** Makes one for a database and its schema. */
  public ChangeWriter(Database database, Schema schema) {
    this.database = database;
    this.schema = schema;
  }

  /**
   * Writes all of the rows or none.
   *
   * @return how many rows were written
   * @throws DatabaseProblem.Conflict if a row is gone or was changed meanwhile
   * @throws DatabaseProblem.Constraint if a rule of its table refuses a row; it names the row
   */
  public int write(List<StagedRow> rows, Monitor monitor) {
    return database.write(
        monitor,
        session -> {
          RecordMapper mapper = session.mapper(RecordMapper.class);
          int written = 0;
          for (RowChange.Kind kind :
              List.of(RowChange.Kind.DELETE, RowChange.Kind.UPDATE, RowChange.Kind.INSERT)) {
            for (StagedRow row : rows) {
              if (row.change().kind() == kind) {
                monitor.checkpoint();
                write(mapper, row);
                monitor.report(++written, rows.size(), "");
              }
            }
          }
          return written;
        });
  }

  private void write(RecordMapper mapper, StagedRow row) {
    Table table =
        schema
            .table(row.table())
            .orElseThrow(() -> new DatabaseProblem.Refused("no such table: " + row.table(), null));
    String name = table.name() + ", " + row.key();
    int changed;
    try {
      changed = execute(mapper, table, row);
    } catch (RuntimeException failed) {
      throw named(SqliteErrors.translate(failed, database.name()), name);
    }
    if (changed != 1) {
      throw new DatabaseProblem.Conflict(name, isGone(mapper, table, row.key()));
    }
  }

  private static int execute(RecordMapper mapper, Table table, StagedRow row) {
    RowChange change = row.change();
    return switch (change.kind()) {
      case DELETE -> mapper.delete(table, row.key(), row.key().bound());
      case UPDATE -> mapper.update(table, update(row), row.key().bound());
      case INSERT -> {
        List<@Nullable Object> values = new ArrayList<>(change.values().values());
        yield mapper.insert(table, List.copyOf(change.values().keySet()), values);
      }
    };
  }

  private static RowUpdate update(StagedRow row) {
    RowChange change = row.change();
    List<RowUpdate.Cell> cells = new ArrayList<>();
    for (Map.Entry<String, @Nullable Object> cell : change.values().entrySet()) {
      String column = cell.getKey();
      cells.add(
          new RowUpdate.Cell(
              column, change.old().containsKey(column), change.old().get(column), cell.getValue()));
    }
    return new RowUpdate(row.key(), cells);
  }

  private static boolean isGone(RecordMapper mapper, Table table, RowKey key) {
    String column = table.columns().getFirst().name();
    return mapper.value(table, column, key, key.bound()).isEmpty();
  }

  private static RuntimeException named(RuntimeException failed, String row) {
    if (!(failed instanceof DatabaseProblem.Constraint rule)) {
      return failed;
    }
    return new DatabaseProblem.Constraint(
        rule.rule(),
        row,
        "Change the value, or drop the change. Nothing was written, and no other edit is lost.",
        rule.getCause());
  }
}
