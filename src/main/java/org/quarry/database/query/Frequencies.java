package org.quarry.database.query;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Identifiers;

/**
 * The ready-made question "how often does each value of this column occur between two days". The
 * SQL leaves the column bare, so that an index on it serves, and asks for less than the day after
 * the last, so that the whole last day counts also where a time follows the date.
 *
 * @param table a table or view
 * @param label the column whose values are counted
 * @param date the column with the moments, null to count all rows
 * @param moments how those are written
 */
public record Frequencies(String table, String label, @Nullable String date, Moments moments) {
  /** The name of the parameter for the first day. */
  public static final String FROM = ":from";

  /** The name of the parameter for the last day, which is inside. */
  public static final String TO = ":to";

  /** How a column writes moments; SQLite has no type for them. */
  public enum Moments {
    /** {@code 2021-03-04}, with a blank or a T and a time behind it or not. */
    TEXT(":from", "date(:to, '+1 day')", "substr(%s, 1, 10)"),
    /** Seconds since 1970 in UTC. */
    SECONDS("unixepoch(:from)", "unixepoch(:to, '+1 day')", "date(%s, 'unixepoch')"),
    /** Milliseconds since 1970 in UTC. */
    MILLISECONDS(
        "unixepoch(:from) * 1000",
        "unixepoch(:to, '+1 day') * 1000",
        "date(%s / 1000, 'unixepoch')"),
    /** Julian days. */
    JULIAN_DAYS("julianday(:from)", "julianday(:to, '+1 day')", "date(%s)");

    private final String from;
    private final String until;
    private final String day;

    Moments(String from, String until, String day) {
      this.from = from;
      this.until = until;
      this.day = day;
    }

    /**
     * What the smallest value of a column tells.
     *
     * @param value Long, Double, String, byte[] or null
     */
    static Moments of(@Nullable Object value) {
      return switch (value) {
        case Long number when Math.abs(number) >= 100_000_000_000L -> MILLISECONDS;
        case Long _ -> SECONDS;
        case Double _ -> JULIAN_DAYS;
        case null, default -> TEXT;
      };
    }

    /** SQL for the day of a moment as {@code 2021-03-04}. */
    String day(String expression) {
      return day.formatted(expression);
    }
  }

  /** The query: label and frequency, most frequent first, equal ones by label. */
  public String sql() {
    String column = Identifiers.quote(label);
    StringBuilder sql =
        new StringBuilder("SELECT ").append(column).append(", count(*) AS frequency");
    sql.append("\nFROM ").append(Identifiers.quote(table));
    if (date != null) {
      String moment = Identifiers.quote(date);
      sql.append("\nWHERE ").append(moment).append(" >= ").append(moments.from);
      sql.append(" AND ").append(moment).append(" < ").append(moments.until);
    }
    sql.append("\nGROUP BY ").append(column);
    sql.append("\nORDER BY frequency DESC, ").append(column);
    return sql.toString();
  }

  /** The statement of {@link #sql}. */
  public SqlStatement statement() {
    return SqlScript.of(sql()).statements().getFirst();
  }

  /**
   * The values of the query's parameters.
   *
   * @param from the first day, {@code 2021-03-04}
   * @param to the last day, inside
   */
  public Map<String, @Nullable Object> values(String from, String to) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (date != null) {
      values.put(FROM, from);
      values.put(TO, to);
    }
    return values;
  }

  /** The question as a person asks it. */
  public String title(@Nullable String from, @Nullable String to) {
    String rows = "Rows by " + label;
    return date == null || from == null || to == null ? rows : rows + ", " + from + " to " + to;
  }
}
