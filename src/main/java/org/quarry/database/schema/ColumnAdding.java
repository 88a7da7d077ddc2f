package org.quarry.database.schema;

import java.util.List;
import org.quarry.database.Database;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.Session;
import org.quarry.work.Monitor;

/** Adds columns at the end of a table, by SQLite's own ALTER TABLE. */
public final class ColumnAdding {
  private ColumnAdding() {}

  /**
   * Adds columns in a transaction of their own.
   *
   * @throws DatabaseProblem.ReadOnly if the file cannot be written
   * @throws DatabaseProblem.Refused if one of that name is there already
   */
  public static void add(Database database, Table table, List<NewColumn> columns, Monitor monitor) {
    database.write(
        monitor,
        session -> {
          add(session, table, columns);
          return columns.size();
        });
  }

  /** Adds columns in the transaction that is open. */
  public static void add(Session session, Table table, List<NewColumn> columns) {
    ColumnAddingMapper mapper = session.mapper(ColumnAddingMapper.class);
    columns.forEach(column -> mapper.add(table.name(), column));
  }
}
