package org.quarry.database.schema;

import java.util.List;

/**
 * A foreign key: values that must be those of a row of another table, unless one of them is NULL.
 *
 * @param columns the columns that refer
 * @param table the table referred to
 * @param referred its columns, one for each; fewer when the file does not say them
 * @param deferred whether the row may come later in the same transaction
 */
public record Reference(
    List<String> columns, String table, List<String> referred, boolean deferred) {
  /** Whether every column has one it refers to. */
  public boolean complete() {
    return columns.size() == referred.size();
  }
}
