package org.quarry.command;

import org.quarry.database.Database;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.SchemaReader;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/** Finds tables and columns by the names that a person gave. */
final class Tables {
  private Tables() {}

  /** The table or view of that name. */
  static Table find(Database database, String name, Monitor monitor) {
    Schema schema = new SchemaReader(database).read(monitor);
    return schema
        .table(name)
        .orElseThrow(
            () ->
                new CommandProblem.NoSuchTable(
                    database.name(), name, schema.tables().stream().map(Table::name).toList()));
  }

  /** The name of a column as the table has it. */
  static String column(Table table, String name) {
    return table
        .column(name)
        .orElseThrow(
            () ->
                new CommandProblem.NoSuchColumn(
                    table.name(), name, table.columns().stream().map(Column::name).toList()))
        .name();
  }
}
