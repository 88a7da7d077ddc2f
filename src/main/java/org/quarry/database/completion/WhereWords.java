package org.quarry.database.completion;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/** Reads from a file what a condition on its rows can be made of. Blocks on the disk. */
public final class WhereWords {
  /** How many rows are looked at for values. */
  public static final int ROWS = 200_000;

  /** How many values are read. */
  public static final int VALUES = 50;

  /** How many characters a value has at most. */
  static final int LENGTH = 80;

  private final Database database;

  /** Reads from {@code database}. */
  public WhereWords(Database database) {
    this.database = database;
  }

  /**
   * The names of the functions that can stand in a condition, in their order.
   *
   * @throws DatabaseProblem if SQLite refuses
   */
  public List<String> functions(Monitor monitor) {
    return database.read(monitor, session -> session.mapper(WhereMapper.class).functions());
  }

  /**
   * The first {@value #VALUES} distinct values of a column that begin with a text, whatever the
   * case, among the table's first {@value #ROWS} rows: Long, Double or String each, in their order.
   *
   * @throws DatabaseProblem if SQLite refuses
   */
  public List<Object> values(Table table, Column column, String begin, Monitor monitor) {
    String pattern = begin.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    List<@Nullable Object[]> rows =
        database.read(
            monitor,
            session -> session.mapper(WhereMapper.class).values(table, column.name(), pattern));
    List<Object> values = new ArrayList<>();
    for (@Nullable Object[] row : rows) {
      if (row[0] != null) {
        values.add(row[0]);
      }
    }
    return List.copyOf(values);
  }
}
