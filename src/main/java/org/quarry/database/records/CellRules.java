package org.quarry.database.records;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.Check;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;

/** The rules that can be judged by a value alone: NOT NULL, strict types and lists of values. */
public final class CellRules {
  /** Values that a sentence names of a list. */
  private static final int NAMED = 8;

  private CellRules() {}

  /**
   * Tells why the file would refuse a value in a column.
   *
   * @param value null, Long, Double, String or {@code byte[]}
   * @param fresh whether the row is new: its rowid may be NULL, SQLite then gives it one
   * @return a sentence, or null when nothing of this kind speaks against it
   */
  public static @Nullable String refusal(
      Table table, Column column, @Nullable Object value, boolean fresh) {
    if (value == null) {
      boolean rowid = table.rowidColumn().filter(column::equals).isPresent();
      boolean needed = rowid ? !fresh : column.notNull();
      return needed ? column.name() + " cannot be NULL: it needs a value." : null;
    }
    if (table.rowidColumn().filter(column::equals).isPresent() && !(value instanceof Long)) {
      return column.name() + " is the rowid, which is a whole number.";
    }
    if (table.rules().strict() && !fits(column.type().toUpperCase(Locale.ROOT), value)) {
      return "%s is a strict table: %s takes %s only."
          .formatted(table.name(), column.name(), column.type());
    }
    return table
        .rules()
        .list(column.name())
        .filter(check -> table.rules().collation(column.name()).equals("BINARY"))
        .filter(
            check ->
                check.allowed(column.name()).filter(list -> !has(list, column, value)).isPresent())
        .map(
            check ->
                "%s is refused: %s takes %s.".formatted(quoted(value), column.name(), words(check)))
        .orElse(null);
  }

  private static boolean fits(String type, Object value) {
    return switch (type) {
      case "INT", "INTEGER" -> value instanceof Long;
      case "REAL" -> value instanceof Long || value instanceof Double;
      case "TEXT" -> !(value instanceof byte[]);
      case "BLOB" -> value instanceof byte[];
      default -> true;
    };
  }

  private static boolean has(Check.Allowed list, Column column, Object value) {
    boolean asText = column.affinity() == Column.Affinity.TEXT;
    return list.values().stream()
        .anyMatch(
            each ->
                asText
                    ? TypedValue.text(each).equals(TypedValue.text(value))
                    : Sameness.of(column.isNumeric() ? number(each, column) : each)
                        .equals(Sameness.of(value)));
  }

  private static Object number(Object value, Column column) {
    return value instanceof String text ? TypedValue.parse(text, column, null) : value;
  }

  private static String words(Check check) {
    List<Object> values = check.allowed() == null ? List.of() : check.allowed().values();
    String named =
        values.stream().limit(NAMED).map(CellRules::quoted).collect(Collectors.joining(", "));
    return values.size() == 1
        ? named + " only"
        : "one of " + named + (values.size() > NAMED ? " and others" : "");
  }

  /** A value as a sentence names it: a text in quotes and cut, a number as it is. */
  static String quoted(Object value) {
    if (!(value instanceof String text)) {
      return TypedValue.text(value);
    }
    boolean longer = text.codePointCount(0, text.length()) > 40;
    return "“" + (longer ? text.substring(0, text.offsetByCodePoints(0, 40)) + "…" : text) + "”";
  }
}
