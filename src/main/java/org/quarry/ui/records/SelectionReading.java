package org.quarry.ui.records;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.Page;
import org.quarry.database.records.Row;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.StagedRow;
import org.quarry.database.records.TableRows;
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

  private final TableRows rows;
  private final CellRange range;
  private final long stored;
  private final List<RowKey.Fresh> fresh;
  private final List<StagedRow> staged;
  private final Map<RowKey, RowChange> changes = new HashMap<>();
  private final List<Column> columns;

  SelectionReading(RecordsModel model, CellRange range) {
    this.range = range;
    rows = model.rows();
    columns = List.copyOf(model.columns().between(range.firstColumn(), range.lastColumn()));
    stored = model.count().get().rows();
    fresh = model.journal().freshRows(model.table().name());
    staged = model.journal().rows();
  }

  @Override
  public SelectionStats run(Monitor monitor) {
    for (StagedRow row : staged) {
      if (row.table().equals(rows.table().name())) {
        changes.put(row.key(), row.change());
      }
    }
    SelectionCount count = new SelectionCount();
    long most = Math.max(1, MOST / columns.size());
    long end = Math.min(range.lastRow() + 1, range.firstRow() + most);
    long at = range.firstRow();
    while (at < Math.min(end, stored)) {
      monitor.report(at - range.firstRow(), end - range.firstRow(), "");
      Page page = rows.page(at, (int) Math.min(CHUNK, Math.min(end, stored) - at), monitor);
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
      if (place < fresh.size()) {
        add(count, changes.get(fresh.get(place)));
      }
    }
    return count.stats(end <= range.lastRow());
  }

  private void add(SelectionCount count, Row row) {
    if (row.gone()) {
      return;
    }
    RowChange change = changes.get(row.key());
    for (Column column : columns) {
      if (change != null && change.values().containsKey(column.name())) {
        count.add(change.values().get(column.name()));
      } else {
        count.add(row.cells().get(rows.table().columns().indexOf(column)));
      }
    }
  }

  /** Of a new row only what was typed counts: SQLite alone knows what the defaults will give. */
  private void add(SelectionCount count, @Nullable RowChange change) {
    for (Column column : columns) {
      if (change != null && change.values().containsKey(column.name())) {
        count.add(change.values().get(column.name()));
      }
    }
  }
}
