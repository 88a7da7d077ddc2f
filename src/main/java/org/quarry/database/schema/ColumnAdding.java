package org.quarry.database.schema;

import java.util.List;
import org.quarry.database.Database;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.Session;
import org.quarry.work.Monitor;

/**
 * Adds columns at the end of a table, and drops them again while they are empty, by SQLite's own
 * ALTER TABLE.
 */
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

  /**
   * Adds those columns that a table lacks, in a transaction of their own.
   *
   * @return their names; none if there is no such table
   * @throws DatabaseProblem.ReadOnly if the file cannot be written
   */
  public static List<String> addMissing(
      Database database, String table, List<NewColumn> columns, Monitor monitor) {
    return database.write(
        monitor,
        session -> {
          ColumnAddingMapper mapper = session.mapper(ColumnAddingMapper.class);
          List<String> there = mapper.names(table);
          List<NewColumn> missing =
              there.isEmpty()
                  ? List.of()
                  : columns.stream().filter(column -> !has(there, column)).toList();
          missing.forEach(column -> mapper.add(table, column));
          return missing.stream().map(NewColumn::name).toList();
        });
  }

  /**
   * Drops those of some columns that are NULL in every row, in a transaction of their own.
   *
   * @return their names; none if there is no such table
   * @throws DatabaseProblem.ReadOnly if the file cannot be written
   * @throws DatabaseProblem.Refused if an index, a trigger or a view uses one
   */
  public static List<String> dropEmpty(
      Database database, String table, List<NewColumn> columns, Monitor monitor) {
    return database.write(
        monitor,
        session -> {
          ColumnAddingMapper mapper = session.mapper(ColumnAddingMapper.class);
          List<String> there = mapper.names(table);
          List<String> empty =
              columns.stream()
                  .filter(column -> has(there, column))
                  .map(NewColumn::name)
                  .filter(column -> !mapper.holdsValue(table, column))
                  .toList();
          empty.forEach(column -> mapper.drop(table, column));
          return empty;
        });
  }

  private static boolean has(List<String> names, NewColumn column) {
    return names.stream().anyMatch(column.name()::equalsIgnoreCase);
  }

  /** Adds columns in the transaction that is open. */
  public static void add(Session session, Table table, List<NewColumn> columns) {
    ColumnAddingMapper mapper = session.mapper(ColumnAddingMapper.class);
    columns.forEach(column -> mapper.add(table.name(), column));
  }
}
