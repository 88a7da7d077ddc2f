package org.quarry.ui.records;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.Page;
import org.quarry.database.records.Row;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.StagedRow;
import org.quarry.database.records.TableRows;
import org.quarry.database.records.TypedValue;
import org.quarry.database.schema.Column;
import org.quarry.ui.grid.CellRange;
import org.quarry.work.Monitor;
import org.quarry.work.Work;

/**
 * The cells of a range as text with tabs, as a spreadsheet takes it: whole values, staged ones over
 * stored ones, NULL as nothing, a BLOB as {@code X'…'}. Reads the file on the thread of its job.
 */
final class RecordsCopy implements Work<String> {
  private static final int CHUNK = 1000;

  private final TableRows rows;
  private final CellRange range;
  private final boolean headers;
  private final long stored;
  private final List<RowKey.Fresh> fresh;
  private final Map<RowKey, RowChange> changes = new HashMap<>();

  RecordsCopy(RecordsModel model, CellRange range, boolean headers) {
    this.range = range;
    this.headers = headers;
    rows = model.rows();
    stored = model.count().get().rows();
    fresh = model.journal().freshRows(model.table().name());
    for (StagedRow row : model.journal().rows()) {
      if (row.table().equals(model.table().name())) {
        changes.put(row.key(), row.change());
      }
    }
  }

  @Override
  public String run(Monitor monitor) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv =
        CsvWriter.builder().fieldSeparator('\t').lineDelimiter(LineDelimiter.LF).build(text)) {
      if (headers) {
        csv.writeRecord(columns().stream().map(Column::name).toList());
      }
      long last = Math.min(range.lastRow() + 1, stored);
      for (long at = range.firstRow(); at < last; at += CHUNK) {
        monitor.report(at - range.firstRow(), range.rows(), "");
        Page page = rows.page(at, (int) Math.min(CHUNK, last - at), monitor);
        for (Row row : page.rows()) {
          monitor.checkpoint();
          csv.writeRecord(cells(row, monitor));
        }
      }
      for (long at = Math.max(range.firstRow(), stored); at <= range.lastRow(); at++) {
        csv.writeRecord(cells(fresh.get((int) (at - stored))));
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return text.toString();
  }

  private List<Column> columns() {
    return rows.table().columns().subList(range.firstColumn(), range.lastColumn() + 1);
  }

  private List<String> cells(Row row, Monitor monitor) {
    RowChange change = changes.get(row.key());
    List<String> cells = new ArrayList<>();
    for (int at = range.firstColumn(); at <= range.lastColumn(); at++) {
      String column = rows.table().columns().get(at).name();
      Object value = row.cells().get(at);
      if (change != null && change.values().containsKey(column)) {
        value = change.values().get(column);
      } else if (!CellTexts.isWhole(value)) {
        value = rows.value(row.key(), column, monitor);
      }
      cells.add(text(value));
    }
    return cells;
  }

  private List<String> cells(RowKey.Fresh key) {
    RowChange change = changes.get(key);
    return columns().stream()
        .map(column -> change == null ? "" : text(change.values().get(column.name())))
        .toList();
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case byte[] bytes -> "X'" + HexFormat.of().withUpperCase().formatHex(bytes) + "'";
      default -> TypedValue.text(value);
    };
  }
}
