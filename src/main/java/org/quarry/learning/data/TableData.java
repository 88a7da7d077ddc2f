package org.quarry.learning.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.quarry.database.Database;
import org.quarry.database.records.TableScan;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.learning.LearningProblem;
import org.quarry.work.Monitor;

/** Reads what can be learned from out of a database. */
public final class TableData {
  private TableData() {}

  /**
   * The rows of a table or view with the columns that a training needs and no other. They come in
   * the order of {@link TableScan}, on which splits and folds depend; a row's identity is its
   * {@link org.quarry.database.records.RowKey}.
   *
   * @param database the file
   * @param table one of its tables or views
   * @param features the columns to learn from
   * @param target the column to learn
   * @param monitor told rows read
   * @throws LearningProblem.UnknownColumn if the table has no such column
   * @throws org.quarry.database.DatabaseProblem if SQLite refuses
   * @throws org.quarry.work.Cancelled when cancelled
   */
  public static Rows read(
      Database database, Table table, List<String> features, String target, Monitor monitor) {
    List<String> all = new ArrayList<>(features);
    all.add(target);
    return read(database, table, all, monitor);
  }

  /**
   * The rows with the columns that have a role; see {@link #read(Database, Table, List, String,
   * Monitor)}.
   */
  public static Rows read(Database database, Table table, Roles roles, Monitor monitor) {
    return read(database, table, roles.columns(), monitor);
  }

  private static Rows read(Database database, Table table, List<String> named, Monitor monitor) {
    TableScan scan = scan(database, table, named);
    List<Row> rows = new ArrayList<>();
    monitor.report(0, Monitor.UNKNOWN, "Reading " + table.name());
    scan.forEach(row -> rows.add(new Row(row.key(), row.values())), monitor);
    return new Rows(scan.columns(), rows);
  }

  /**
   * A scan over the columns of some names, each once.
   *
   * @throws LearningProblem.UnknownColumn if the table has no such column
   */
  static TableScan scan(Database database, Table table, List<String> named) {
    List<String> names = names(table);
    Set<String> columns = new LinkedHashSet<>();
    named.forEach(column -> columns.add(names.get(Rows.position(names, column))));
    return new TableScan(database, table, List.copyOf(columns));
  }

  /** The names of all columns. */
  public static List<String> names(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }
}
