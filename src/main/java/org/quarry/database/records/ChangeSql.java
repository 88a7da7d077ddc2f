package org.quarry.database.records;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Identifiers;
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
    return change.values().values().stream()
        .map(ChangeSql::literal)
        .collect(Collectors.joining(", "));
  }

  private static String pairs(Map<String, @Nullable Object> cells, String is, String and) {
    return cells.entrySet().stream()
        .map(cell -> Identifiers.quote(cell.getKey()) + is + literal(cell.getValue()))
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
          .append(literal(values.get(i)));
    }
    return where.toString();
  }

  /** A value as SQLite's literal of the same type: an infinite number as one too large to hold. */
  static String literal(@Nullable Object value) {
    return switch (value) {
      case null -> "NULL";
      case Double number when number.isInfinite() -> number > 0 ? "9e999" : "-9e999";
      case Double number -> number.toString();
      case byte[] bytes -> blob(bytes);
      case String text when text.indexOf('\0') >= 0 ->
          "CAST(" + blob(text.getBytes(StandardCharsets.UTF_8)) + " AS TEXT)";
      case String text -> Identifiers.literal(text);
      case Long number when number == Long.MIN_VALUE -> "(-9223372036854775807 - 1)";
      default -> value.toString();
    };
  }

  private static String blob(byte[] bytes) {
    return "X'" + HexFormat.of().withUpperCase().formatHex(bytes) + "'";
  }
}
