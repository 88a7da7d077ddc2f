package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.Page;
import org.quarry.database.records.Row;
import org.quarry.database.records.RowKey;
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

  private final RangeAsShown shown;
  private final CopyFormat format;
  private final List<Column> columns;

  RecordsCopy(RecordsModel model, CellRange range, CopyFormat format) {
    this.format = format;
    shown = new RangeAsShown(model, range);
    columns =
        shown.columns().stream()
            .filter(column -> format != CopyFormat.INSERTS || !column.generated())
            .toList();
  }

  @Override
  public ClipboardText.Copy run(Monitor monitor) {
    TableRows rows = shown.rows();
    CellRange range = shown.range();
    long stored = shown.stored();
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
      text.row(cells(shown.fresh().get((int) (at - stored))));
    }
    return new ClipboardText.Copy(text.end(), text.copied());
  }

  private List<@Nullable Object> cells(Row row, Monitor monitor) {
    TableRows rows = shown.rows();
    List<@Nullable Object> cells = new ArrayList<>();
    for (Column column : columns) {
      Object value = row.cells().get(rows.table().columns().indexOf(column));
      if (shown.staged(row.key(), column)) {
        value = shown.stagedValue(row.key(), column);
      } else if (!Paged.isWhole(value)) {
        value = rows.value(row.key(), column.name(), monitor);
      }
      cells.add(value);
    }
    return cells;
  }

  private List<@Nullable Object> cells(RowKey.Fresh key) {
    List<@Nullable Object> cells = new ArrayList<>();
    columns.forEach(column -> cells.add(shown.stagedValue(key, column)));
    return cells;
  }
}
