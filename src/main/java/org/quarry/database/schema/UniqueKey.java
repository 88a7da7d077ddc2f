package org.quarry.database.schema;

import java.util.List;

/**
 * Columns whose values no two rows may share, unless one of them is NULL. Those of a part of the
 * rows only, and of expressions, are not among a table's.
 *
 * @param columns the columns
 * @param primary whether it is the primary key
 */
public record UniqueKey(List<String> columns, boolean primary) {
  /** The rule as a sentence names it. */
  public String title() {
    return primary ? "PRIMARY KEY" : "UNIQUE";
  }
}
