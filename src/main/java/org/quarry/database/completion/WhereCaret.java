package org.quarry.database.completion;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.database.sql.SqlLexer;
import org.quarry.database.sql.SqlToken;

/**
 * What is being typed where the caret stands in a condition in SQL.
 *
 * @param from where it begins
 * @param to behind its last character
 * @param typed what stands between its beginning and the caret, without quotes
 * @param expected what it can become
 * @param column the column with whose value the condition goes on here, if it does
 */
public record WhereCaret(
    int from, int to, String typed, Expected expected, Optional<Column> column) {
  /** What can become of what is typed. */
  public enum Expected {
    /** A name, a keyword, a function; with a column also one of its values. */
    ANYTHING,
    /** The name of a column and nothing else, because a quote for names is open. */
    NAME,
    /** A value of the column and nothing else, because a literal is being typed. */
    VALUE,
    /** Nothing that could be known. */
    NOTHING
  }

  /** Looks at the caret in {@code sql}, a condition on the rows of a table. */
  public static WhereCaret at(String sql, int caret, Table table) {
    List<SqlToken> all = SqlLexer.tokens(sql);
    List<SqlToken> before =
        all.stream().filter(SqlToken::counts).filter(token -> token.end() <= caret).toList();
    SqlToken here =
        all.stream()
            .filter(token -> token.start() < caret && caret <= token.end())
            .filter(token -> token.end() > caret || goesOn(token, sql))
            .findFirst()
            .orElse(null);
    if (here != null && !before.isEmpty() && before.getLast().equals(here)) {
      before = before.subList(0, before.size() - 1);
    }
    return of(sql, caret, here, new WhereOperand(sql, before).column(table));
  }

  private static WhereCaret of(
      String sql, int caret, @Nullable SqlToken here, Optional<Column> column) {
    if (here == null) {
      return new WhereCaret(caret, caret, "", Expected.ANYTHING, column);
    }
    String typed = sql.substring(here.start(), caret);
    Expected value = column.isPresent() ? Expected.VALUE : Expected.NOTHING;
    return switch (here.kind()) {
      case WORD -> new WhereCaret(here.start(), here.end(), typed, Expected.ANYTHING, column);
      case NUMBER -> new WhereCaret(here.start(), here.end(), typed, value, column);
      case STRING ->
          typed.startsWith("'")
              ? new WhereCaret(
                  here.start(), here.end(), typed.substring(1).replace("''", "'"), value, column)
              : nothing(caret);
      case QUOTED ->
          new WhereCaret(
              here.start(), here.end(), typed.substring(1), Expected.NAME, Optional.empty());
      case SPACE -> new WhereCaret(caret, caret, "", Expected.ANYTHING, column);
      default -> nothing(caret);
    };
  }

  private static WhereCaret nothing(int caret) {
    return new WhereCaret(caret, caret, "", Expected.NOTHING, Optional.empty());
  }

  /** Whether a letter typed behind a token belongs to it. */
  private static boolean goesOn(SqlToken token, String sql) {
    String text = token.in(sql);
    return switch (token.kind()) {
      case WORD, NUMBER, PARAMETER -> true;
      case COMMENT -> !text.startsWith("/*") || text.length() < 4 || !text.endsWith("*/");
      case STRING -> !closed(text.substring(text.indexOf('\'')), '\'');
      case QUOTED -> !closed(text, text.startsWith("[") ? ']' : text.charAt(0));
      default -> false;
    };
  }

  /** A doubled quote at the end stands for itself. */
  private static boolean closed(String text, char quote) {
    long quotes = text.chars().filter(each -> each == quote).count();
    return quote == ']' ? quotes > 0 : quotes % 2 == 0;
  }
}
