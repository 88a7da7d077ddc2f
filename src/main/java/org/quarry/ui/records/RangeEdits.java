package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.JournalDraft;
import org.quarry.database.records.ReadyStep;
import org.quarry.database.records.Row;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowKey;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.ui.kit.Staging;
import org.quarry.ui.kit.Texts;
import org.quarry.work.Monitor;

/**
 * Stages edits of many rows as one step. Few rows that are in memory are staged at once; others are
 * read and staged in the background, so that no row of a range is left out. For the UI thread.
 */
final class RangeEdits {
  /** The most rows that one step may stage; past that SQL does it better. */
  static final int MOST = 100_000;

  private final RecordsModel model;

  RangeEdits(RecordsModel model) {
    this.model = model;
  }

  /** Makes a step of rows; off the UI thread where they are many. */
  interface Maker {
    ReadyStep make(JournalDraft draft, List<Row> rows, Monitor monitor);
  }

  /** Stages a value for the cells of some rows in each of some columns. */
  void set(long firstRow, long lastRow, Map<Column, @Nullable Object> values) {
    Table table = model.table();
    stage(
        "Setting " + Texts.count(lastRow - firstRow + 1, "row"),
        new RangeRows(model, firstRow, lastRow, RangeRows.Cells.AS_SHOWN),
        values.size(),
        (draft, rows, monitor) -> {
          List<CellEdit> edits = new ArrayList<>();
          for (Row row : named(rows)) {
            values.forEach((column, value) -> edits.add(edit(table, row, column, value)));
          }
          return draft.stage("", table.name(), edits, List.of(), monitor);
        },
        () -> {});
  }

  /** The edit of one cell of a row. */
  static CellEdit edit(Table table, Row row, Column column, @Nullable Object value) {
    return edit(row.key(), column, row.cells().get(table.columns().indexOf(column)), value);
  }

  /** The edit of one cell, of which the page has a value or what stands for it. */
  static CellEdit edit(RowKey key, Column column, @Nullable Object stored, @Nullable Object value) {
    boolean known = Paged.isWhole(stored);
    return new CellEdit(key, column.name(), known, known ? stored : null, value);
  }

  /** Stages the deletion of rows. */
  void delete(long firstRow, long lastRow) {
    Table table = model.table();
    stage(
        "Deleting " + Texts.count(lastRow - firstRow + 1, "row"),
        new RangeRows(model, firstRow, lastRow, RangeRows.Cells.RECOGNISED),
        1,
        (draft, rows, monitor) -> {
          Map<RowKey, Map<String, @Nullable Object>> seen = new LinkedHashMap<>();
          named(rows).forEach(row -> seen.put(row.key(), seen(table, row)));
          return draft.delete(table.name(), seen, monitor);
        },
        () -> {});
  }

  /** The rows that were not deleted meanwhile, each of which something names. */
  private static List<Row> named(List<Row> rows) {
    List<Row> there = rows.stream().filter(row -> !row.gone()).toList();
    requireNamed(there);
    return there;
  }

  /** Throws a problem if rows of a view are among them that nothing names. */
  static void requireNamed(List<Row> rows) {
    if (rows.stream().anyMatch(row -> row.key() instanceof RowKey.Position)) {
      throw new RecordsProblem.NotEdited(RecordsModel.UNNAMED);
    }
  }

  /** The values of a stored row, long ones by what they are recognised by. */
  private static Map<String, @Nullable Object> seen(Table table, Row row) {
    Map<String, @Nullable Object> seen = new LinkedHashMap<>();
    List<Column> columns = table.columns();
    for (int at = 0; at < columns.size(); at++) {
      Object value = row.cells().get(at);
      if (!columns.get(at).generated() && Paged.isWhole(value)) {
        seen.put(columns.get(at).name(), value);
      }
    }
    return seen;
  }

  /**
   * Stages copies of rows with all their values but the rowid, so that each gets its own.
   *
   * @param placed told the place of the first copy
   */
  void duplicate(long firstRow, long lastRow, LongConsumer placed) {
    Table table = model.table();
    RangeRows range = new RangeRows(model, firstRow, lastRow, RangeRows.Cells.WHOLE);
    long[] copies = new long[1];
    stage(
        "Copying " + Texts.count(range.size(), "row"),
        range,
        1,
        (draft, rows, monitor) -> {
          List<Map<String, @Nullable Object>> values =
              rows.stream()
                  .filter(row -> !row.gone())
                  .map(row -> values(draft, table, row))
                  .toList();
          copies[0] = values.size();
          return draft.stage("", table.name(), List.of(), values, monitor);
        },
        () -> placed.accept(model.size() - copies[0]));
  }

  private static Map<String, @Nullable Object> values(JournalDraft draft, Table table, Row row) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    Optional<RowChange> change = draft.change(table.name(), row.key());
    List<Column> columns = table.columns();
    for (int at = 0; at < columns.size(); at++) {
      Column column = columns.get(at);
      boolean own = table.rowidColumn().filter(column::equals).isPresent();
      if (own || column.generated()) {
        continue;
      }
      if (change.isPresent() && change.get().values().containsKey(column.name())) {
        values.put(column.name(), change.get().values().get(column.name()));
      } else if (!(row.key() instanceof RowKey.Fresh)) {
        values.put(column.name(), row.cells().get(at));
      }
    }
    return values;
  }

  /**
   * Stages what is made of rows, as one step.
   *
   * @param title what it does, as the status bar shows it
   * @param columns how many cells of each row are touched; from {@link Staging#LARGE} on it is done
   *     in the background even of one row
   * @param done told when it was staged
   */
  void stage(String title, RangeRows range, int columns, Maker maker, Runnable done) {
    if (range.size() > MOST) {
      model.fail(new RecordsProblem.TooManyRows(Texts.number(range.size()), Texts.number(MOST)));
      return;
    }
    model
        .open()
        .staging()
        .start(
            title,
            !range.areHere() || Math.max(1, range.size()) * columns >= Staging.LARGE,
            (draft, monitor) -> maker.make(draft, range.read(monitor), monitor),
            done,
            model::fail);
  }
}
