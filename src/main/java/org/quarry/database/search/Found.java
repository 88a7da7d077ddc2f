package org.quarry.database.search;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.RowKey;
import org.quarry.database.schema.Table;

/**
 * A row that matches.
 *
 * @param at its rowid, its place or its number among the new rows, as its order counts
 * @param columns which columns of the search match, by their number
 */
record Found(long at, BitSet columns) {
  /** The columns of a row that begins with other values. */
  static BitSet columns(@Nullable Object[] row, int from) {
    BitSet columns = new BitSet();
    for (int word = from; word < row.length; word++) {
      long bits = row[word] instanceof Long number ? number : 0;
      for (int bit = 0; bit < SearchSql.BITS; bit++) {
        if ((bits >>> bit & 1) != 0) {
          columns.set((word - from) * SearchSql.BITS + bit);
        }
      }
    }
    return columns;
  }

  /** How many values name a row of a table at the beginning of what a mapper yields. */
  static int keys(Table table) {
    return table.rowidName().isPresent() ? 1 : table.key().size();
  }

  /** What names a row; a row of a view is named by where it stands. */
  static RowKey key(Table table, @Nullable Object[] row, long place) {
    if (table.rowidName().isPresent() && row[0] instanceof Long rowid) {
      return new RowKey.Rowid(rowid);
    }
    int keys = table.key().size();
    return keys == 0
        ? new RowKey.Position(place)
        : RowKey.Primary.of(Arrays.asList(row).subList(0, keys));
  }
}
