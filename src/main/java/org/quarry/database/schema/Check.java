package org.quarry.database.schema;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A CHECK rule of a table.
 *
 * @param name its name, or null when it has none
 * @param sql the expression as written, without the brackets around it
 * @param columns the columns that it names, in the table's order
 * @param allowed the values it is a list of, or null when it is anything else
 */
public record Check(
    @Nullable String name, String sql, List<String> columns, @Nullable Allowed allowed) {

  /**
   * The values that {@code CHECK (column IN (…))} leaves for a column. NULL always passes a CHECK.
   *
   * @param column the column
   * @param values each a Long, Double or String, in the order written
   */
  public record Allowed(String column, List<Object> values) {}

  /** Whether it names the column. */
  public boolean names(String column) {
    return columns.stream().anyMatch(column::equalsIgnoreCase);
  }

  /** The rule as a sentence names it: by its name, or by its text. */
  public String title() {
    return "CHECK " + (name == null ? "(" + sql.replaceAll("\\s+", " ") + ")" : name);
  }

  /** The values it leaves for a column, if it is a list of them. */
  public Optional<Allowed> allowed(String column) {
    return Optional.ofNullable(allowed).filter(list -> list.column().equalsIgnoreCase(column));
  }
}
