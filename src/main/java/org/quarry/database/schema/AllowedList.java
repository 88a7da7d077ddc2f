package org.quarry.database.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.database.sql.SqlToken;

/**
 * Recognises a CHECK that is a list of values: {@code column IN (literals)}, alone or beside {@code
 * column IS NULL OR}, in brackets or not. A list with NULL in it refuses nothing and is none.
 */
final class AllowedList {
  private final String sql;
  private final List<SqlToken> tokens;
  private final List<Column> columns;

  AllowedList(String sql, List<SqlToken> expression, List<Column> columns) {
    this.sql = sql;
    this.tokens = expression;
    this.columns = columns;
  }

  /** The list, or null when the expression is anything else. */
  Check.@Nullable Allowed read() {
    List<SqlToken> bare = bare(tokens);
    int or = topLevelOr(bare);
    if (or < 0) {
      return in(bare);
    }
    List<SqlToken> left = bare(bare.subList(0, or));
    List<SqlToken> right = bare(bare.subList(or + 1, bare.size()));
    Check.Allowed allowed = in(right);
    List<SqlToken> other = left;
    if (allowed == null) {
      allowed = in(left);
      other = right;
    }
    return allowed != null && isNull(other, allowed.column()) ? allowed : null;
  }

  private Check.@Nullable Allowed in(List<SqlToken> part) {
    int in = 1;
    if (part.size() > 3 && part.get(1).isSign(sql, ".")) {
      in = 3;
    }
    if (part.size() < in + 4
        || !part.get(in).isWord(sql, "IN")
        || !part.get(in + 1).isSign(sql, "(")
        || !part.getLast().isSign(sql, ")")) {
      return null;
    }
    Optional<Column> column = column(part.get(in - 1));
    List<Object> values = new ArrayList<>();
    int at = in + 2;
    while (at < part.size() - 1) {
      boolean minus = part.get(at).isSign(sql, "-");
      int literal = minus ? at + 1 : at;
      Object value = literal(part.get(literal), minus);
      boolean ends = literal + 1 == part.size() - 1 || part.get(literal + 1).isSign(sql, ",");
      if (value == null || !ends) {
        return null;
      }
      values.add(value);
      at = literal + 2;
    }
    return column.map(found -> new Check.Allowed(found.name(), List.copyOf(values))).orElse(null);
  }

  private boolean isNull(List<SqlToken> part, String column) {
    int last = part.size() - 1;
    boolean twoWords =
        last >= 2 && part.get(last).isWord(sql, "NULL") && part.get(last - 1).isWord(sql, "IS");
    boolean oneWord = last >= 1 && part.get(last).isWord(sql, "ISNULL");
    int name = twoWords ? last - 2 : last - 1;
    return (twoWords || oneWord)
        && (name == 0 || (name == 2 && part.get(1).isSign(sql, ".")))
        && part.get(name).name(sql).equalsIgnoreCase(column);
  }

  private @Nullable Object literal(SqlToken token, boolean minus) {
    String text = token.in(sql);
    return switch (token.kind()) {
      case NUMBER -> number(minus ? "-" + text : text);
      case STRING ->
          minus || text.charAt(0) != '\''
              ? null
              : text.substring(1, Math.max(1, text.length() - 1)).replace("''", "'");
      // SQLite takes a name in double quotes for a text where there is no such column.
      case QUOTED ->
          minus || text.charAt(0) != '"' || column(token).isPresent() ? null : token.name(sql);
      case WORD ->
          minus
              ? null
              : token.isWord(sql, "TRUE")
                  ? (Object) 1L
                  : token.isWord(sql, "FALSE") ? (Object) 0L : null;
      default -> null;
    };
  }

  private static @Nullable Object number(String text) {
    if (text.matches("-?\\d{1,18}")) {
      return Long.valueOf(text);
    }
    return text.matches("-?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")
        ? Double.valueOf(text)
        : null;
  }

  private Optional<Column> column(SqlToken token) {
    boolean name = token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED;
    return name
        ? columns.stream().filter(each -> each.name().equalsIgnoreCase(token.name(sql))).findFirst()
        : Optional.empty();
  }

  /** Without brackets around the whole. */
  private List<SqlToken> bare(List<SqlToken> part) {
    List<SqlToken> now = part;
    while (now.size() >= 2 && now.getFirst().isSign(sql, "(") && closesAtEnd(now)) {
      now = now.subList(1, now.size() - 1);
    }
    return now;
  }

  private boolean closesAtEnd(List<SqlToken> part) {
    int depth = 0;
    for (int at = 0; at < part.size(); at++) {
      depth += step(part.get(at));
      if (depth == 0) {
        return at == part.size() - 1;
      }
    }
    return false;
  }

  private int topLevelOr(List<SqlToken> part) {
    int depth = 0;
    for (int at = 0; at < part.size(); at++) {
      depth += step(part.get(at));
      if (depth == 0 && part.get(at).isWord(sql, "OR")) {
        return at;
      }
    }
    return -1;
  }

  private int step(SqlToken token) {
    return token.isSign(sql, "(") ? 1 : token.isSign(sql, ")") ? -1 : 0;
  }
}
