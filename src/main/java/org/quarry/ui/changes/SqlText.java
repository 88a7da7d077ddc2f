package org.quarry.ui.changes;

import java.util.List;
import java.util.Optional;
import org.quarry.database.records.ChangeOrder;
import org.quarry.database.records.ChangeSql;
import org.quarry.database.records.StagedRow;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.Table;
import org.quarry.ui.kit.Texts;
import org.quarry.work.Monitor;
import org.quarry.work.Work;

/** The statements that write staged rows, as text. */
final class SqlText implements Work<String> {
  private final List<StagedRow> rows;
  private final Schema schema;
  private final int most;

  /**
   * Makes it of staged rows.
   *
   * @param most how many statements to write out
   */
  SqlText(List<StagedRow> rows, Schema schema, int most) {
    this.rows = rows;
    this.schema = schema;
    this.most = most;
  }

  @Override
  public String run(Monitor monitor) {
    StringBuilder sql = new StringBuilder("BEGIN IMMEDIATE;\n");
    int at = 0;
    for (StagedRow row : ChangeOrder.of(rows, schema)) {
      if (at == most) {
        sql.append("-- and ")
            .append(Texts.count(rows.size() - most, "row"))
            .append(" more, which Copy SQL has\n");
        break;
      }
      monitor.checkpoint();
      monitor.report(at++, rows.size(), "");
      Optional<Table> table = schema.table(row.table());
      table.ifPresent(each -> sql.append(ChangeSql.of(each, row)).append('\n'));
    }
    return sql.append("COMMIT;\n").toString();
  }
}
