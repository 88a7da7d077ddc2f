package org.quarry.database.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Identifiers;
import org.quarry.database.SqlKeywords;
import org.quarry.database.completion.WhereCaret.Expected;
import org.quarry.database.completion.WhereSuggestion.Kind;
import org.quarry.database.records.TypedValue;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;

/** Suggests how a condition in SQL could go on: values, columns, keywords and functions. */
public final class WhereCompletion {
  /** More are not read by anyone. */
  private static final int MOST = 60;

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** What can stand in an expression, the usual first. */
  private static final List<String> KEYWORDS =
      List.of(
          "AND",
          "OR",
          "NOT",
          "IS NULL",
          "IS NOT NULL",
          "IN (",
          "NOT IN (",
          "LIKE",
          "NOT LIKE",
          "BETWEEN",
          "GLOB",
          "REGEXP",
          "IS",
          "IS NOT",
          "ESCAPE",
          "COLLATE NOCASE",
          "CASE",
          "WHEN",
          "THEN",
          "ELSE",
          "END",
          "EXISTS (",
          "CAST (",
          "NULL",
          "CURRENT_DATE",
          "CURRENT_TIME",
          "CURRENT_TIMESTAMP",
          "SELECT",
          "FROM",
          "WHERE");

  private final Table table;
  private final List<String> functions;

  /**
   * Makes one.
   *
   * @param table the table whose rows are meant
   * @param functions the names of functions that SQLite knows
   */
  public WhereCompletion(Table table, List<String> functions) {
    this.table = table;
    this.functions = List.copyOf(functions);
  }

  /**
   * What could stand at the caret, the likeliest first.
   *
   * @param values values of the caret's column that are known, each Long, Double or String
   */
  public List<WhereSuggestion> suggest(WhereCaret caret, List<Object> values) {
    List<WhereSuggestion> found = new ArrayList<>();
    if (caret.column().isPresent()) {
      String column = caret.column().get().name();
      values.stream()
          .filter(value -> begins(TypedValue.text(value), caret.typed()))
          .map(value -> new WhereSuggestion(literal(value), Kind.VALUE, "in " + column))
          .forEach(found::add);
    }
    boolean names = caret.expected() == Expected.ANYTHING || caret.expected() == Expected.NAME;
    if (names) {
      table.columns().stream()
          .filter(column -> begins(column.name(), caret.typed()))
          .forEach(column -> found.add(suggestion(column)));
    }
    if (caret.expected() == Expected.ANYTHING) {
      KEYWORDS.stream()
          .filter(word -> begins(word, caret.typed()))
          .map(word -> new WhereSuggestion(word, Kind.KEYWORD, ""))
          .forEach(found::add);
      functions.stream()
          .filter(name -> begins(name, caret.typed()))
          .map(name -> new WhereSuggestion(name + "(", Kind.FUNCTION, "function"))
          .forEach(found::add);
    }
    if (names) {
      table.columns().stream()
          .filter(column -> !begins(column.name(), caret.typed()))
          .filter(column -> contains(column.name(), caret.typed()))
          .forEach(column -> found.add(suggestion(column)));
    }
    return found.stream().limit(MOST).toList();
  }

  private static WhereSuggestion suggestion(Column column) {
    return new WhereSuggestion(name(column.name()), Kind.COLUMN, column.type());
  }

  /** A column's name as SQL needs it, quoted only where it must be. */
  static String name(String column) {
    boolean plain = PLAIN.matcher(column).matches() && !SqlKeywords.contains(column);
    return plain ? column : Identifiers.quote(column);
  }

  private static String literal(@Nullable Object value) {
    return value instanceof String text ? Identifiers.literal(text) : TypedValue.text(value);
  }

  private static boolean begins(String whole, String typed) {
    return whole.regionMatches(true, 0, typed, 0, typed.length());
  }

  private static boolean contains(String whole, String typed) {
    return whole.toLowerCase(Locale.ROOT).contains(typed.toLowerCase(Locale.ROOT));
  }
}
