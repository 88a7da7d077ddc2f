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
 * The cells of a range with what was staged for them at a moment. Made on the UI thread in no time,
 * however much is staged; read on the thread of one job.
 */
final class RangeAsShown {
  private final TableRows rows;
  private final CellRange range;
  private final long stored;
  private final List<RowKey.Fresh> fresh;
  private final List<StagedRow> staged;
  private final List<Column> columns;
  private @Nullable Map<RowKey, RowChange> changes;

  /** The range as it is now. */
  RangeAsShown(RecordsModel model, CellRange range) {
    this.range = range;
    rows = model.rows();
    stored = model.count().get().rows();
    fresh = model.journal().freshRows(model.table().name());
    staged = model.journal().rows();
    columns = List.copyOf(model.columns().between(range.firstColumn(), range.lastColumn()));
  }

  /** The stored rows. */
  TableRows rows() {
    return rows;
  }

  /** Which cells. */
  CellRange range() {
    return range;
  }

  /** How many rows are stored; new ones stand behind them. */
  long stored() {
    return stored;
  }

  /** The new rows. */
  List<RowKey.Fresh> fresh() {
    return fresh;
  }

  /** The columns of the range, from the left. */
  List<Column> columns() {
    return columns;
  }

  /** Whether a value is staged for a cell. */
  boolean staged(RowKey key, Column column) {
    RowChange change = changes().get(key);
    return change != null && change.values().containsKey(column.name());
  }

  /** The value staged for a cell; null also where none is. */
  @Nullable Object stagedValue(RowKey key, Column column) {
    RowChange change = changes().get(key);
    return change == null ? null : change.values().get(column.name());
  }

  private Map<RowKey, RowChange> changes() {
    Map<RowKey, RowChange> known = changes;
    if (known == null) {
      known = new HashMap<>();
      for (StagedRow row : staged) {
        if (row.table().equals(rows.table().name())) {
          known.put(row.key(), row.change());
        }
      }
      changes = known;
    }
    return known;
  }
}
