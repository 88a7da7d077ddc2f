package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.Row;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.TypedValue;
import org.quarry.database.schema.Column;
import org.quarry.ui.grid.CellRange;

/**
 * Gives many cells a value as one step: one that was typed, or that of the first row. Generated
 * columns are left alone. For the UI thread.
 */
final class BlockEdits {
  private final RecordsModel model;
  private final RangeEdits edits;

  BlockEdits(RecordsModel model) {
    this.model = model;
    edits = new RangeEdits(model);
  }

  /**
   * Gives all cells of a range what was typed into one.
   *
   * @param text null for NULL
   */
  void fill(CellRange range, @Nullable String text) {
    if (barred(range)) {
      return;
    }
    List<Column> columns = columns(range);
    for (Column column : columns) {
      if (text == null && refusesNull(column)) {
        model.fail(new RecordsProblem.NotNull(column.name()));
        return;
      }
    }
    edits.withAll(
        range.firstRow(),
        range.lastRow(),
        false,
        rows -> {
          if (edits.unnamed(rows)) {
            return;
          }
          List<CellEdit> staged = new ArrayList<>();
          for (Row row : rows) {
            for (Column column : columns) {
              Object value =
                  text == null ? null : TypedValue.parse(text, column, stored(row, column));
              stage(staged, row, column, value);
            }
          }
          model.journal().stage("fill", model.table().name(), staged, List.of());
        });
  }

  /** Has all rows of a range refer to a row by several columns. */
  void fill(CellRange range, PickedKey picked) {
    edits.withAll(
        range.firstRow(), range.lastRow(), false, rows -> fill("fill", rows, picked.values()));
  }

  /** Gives the cells of a range the values of its first row; the rowid stays everywhere. */
  void fillDown(CellRange range) {
    if (barred(range)) {
      return;
    }
    List<Column> columns =
        columns(range).stream()
            .filter(column -> !model.table().rowidColumn().filter(column::equals).isPresent())
            .toList();
    edits.withAll(
        range.firstRow(),
        range.firstRow(),
        true,
        first -> {
          Map<Column, @Nullable Object> values = values(first.getFirst(), columns);
          for (Map.Entry<Column, @Nullable Object> entry : values.entrySet()) {
            if (entry.getValue() == null && entry.getKey().notNull()) {
              model.fail(new RecordsProblem.NotNull(entry.getKey().name()));
              return;
            }
          }
          edits.withAll(
              range.firstRow() + 1,
              range.lastRow(),
              false,
              rows -> fill("fill down", rows, values));
        });
  }

  private void fill(String verb, List<Row> rows, Map<Column, ? extends @Nullable Object> values) {
    if (edits.unnamed(rows)) {
      return;
    }
    List<CellEdit> staged = new ArrayList<>();
    for (Row row : rows) {
      values.forEach((column, value) -> stage(staged, row, column, value));
    }
    model.journal().stage(verb, model.table().name(), staged, List.of());
  }

  /** The values of a row as they are shown, without those of a new row that are not set. */
  private Map<Column, @Nullable Object> values(Row row, List<Column> columns) {
    Map<String, @Nullable Object> staged =
        model
            .journal()
            .change(model.table().name(), row.key())
            .map(RowChange::values)
            .orElse(Map.of());
    Map<Column, @Nullable Object> values = new LinkedHashMap<>();
    for (Column column : columns) {
      if (staged.containsKey(column.name())) {
        values.put(column, staged.get(column.name()));
      } else if (!(row.key() instanceof RowKey.Fresh)) {
        values.put(column, stored(row, column));
      }
    }
    return values;
  }

  private void stage(List<CellEdit> staged, Row row, Column column, @Nullable Object value) {
    boolean deleted =
        model
            .journal()
            .change(model.table().name(), row.key())
            .filter(change -> change.kind() == RowChange.Kind.DELETE)
            .isPresent();
    boolean barred =
        !(row.key() instanceof RowKey.Fresh) && !model.table().updateRefusal(column).isEmpty();
    if (!row.gone() && !deleted && !barred) {
      staged.add(edits.edit(row, column, value));
    }
  }

  private @Nullable Object stored(Row row, Column column) {
    return row.cells().get(model.table().columns().indexOf(column));
  }

  private boolean refusesNull(Column column) {
    return column.notNull() || model.table().rowidColumn().filter(column::equals).isPresent();
  }

  /** Says so if no column of a range takes another value in the rows of the file. */
  private boolean barred(CellRange range) {
    List<String> refusals =
        model.columns().between(range.firstColumn(), range.lastColumn()).stream()
            .map(model.table()::updateRefusal)
            .toList();
    boolean stored = range.firstRow() < model.count().get().rows();
    boolean barred = stored && refusals.stream().noneMatch(String::isEmpty);
    if (barred) {
      model.fail(new RecordsProblem.NotEdited(refusals.getFirst()));
    }
    return barred;
  }

  private List<Column> columns(CellRange range) {
    return model.columns().between(range.firstColumn(), range.lastColumn()).stream()
        .filter(column -> !column.generated())
        .toList();
  }
}
