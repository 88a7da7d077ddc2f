package org.quarry.database.schema;

import java.util.List;

/**
 * A foreign key: values that must be those of a row of another table, unless one of them is NULL.
 *
 * @param columns the columns that refer
 * @param table the table referred to
 * @param referred its columns, one for each; fewer when the file does not say them
 * @param deferred whether the row may come later in the same transaction
 * @param onDelete what happens when the row referred to is deleted: CASCADE, SET NULL, SET DEFAULT,
 *     RESTRICT or NO ACTION
 */
public record ForeignKey(
    List<String> columns, String table, List<String> referred, boolean deferred, String onDelete) {
  /** Keeps its own copies. */
  public ForeignKey {
    columns = List.copyOf(columns);
    referred = List.copyOf(referred);
  }

  /** Whether every column has one it refers to. */
  public boolean complete() {
    return columns.size() == referred.size();
  }

  /** Whether a column is one of those that refer; names compare in any case. */
  public boolean has(String column) {
    return columns.stream().anyMatch(column::equalsIgnoreCase);
  }

  /** Whether deleting the row referred to deletes or changes the row that refers. */
  public boolean takesAlong() {
    return deletes() || onDelete.startsWith("SET");
  }

  /** Whether deleting the row referred to deletes the row that refers. */
  public boolean deletes() {
    return onDelete.equals("CASCADE");
  }
}
