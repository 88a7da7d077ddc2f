package org.quarry.ui.records;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.StagedRow;
import org.quarry.database.records.TableRows;
import org.quarry.database.schema.Column;
import org.quarry.ui.grid.CellRange;

/**
 * The cells of a range with what was staged for them at a moment, to be read on the thread of a
 * job.
 *
 * @param rows the stored rows
 * @param range which cells
 * @param stored how many rows are stored; new ones stand behind them
 * @param fresh the new rows
 * @param changes what is staged for the rows of the table
 * @param columns the columns of the range, from the left
 */
record RangeAsShown(
    TableRows rows,
    CellRange range,
    long stored,
    List<RowKey.Fresh> fresh,
    Map<RowKey, RowChange> changes,
    List<Column> columns) {
  /** The range as it is now; for the UI thread. */
  static RangeAsShown of(RecordsModel model, CellRange range) {
    String table = model.table().name();
    Map<RowKey, RowChange> changes = new HashMap<>();
    for (StagedRow row : model.journal().rows()) {
      if (row.table().equals(table)) {
        changes.put(row.key(), row.change());
      }
    }
    return new RangeAsShown(
        model.rows(),
        range,
        model.count().get().rows(),
        model.journal().freshRows(table),
        changes,
        List.copyOf(model.columns().between(range.firstColumn(), range.lastColumn())));
  }

  /** Whether a value is staged for a cell. */
  boolean staged(RowKey key, Column column) {
    RowChange change = changes.get(key);
    return change != null && change.values().containsKey(column.name());
  }

  /** The value staged for a cell; null also where none is. */
  @Nullable Object stagedValue(RowKey key, Column column) {
    RowChange change = changes.get(key);
    return change == null ? null : change.values().get(column.name());
  }
}
