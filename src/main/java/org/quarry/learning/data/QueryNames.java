package org.quarry.learning.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.Table;
import org.quarry.database.sql.SqlLexer;
import org.quarry.database.sql.SqlToken;
import org.quarry.database.sql.SqlToken.Kind;

/**
 * Which names a query gives to columns, itself or by the views it reads. SQLite tells the table of
 * a result's column and not which column it is: a name that nobody gave is the column's own.
 */
final class QueryNames {
  private static final Set<String> SETS = Set.of("UNION", "INTERSECT", "EXCEPT");

  /** What stands before the body of a view or of a table expression, or begins it. */
  private static final Set<String> BODIES =
      Set.of("SELECT", "VALUES", "WITH", "NOT", "MATERIALIZED");

  /** Words behind which a name is read and not given; any other may be a column's own name. */
  private static final Set<String> BEFORE =
      Set.of(
          "SELECT",
          "DISTINCT",
          "ALL",
          "FROM",
          "JOIN",
          "ON",
          "USING",
          "WHERE",
          "AND",
          "OR",
          "NOT",
          "BY",
          "HAVING",
          "BETWEEN",
          "IN",
          "IS",
          "LIKE",
          "GLOB",
          "REGEXP",
          "CASE",
          "WHEN",
          "THEN",
          "ELSE",
          "EXISTS",
          "WITH",
          "RECURSIVE",
          "VIEW",
          "LIMIT",
          "OFFSET");

  private final Set<String> given = new HashSet<>();
  private boolean lists;
  private boolean compound;

  private QueryNames() {}

  /** Reads a query and all views that it names, and those that they name. */
  static QueryNames of(String sql, Schema schema) {
    QueryNames names = new QueryNames();
    Set<String> seen = new HashSet<>();
    Deque<String> texts = new ArrayDeque<>(List.of(sql));
    while (!texts.isEmpty()) {
      for (String word : names.read(texts.remove())) {
        schema
            .table(word)
            .filter(table -> table.kind() == Table.Kind.VIEW && seen.add(table.name()))
            .ifPresent(view -> texts.add(view.sql()));
      }
    }
    return names;
  }

  /** Whether rows of several queries are put together: only the first one's columns are told. */
  boolean compound() {
    return compound;
  }

  /** Whether a column of that name may be another one under a name that was given to it. */
  boolean renamed(String name) {
    return lists || given.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Takes a text and tells the names in it. */
  private List<String> read(String text) {
    List<SqlToken> tokens = SqlLexer.tokens(text).stream().filter(SqlToken::counts).toList();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      boolean name = token.kind() == Kind.QUOTED || token.kind() == Kind.STRING;
      if (token.kind() == Kind.WORD) {
        compound |= SETS.contains(token.in(text).toUpperCase(Locale.ROOT));
        name = true;
      }
      if (name) {
        String read = unquoted(token, text);
        names.add(read);
        if (i > 0 && isAlias(tokens.get(i - 1), text)) {
          given.add(read.toLowerCase(Locale.ROOT));
        }
      }
      // The columns of a view or of a table expression may be named in a list before its AS.
      lists |=
          i > 0
              && i + 1 < tokens.size()
              && token.isWord(text, "AS")
              && tokens.get(i - 1).isSign(text, ")")
              && beginsQuery(tokens.get(i + 1), text);
    }
    return names;
  }

  private static String unquoted(SqlToken token, String text) {
    if (token.kind() != Kind.STRING) {
      return token.name(text);
    }
    String raw = token.in(text);
    return raw.substring(1, Math.max(1, raw.length() - 1)).replace("''", "'");
  }

  /** Whether what follows a token is a name given by AS, or without it behind an expression. */
  private static boolean isAlias(SqlToken before, String text) {
    return switch (before.kind()) {
      case WORD -> !BEFORE.contains(before.in(text).toUpperCase(Locale.ROOT));
      case QUOTED, STRING, NUMBER, PARAMETER -> true;
      case OTHER -> before.isSign(text, ")");
      case SPACE, COMMENT, SEMICOLON -> false;
    };
  }

  private static boolean beginsQuery(SqlToken token, String text) {
    return token.isSign(text, "(")
        || (token.kind() == Kind.WORD && BODIES.contains(token.in(text).toUpperCase(Locale.ROOT)));
  }
}
