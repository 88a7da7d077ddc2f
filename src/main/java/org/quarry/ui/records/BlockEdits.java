package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.JournalDraft;
import org.quarry.database.records.ReadyStep;
import org.quarry.database.records.Row;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.TypedValue;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.ui.grid.CellRange;
import org.quarry.ui.kit.Staging;
import org.quarry.ui.kit.Texts;
import org.quarry.work.Monitor;

/**
 * Gives many cells a value as one step: one that was typed, or that of the first row. Generated
 * columns are left alone. For the UI thread.
 */
final class BlockEdits {
  private final RecordsModel model;
  private final RangeEdits edits;
  private final Table table;

  BlockEdits(RecordsModel model) {
    this.model = model;
    edits = new RangeEdits(model);
    table = model.table();
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
    edits.stage(
        "Filling " + Texts.count(range.rows() * columns.size(), "cell"),
        new RangeRows(model, range.firstRow(), range.lastRow(), RangeRows.Cells.AS_SHOWN),
        columns.size(),
        (draft, rows, monitor) -> {
          columns.forEach(column -> require(text, column, isRowid(column)));
          return fill(
              "fill",
              draft,
              rows,
              columns,
              (row, column) ->
                  text == null ? null : TypedValue.parse(text, column, stored(row, column)),
              monitor);
        },
        () -> {});
  }

  /** Has all rows of a range refer to a row by several columns. */
  void fill(CellRange range, PickedKey picked) {
    Map<Column, Object> values = picked.values();
    edits.stage(
        "Filling " + Texts.count(range.rows() * values.size(), "cell"),
        new RangeRows(model, range.firstRow(), range.lastRow(), RangeRows.Cells.AS_SHOWN),
        values.size(),
        (draft, rows, monitor) ->
            fill(
                "fill",
                draft,
                rows,
                List.copyOf(values.keySet()),
                (row, column) -> values.get(column),
                monitor),
        () -> {});
  }

  /** Gives the cells of a range the values of its first row; the rowid stays everywhere. */
  void fillDown(CellRange range) {
    if (barred(range)) {
      return;
    }
    List<Column> columns = columns(range).stream().filter(column -> !isRowid(column)).toList();
    RangeRows first =
        new RangeRows(model, range.firstRow(), range.firstRow(), RangeRows.Cells.WHOLE);
    RangeRows below =
        new RangeRows(model, range.firstRow() + 1, range.lastRow(), RangeRows.Cells.AS_SHOWN);
    edits.stage(
        "Filling " + Texts.count(below.size() * columns.size(), "cell"),
        below,
        first.areHere() ? columns.size() : Staging.LARGE,
        (draft, rows, monitor) -> {
          List<Row> source = first.read(monitor);
          if (source.isEmpty()) {
            return draft.stage("", table.name(), List.of(), List.of(), monitor);
          }
          Map<Column, @Nullable Object> values = values(draft, source.getFirst(), columns);
          values.forEach((column, value) -> require(value, column, false));
          return fill(
              "fill down",
              draft,
              rows,
              List.copyOf(values.keySet()),
              (row, column) -> values.get(column),
              monitor);
        },
        () -> {});
  }

  private ReadyStep fill(
      String verb,
      JournalDraft draft,
      List<Row> rows,
      List<Column> columns,
      BiFunction<Row, Column, @Nullable Object> value,
      Monitor monitor) {
    RangeEdits.requireNamed(rows);
    List<CellEdit> staged = new ArrayList<>();
    for (Row row : rows) {
      if (!row.gone() && !draft.deletes(table.name(), row.key())) {
        boolean fresh = row.key() instanceof RowKey.Fresh;
        for (Column column : columns) {
          if (fresh || table.updateRefusal(column).isEmpty()) {
            staged.add(RangeEdits.edit(table, row, column, value.apply(row, column)));
          }
        }
      }
    }
    return draft.stage(verb, table.name(), staged, List.of(), monitor);
  }

  /** The values of a row as they are shown, without those of a new row that are not set. */
  private Map<Column, @Nullable Object> values(JournalDraft draft, Row row, List<Column> columns) {
    Map<String, @Nullable Object> staged =
        draft.change(table.name(), row.key()).map(RowChange::values).orElse(Map.of());
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

  private @Nullable Object stored(Row row, Column column) {
    return row.cells().get(table.columns().indexOf(column));
  }

  private static void require(@Nullable Object value, Column column, boolean rowid) {
    if (value == null && (column.notNull() || rowid)) {
      throw new RecordsProblem.NotNull(column.name());
    }
  }

  private boolean isRowid(Column column) {
    return table.rowidColumn().filter(column::equals).isPresent();
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
