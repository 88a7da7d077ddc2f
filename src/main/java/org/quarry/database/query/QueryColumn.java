package org.quarry.database.query;

import org.jspecify.annotations.Nullable;

/**
 * A column of a result.
 *
 * @param name as SQLite names it; two columns may have one name
 * @param declaredType the type of the table's column it comes from, null for an expression
 * @param table the table whose column it is, through views and subqueries, null for an expression
 */
public record QueryColumn(String name, @Nullable String declaredType, @Nullable String table) {
  /** A column of no table. */
  public QueryColumn(String name, @Nullable String declaredType) {
    this(name, declaredType, null);
  }
}
