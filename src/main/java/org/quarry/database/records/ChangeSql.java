package org.quarry.database.records;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Identifiers;
import org.quarry.database.SqlLiteral;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;

/**
 * The statement that writes a staged row as a person reads and copies it, values as literals. What
 * {@link ChangeWriter} runs is the same with its values bound.
 */
public final class ChangeSql {
  private ChangeSql() {}

  /** The statement, with its semicolon. */
  public static String of(Table table, StagedRow row) {
    RowChange change = row.change();
    String name = Identifiers.quote(table.name());
    return switch (change.kind()) {
      case DELETE -> "DELETE FROM " + name + " WHERE " + where(table, row.key()) + ";";
      case UPDATE ->
          "UPDATE "
              + name
              + " SET "
              + pairs(change.values(), " = ", ", ")
              + " WHERE "
              + where(table, row.key())
              + (change.old().isEmpty() ? "" : " AND " + pairs(change.old(), " IS ", " AND "))
              + ";";
      case INSERT ->
          change.values().isEmpty()
              ? "INSERT INTO " + name + " DEFAULT VALUES;"
              : "INSERT INTO " + name + " (" + names(change) + ") VALUES (" + values(change) + ");";
    };
  }

  private static String names(RowChange change) {
    return change.values().keySet().stream()
        .map(Identifiers::quote)
        .collect(Collectors.joining(", "));
  }

  private static String values(RowChange change) {
    return change.values().values().stream().map(SqlLiteral::of).collect(Collectors.joining(", "));
  }

  private static String pairs(Map<String, @Nullable Object> cells, String is, String and) {
    return cells.entrySet().stream()
        .map(cell -> Identifiers.quote(cell.getKey()) + is + SqlLiteral.of(cell.getValue()))
        .collect(Collectors.joining(and));
  }

  private static String where(Table table, RowKey key) {
    if (key instanceof RowKey.Rowid rowid) {
      return table.rowidName().orElse("rowid") + " = " + rowid.value();
    }
    List<@Nullable Object> values = key.bound();
    List<Column> columns = key instanceof RowKey.Whole ? table.columns() : table.key();
    StringBuilder where = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      where
          .append(i == 0 ? "" : " AND ")
          .append(Identifiers.quote(columns.get(i).name()))
          .append(" IS ")
          .append(SqlLiteral.of(values.get(i)));
    }
    return where.toString();
  }
}
