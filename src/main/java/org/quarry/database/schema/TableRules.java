package org.quarry.database.schema;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a table demands of its rows beside NOT NULL.
 *
 * @param strict whether its columns take values of their declared type only
 * @param checks its CHECK rules in the order written
 * @param uniqueKeys its primary key and other unique keys
 * @param foreignKeys its foreign keys in the order written
 * @param collations how the texts of a column compare, by the column's name in lower case; a column
 *     that says nothing is not among them
 */
public record TableRules(
    boolean strict,
    List<Check> checks,
    List<UniqueKey> uniqueKeys,
    List<ForeignKey> foreignKeys,
    Map<String, String> collations) {
  /** No rules: those of a view. */
  public static final TableRules NONE =
      new TableRules(false, List.of(), List.of(), List.of(), Map.of());

  /** How the texts of a column compare: BINARY when it says nothing. */
  public String collation(String column) {
    return collations.getOrDefault(column.toLowerCase(Locale.ROOT), "BINARY");
  }

  /** The values that a CHECK leaves for a column, if there is such a list. */
  public Optional<Check> list(String column) {
    return checks.stream().filter(check -> check.allowed(column).isPresent()).findFirst();
  }
}
