package org.quarry.database.records;

import java.util.ArrayList;
import java.util.List;
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
  private static final List<RowChange.Kind> ORDER =
      List.of(RowChange.Kind.DELETE, RowChange.Kind.UPDATE, RowChange.Kind.INSERT);

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
   * @return the rows with what undoing them needs, in the order in which they were written
   * @throws RecordProblem.Conflicts if rows are gone or were changed meanwhile; it has all of them
   * @throws RecordProblem.RowRefused if a rule of its table refuses a row; it has the first
   */
  public List<WrittenRow> write(List<StagedRow> rows, Monitor monitor) {
    return database.write(
        monitor, session -> write(session.mapper(RecordMapper.class), rows, monitor));
  }

  private List<WrittenRow> write(RecordMapper mapper, List<StagedRow> rows, Monitor monitor) {
    List<RowWriting> writings = new ArrayList<>();
    List<RowConflict> conflicts = new ArrayList<>();
    RecordProblem.@Nullable RowRefused refused = null;
    for (RowChange.Kind kind : ORDER) {
      for (StagedRow row : rows) {
        if (row.change().kind() != kind) {
          continue;
        }
        monitor.checkpoint();
        RowWriting writing = new RowWriting(mapper, table(row), row);
        try {
          writing.run().ifPresent(conflicts::add);
        } catch (RuntimeException failed) {
          RuntimeException known = SqliteErrors.translate(failed, database.name());
          if (!(known instanceof DatabaseProblem.Constraint rule)) {
            throw known;
          }
          refused = refused == null ? writing.refused(rule) : refused;
        }
        writings.add(writing);
        monitor.report(writings.size(), rows.size(), "");
      }
    }
    if (!conflicts.isEmpty()) {
      throw new RecordProblem.Conflicts(conflicts);
    }
    if (refused != null) {
      throw refused;
    }
    return writings.stream().map(RowWriting::written).toList();
  }

  private Table table(StagedRow row) {
    return schema
        .table(row.table())
        .orElseThrow(() -> new DatabaseProblem.Refused("no such table: " + row.table(), null));
  }
}
