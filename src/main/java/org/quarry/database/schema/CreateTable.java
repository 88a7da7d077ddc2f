package org.quarry.database.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quarry.database.sql.SqlLexer;
import org.quarry.database.sql.SqlToken;

/**
 * What SQLite tells of a table in its statement only: CHECK rules, collations, and which foreign
 * keys are deferred. It reads tokens, so strings, comments and brackets cannot mislead it.
 */
final class CreateTable {
  private static final Set<String> TABLE_RULES =
      Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

  private final String sql;
  private final List<SqlToken> tokens;
  private final List<Column> columns;
  private final List<Check> checks = new ArrayList<>();
  private final Map<String, String> collations = new HashMap<>();
  private final List<Boolean> deferred = new ArrayList<>();

  /**
   * Reads a statement.
   *
   * @param sql a CREATE TABLE statement; of any other text nothing is read
   * @param columns the table's columns
   */
  CreateTable(String sql, List<Column> columns) {
    this.sql = sql;
    this.columns = columns;
    tokens = SqlLexer.tokens(sql).stream().filter(SqlToken::counts).toList();
    int body = 0;
    while (body < tokens.size() && !sign(body, "(")) {
      body++;
    }
    read(body + 1);
  }

  /** The CHECK rules in the order written. */
  List<Check> checks() {
    return List.copyOf(checks);
  }

  /** The collations that columns declare, by names in lower case. */
  Map<String, String> collations() {
    return Map.copyOf(collations);
  }

  /** For each foreign key in the order written, whether it is deferred. */
  List<Boolean> deferred() {
    return List.copyOf(deferred);
  }

  private void read(int from) {
    boolean begins = true;
    String column = null;
    String name = null;
    int at = from;
    while (at < tokens.size() && !sign(at, ")")) {
      if (begins) {
        boolean rule =
            tokens.get(at).kind() == SqlToken.Kind.WORD
                && TABLE_RULES.contains(tokens.get(at).in(sql).toUpperCase(Locale.ROOT));
        column = rule ? null : tokens.get(at).name(sql);
        begins = false;
      }
      int last = at;
      if (sign(at, ",")) {
        begins = true;
        name = null;
      } else if (sign(at, "(")) {
        last = closing(at);
      } else if (word(at, "CONSTRAINT")) {
        name = name(at + 1);
      } else if (word(at, "CHECK") && sign(at + 1, "(")) {
        last = closing(at + 1);
        check(name, at + 1, last);
        name = null;
      } else if (word(at, "COLLATE") && column != null) {
        collations.put(column.toLowerCase(Locale.ROOT), name(at + 1).toUpperCase(Locale.ROOT));
      } else if (word(at, "REFERENCES")) {
        deferred.add(false);
      } else if (word(at, "DEFERRABLE") && !deferred.isEmpty()) {
        boolean late = word(at + 1, "INITIALLY") && word(at + 2, "DEFERRED");
        deferred.set(deferred.size() - 1, late && !word(at - 1, "NOT"));
      }
      at = last + 1;
    }
  }

  private void check(@Nullable String name, int open, int close) {
    List<SqlToken> expression = tokens.subList(open + 1, close);
    if (expression.isEmpty()) {
      return;
    }
    String text = sql.substring(expression.getFirst().start(), expression.getLast().end());
    List<String> named =
        columns.stream()
            .map(Column::name)
            .filter(column -> names(expression, open + 1, column))
            .toList();
    checks.add(new Check(name, text, named, new AllowedList(sql, expression, columns).read()));
  }

  private boolean names(List<SqlToken> expression, int first, String column) {
    for (int i = 0; i < expression.size(); i++) {
      SqlToken token = expression.get(i);
      boolean name = token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED;
      boolean function = sign(first + i + 1, "(") && token.kind() == SqlToken.Kind.WORD;
      boolean table = sign(first + i + 1, ".");
      if (name && !function && !table && token.name(sql).equalsIgnoreCase(column)) {
        return true;
      }
    }
    return false;
  }

  /** The place of the bracket that closes another; the last token when none does. */
  private int closing(int open) {
    int depth = 0;
    for (int at = open; at < tokens.size(); at++) {
      depth += sign(at, "(") ? 1 : sign(at, ")") ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    return tokens.size() - 1;
  }

  private boolean word(int at, String word) {
    return at >= 0 && at < tokens.size() && tokens.get(at).isWord(sql, word);
  }

  private boolean sign(int at, String sign) {
    return at < tokens.size() && tokens.get(at).isSign(sql, sign);
  }

  private String name(int at) {
    return at < tokens.size() ? tokens.get(at).name(sql) : "";
  }
}
