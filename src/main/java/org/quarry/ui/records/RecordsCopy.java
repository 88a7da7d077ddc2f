package org.quarry.ui.records;

import java.util.ArrayList;
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
import org.quarry.database.transfer.CopyColumn;
import org.quarry.database.transfer.CopyFormat;
import org.quarry.database.transfer.CopyText;
import org.quarry.ui.grid.CellRange;
import org.quarry.ui.kit.ClipboardText;
import org.quarry.work.Monitor;
import org.quarry.work.Work;

/**
 * The cells of a range as text: whole values, staged ones over stored ones. INSERT statements leave
 * out generated columns, which take no values. Reads the file on the thread of its job.
 */
final class RecordsCopy implements Work<ClipboardText.Copy> {
  private static final int CHUNK = 1000;

  private final TableRows rows;
  private final CellRange range;
  private final CopyFormat format;
  private final long stored;
  private final List<RowKey.Fresh> fresh;
  private final List<StagedRow> staged;
  private final Map<RowKey, RowChange> changes = new HashMap<>();
  private final List<Column> columns;

  RecordsCopy(RecordsModel model, CellRange range, CopyFormat format) {
    this.range = range;
    this.format = format;
    rows = model.rows();
    columns =
        model.columns().between(range.firstColumn(), range.lastColumn()).stream()
            .filter(column -> format != CopyFormat.INSERTS || !column.generated())
            .toList();
    stored = model.count().get().rows();
    fresh = model.journal().freshRows(model.table().name());
    staged = model.journal().rows();
  }

  @Override
  public ClipboardText.Copy run(Monitor monitor) {
    for (StagedRow row : staged) {
      if (row.table().equals(rows.table().name())) {
        changes.put(row.key(), row.change());
      }
    }
    CopyText.require(range.rows());
    CopyText text =
        new CopyText(
            format,
            rows.table().name(),
            columns.stream()
                .map(column -> new CopyColumn(column.name(), column.isNumeric()))
                .toList());
    long last = Math.min(range.lastRow() + 1, stored);
    for (long at = range.firstRow(); at < last; at += CHUNK) {
      monitor.report(at - range.firstRow(), range.rows(), "");
      Page page = rows.page(at, (int) Math.min(CHUNK, last - at), monitor);
      for (Row row : page.rows()) {
        monitor.checkpoint();
        text.row(cells(row, monitor));
      }
    }
    for (long at = Math.max(range.firstRow(), stored); at <= range.lastRow(); at++) {
      text.row(cells(fresh.get((int) (at - stored))));
    }
    return new ClipboardText.Copy(text.end(), text.copied());
  }

  private List<@Nullable Object> cells(Row row, Monitor monitor) {
    RowChange change = changes.get(row.key());
    List<@Nullable Object> cells = new ArrayList<>();
    for (Column each : columns) {
      String column = each.name();
      Object value = row.cells().get(rows.table().columns().indexOf(each));
      if (change != null && change.values().containsKey(column)) {
        value = change.values().get(column);
      } else if (!Paged.isWhole(value)) {
        value = rows.value(row.key(), column, monitor);
      }
      cells.add(value);
    }
    return cells;
  }

  private List<@Nullable Object> cells(RowKey.Fresh key) {
    RowChange change = changes.get(key);
    List<@Nullable Object> cells = new ArrayList<>();
    for (Column column : columns) {
      cells.add(change == null ? null : change.values().get(column.name()));
    }
    return cells;
  }
}
