package org.quarry.database.references;

import java.util.List;
import org.quarry.database.schema.Table;

/**
 * Columns that refer to a table.
 *
 * @param child the table that has the columns; it may be the table referred to
 * @param columns the columns that refer
 * @param referred the columns of the table referred to whose values are meant, one for each
 */
public record Referrer(Table child, List<String> columns, List<String> referred) {
  /** Keeps its own copies. */
  public Referrer {
    columns = List.copyOf(columns);
    referred = List.copyOf(referred);
  }
}
