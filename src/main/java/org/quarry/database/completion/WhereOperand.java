package org.quarry.database.completion;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.database.sql.SqlToken;
import org.quarry.database.sql.SqlToken.Kind;

/** Reads the end of a condition backwards: whose value is it that comes next? */
final class WhereOperand {
  private static final Set<String> WORDS = Set.of("IS", "LIKE", "GLOB", "BETWEEN");

  private final String sql;
  private final List<SqlToken> tokens;

  /** Takes the tokens that count before the place. */
  WhereOperand(String sql, List<SqlToken> tokens) {
    this.sql = sql;
    this.tokens = tokens;
  }

  /** The column of {@code table} that the next value is compared with, if it is one. */
  Optional<Column> column(Table table) {
    int left = leftOfList();
    if (left < 0) {
      left = leftOfSign();
    }
    if (left < 0) {
      left = leftOfWord();
    }
    return left < 0 ? Optional.empty() : table.column(name(tokens.get(left)));
  }

  /** Where the name stands before {@code IN (1, 2,}, or -1. */
  private int leftOfList() {
    int at = tokens.size() - 1;
    while (at >= 0 && listed(tokens.get(at))) {
      at--;
    }
    return is(at, "(") && is(at - 1, "IN") ? at - (is(at - 2, "NOT") ? 3 : 2) : -1;
  }

  private boolean listed(SqlToken token) {
    return token.kind() == Kind.STRING || token.kind() == Kind.NUMBER || token.in(sql).equals(",");
  }

  private int leftOfSign() {
    int at = tokens.size() - 1;
    StringBuilder sign = new StringBuilder();
    while (at >= 0 && tokens.get(at).kind() == Kind.OTHER && "=<>!".contains(text(at))) {
      sign.insert(0, text(at));
      at--;
    }
    // JSON's arrows end like a comparison.
    return sign.isEmpty() || is(at, "-") ? -1 : at;
  }

  private int leftOfWord() {
    int at = tokens.size() - 1;
    if (is(at, "NOT") && is(at - 1, "IS")) {
      return at - 2;
    }
    boolean compares = at >= 0 && WORDS.contains(text(at).toUpperCase(Locale.ROOT));
    return compares ? at - (is(at - 1, "NOT") ? 2 : 1) : -1;
  }

  private boolean is(int at, String word) {
    return at >= 0 && text(at).equalsIgnoreCase(word);
  }

  private String text(int at) {
    return tokens.get(at).in(sql);
  }

  private String name(SqlToken token) {
    String text = token.in(sql);
    if (token.kind() != Kind.QUOTED || text.length() < 2) {
      return text;
    }
    String quote = text.substring(0, 1);
    String inside = text.substring(1, text.length() - 1);
    return quote.equals("[") ? inside : inside.replace(quote + quote, quote);
  }
}
