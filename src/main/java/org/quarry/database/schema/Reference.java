package org.quarry.database.schema;

import java.util.List;

/**
 * A foreign key, of one column or several, with what it does when the row it refers to is deleted.
 *
 * @param table the table that refers
 * @param columns its columns
 * @param referred the table referred to, as it is written
 * @param referredColumns the columns referred to; empty for the primary key
 * @param onDelete CASCADE, SET NULL, SET DEFAULT, RESTRICT or NO ACTION
 */
public record Reference(
    String table,
    List<String> columns,
    String referred,
    List<String> referredColumns,
    String onDelete) {
  /** Keeps its own copies. */
  public Reference {
    columns = List.copyOf(columns);
    referredColumns = List.copyOf(referredColumns);
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
