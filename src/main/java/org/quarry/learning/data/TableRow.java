package org.quarry.learning.data;

import org.quarry.database.records.RowKey;

/**
 * The row of a table that a row of a query was made of.
 *
 * @param table the table's name
 * @param key names the row in the table
 */
public record TableRow(String table, RowKey key) {
  @Override
  public String toString() {
    return key.toString();
  }
}
