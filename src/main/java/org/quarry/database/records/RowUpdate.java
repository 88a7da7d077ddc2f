package org.quarry.database.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * New values for some cells of one row.
 *
 * @param key the row
 * @param cells the cells, at least one
 */
record RowUpdate(RowKey key, List<Cell> cells) {
  /**
   * A cell.
   *
   * @param column its column
   * @param known whether {@code old} is the value it had when it was read
   * @param old that value
   * @param now the value it is to have
   */
  record Cell(String column, boolean known, @Nullable Object old, @Nullable Object now) {}
}
