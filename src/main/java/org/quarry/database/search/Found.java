package org.quarry.database.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.TableRows;
import org.quarry.database.schema.Column;
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

  /** The columns that name a row where no rowid does; none for a view that cannot be edited. */
  static List<Column> naming(Table table) {
    return table.kind() == Table.Kind.VIEW && table.insteadOf().any()
        ? table.columns()
        : table.key();
  }

  /** How many values name a row of a table at the beginning of what a mapper yields. */
  static int keys(Table table) {
    return table.rowidName().isPresent() ? 1 : naming(table).size();
  }

  /** What names a row; a row of a view is named by its values, or else by where it stands. */
  static RowKey key(Table table, @Nullable Object[] row, long place) {
    if (table.rowidName().isPresent() && row[0] instanceof Long rowid) {
      return new RowKey.Rowid(rowid);
    }
    List<@Nullable Object> named = Arrays.asList(row).subList(0, keys(table));
    if (named.isEmpty()) {
      return new RowKey.Position(place);
    }
    return table.kind() == Table.Kind.VIEW
        ? TableRows.viewKey(named, place)
        : RowKey.Primary.of(named);
  }
}
