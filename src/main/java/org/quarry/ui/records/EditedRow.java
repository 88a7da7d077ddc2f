package org.quarry.ui.records;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.Row;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowKey;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;

/**
 * A row as it was when one of its cells began to be edited.
 *
 * @param table its table
 * @param key what names it
 * @param row its stored values; empty for a new row
 * @param change what was staged for it
 */
record EditedRow(Table table, RowKey key, Optional<Row> row, Optional<RowChange> change) {
  /** The row at a place, which must be read. */
  static EditedRow at(RecordsModel model, long place) {
    return new EditedRow(
        model.table(), model.key(place).orElseThrow(), model.row(place), model.change(place));
  }

  /** Whether it is not in the file yet. */
  boolean fresh() {
    return key instanceof RowKey.Fresh;
  }

  /** The stored value of a cell, as the page has it. */
  @Nullable Object stored(Column column) {
    int at = table.columns().indexOf(column);
    return row.map(each -> each.cells().get(at)).orElse(null);
  }

  /** The value of a cell as it is shown: a staged one over the stored one. */
  @Nullable Object shown(Column column) {
    return change.isPresent() && change.get().values().containsKey(column.name())
        ? change.get().values().get(column.name())
        : stored(column);
  }

  /** The edit that gives one of its cells a value. */
  CellEdit edit(Column column, @Nullable Object value) {
    return RangeEdits.edit(key, column, stored(column), value);
  }
}
