package org.quarry.ui.records;

import java.util.List;
import org.quarry.database.records.Page;
import org.quarry.database.records.Row;
import org.quarry.database.records.RowKey;
import org.quarry.database.schema.Column;
import org.quarry.ui.grid.CellRange;
import org.quarry.work.Monitor;
import org.quarry.work.Work;

/**
 * Adds up the cells of a range from the file, staged values over stored ones, {@value #MOST} cells
 * at most. Reads on the thread of its job.
 */
final class SelectionReading implements Work<SelectionStats> {
  static final long MOST = 1_000_000;

  private static final int CHUNK = 1000;

  private final RangeAsShown shown;

  SelectionReading(RecordsModel model, CellRange range) {
    shown = new RangeAsShown(model, range);
  }

  @Override
  public SelectionStats run(Monitor monitor) {
    SelectionCount count = new SelectionCount();
    CellRange range = shown.range();
    long stored = shown.stored();
    long most = Math.max(1, MOST / shown.columns().size());
    long end = Math.min(range.lastRow() + 1, range.firstRow() + most);
    long at = range.firstRow();
    while (at < Math.min(end, stored)) {
      monitor.report(at - range.firstRow(), end - range.firstRow(), "");
      Page page = shown.rows().page(at, (int) Math.min(CHUNK, Math.min(end, stored) - at), monitor);
      if (page.rows().isEmpty()) {
        break;
      }
      for (Row row : page.rows()) {
        add(count, row);
      }
      at += page.rows().size();
    }
    for (at = Math.max(range.firstRow(), stored); at < end; at++) {
      int place = (int) (at - stored);
      if (place < shown.fresh().size()) {
        add(count, shown.fresh().get(place));
      }
    }
    return count.stats(end <= range.lastRow());
  }

  private void add(SelectionCount count, Row row) {
    if (row.gone()) {
      return;
    }
    List<Column> all = shown.rows().table().columns();
    for (Column column : shown.columns()) {
      count.add(
          shown.staged(row.key(), column)
              ? shown.stagedValue(row.key(), column)
              : row.cells().get(all.indexOf(column)));
    }
  }

  /** Of a new row only what was typed counts: SQLite alone knows what the defaults will give. */
  private void add(SelectionCount count, RowKey.Fresh key) {
    for (Column column : shown.columns()) {
      if (shown.staged(key, column)) {
        count.add(shown.stagedValue(key, column));
      }
    }
  }
}
