package org.quarry.database.filter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quarry.database.Database;
import org.quarry.database.Identifiers;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/**
 * Which rows of a table are shown: those that pass all of these.
 *
 * @param columns what the values of columns must be like, by the column's name
 * @param any what the value of at least one column must be like; of a negation, of no column
 * @param where a condition in SQL, or empty; see {@link #check}
 */
public record RowFilter(Map<String, Condition> columns, Optional<Condition> any, String where) {
  /** Every row passes. */
  public static final RowFilter NONE = new RowFilter(Map.of(), Optional.empty(), "");

  /** Keeps its own copy, in the order given. */
  public RowFilter {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /** One condition on one column. */
  public static RowFilter of(String column, Condition condition) {
    return new RowFilter(Map.of(column, condition), Optional.empty(), "");
  }

  /** Whether every row passes. */
  public boolean isNone() {
    return columns.isEmpty() && any.isEmpty() && where.isBlank();
  }

  /**
   * The filter without conditions on columns that the table does not have, such as one renamed
   * since.
   */
  public RowFilter on(Table table) {
    Map<String, Condition> kept = new LinkedHashMap<>(columns);
    kept.keySet().removeIf(name -> table.column(name).isEmpty());
    return new RowFilter(kept, any, where);
  }

  /**
   * The filter in SQL.
   *
   * @param table a table that has the columns
   */
  public Predicate predicate(Table table) {
    Predicate.Builder out = new Predicate.Builder();
    String and = "";
    for (Map.Entry<String, Condition> entry : columns.entrySet()) {
      Column column =
          table
              .column(entry.getKey())
              .orElseThrow(() -> new IllegalArgumentException("no column " + entry.getKey()));
      out.sql(and);
      new ConditionSql(out, column).write(entry.getValue());
      and = " AND ";
    }
    if (any.isPresent()) {
      out.sql(and);
      any(out, any.get(), table);
      and = " AND ";
    }
    if (!where.isBlank()) {
      // On a line of its own, so that a comment at its end ends there.
      out.sql(and + "(" + where.strip() + "\n)");
    }
    return out.build();
  }

  private static void any(Predicate.Builder out, Condition condition, Table table) {
    List<Condition> sides =
        condition instanceof Condition.Either(List<Condition> either) ? either : List.of(condition);
    String or = "(";
    for (Condition side : sides) {
      Condition affirmed = side.affirmed();
      boolean none = !affirmed.equals(side);
      out.sql(or + (none ? "NOT (" : "("));
      String next = "";
      for (Column column : table.columns()) {
        // Of a negation NULL is no value that it denies.
        out.sql(next + (none ? "ifnull(" : ""));
        new ConditionSql(out, column).write(affirmed);
        out.sql(none ? ", 0)" : "");
        next = " OR ";
      }
      out.sql(")");
      or = " OR ";
    }
    out.sql(")");
  }

  /** The rows as a query that a person can read and run. */
  public String sql(Table table) {
    Predicate predicate = predicate(table);
    return "SELECT * FROM "
        + Identifiers.quote(table.name())
        + (predicate.isAll() ? "" : " WHERE " + predicate.readable());
  }

  /**
   * Has SQLite compile the condition in SQL. It runs on connections that cannot write.
   *
   * @throws FilterProblem.Where if it is no single condition without parameters
   */
  public void check(Database database, Table table, Monitor monitor) {
    if (!where.isBlank()) {
      database.read(
          monitor,
          session -> {
            WhereCheck.check(session, table, where);
            return true;
          });
    }
  }
}
