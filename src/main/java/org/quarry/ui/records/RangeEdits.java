package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.Row;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.TableRows;
import org.quarry.database.schema.Column;
import org.quarry.ui.kit.Texts;
import org.quarry.work.Monitor;

/**
 * Stages edits of many rows as one step. Rows that are in memory are staged at once; others are
 * read first, in the background, so that no row of a range is left out. For the UI thread.
 */
final class RangeEdits {
  /** The most rows that one step may stage; past that SQL does it better. */
  static final int MOST = 100_000;

  private static final int CHUNK = 1000;

  private final RecordsModel model;

  RangeEdits(RecordsModel model) {
    this.model = model;
  }

  /** Stages a value for the cells of some rows in each of some columns. */
  void set(long firstRow, long lastRow, Map<Column, @Nullable Object> values) {
    withRows(
        firstRow,
        lastRow,
        false,
        rows -> {
          if (unnamed(rows)) {
            return;
          }
          List<CellEdit> edits = new ArrayList<>();
          for (Row row : rows) {
            values.forEach((column, value) -> edits.add(edit(row, column, value)));
          }
          model.journal().set(model.table().name(), edits);
        });
  }

  /** The edit of one cell of a row. */
  CellEdit edit(Row row, Column column, @Nullable Object value) {
    return edit(row.key(), column, row.cells().get(model.table().columns().indexOf(column)), value);
  }

  /** The edit of one cell, of which the page has a value or what stands for it. */
  static CellEdit edit(RowKey key, Column column, @Nullable Object stored, @Nullable Object value) {
    boolean known = Paged.isWhole(stored);
    return new CellEdit(key, column.name(), known, known ? stored : null, value);
  }

  /** Stages the deletion of rows. */
  void delete(long firstRow, long lastRow) {
    withAll(
        firstRow,
        lastRow,
        RangeEdits::recognised,
        all -> {
          List<Row> rows = all.stream().filter(row -> !row.gone()).toList();
          if (unnamed(rows)) {
            return;
          }
          Map<RowKey, Map<String, @Nullable Object>> seen = new LinkedHashMap<>();
          rows.forEach(row -> seen.put(row.key(), seen(row)));
          model.journal().delete(model.table().name(), seen);
        });
  }

  /** Says so if rows of a view are among them that nothing names. */
  boolean unnamed(List<Row> rows) {
    boolean unnamed = rows.stream().anyMatch(row -> row.key() instanceof RowKey.Position);
    if (unnamed) {
      model.fail(new RecordsProblem.NotEdited(RecordsModel.UNNAMED));
    }
    return unnamed;
  }

  /** A row of a view that nothing names is not read again; it is not deleted either. */
  private static @Nullable Object recognised(
      TableRows rows, RowKey key, String column, Monitor monitor) {
    return key instanceof RowKey.Position ? null : rows.fingerprint(key, column, monitor);
  }

  /** The values of a stored row, long ones by what they are recognised by. */
  private Map<String, @Nullable Object> seen(Row row) {
    Map<String, @Nullable Object> seen = new LinkedHashMap<>();
    List<Column> columns = model.table().columns();
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
    withRows(
        firstRow,
        lastRow,
        true,
        rows -> {
          long place = model.size();
          model.journal().insertAll(model.table().name(), rows.stream().map(this::values).toList());
          placed.accept(place);
        });
  }

  private Map<String, @Nullable Object> values(Row row) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    Optional<RowChange> change = model.journal().change(model.table().name(), row.key());
    List<Column> columns = model.table().columns();
    for (int at = 0; at < columns.size(); at++) {
      Column column = columns.get(at);
      boolean own = model.table().rowidColumn().filter(column::equals).isPresent();
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

  /** Hands on the rows of a range, of which those deleted meanwhile are left out. */
  private void withRows(long firstRow, long lastRow, boolean whole, Consumer<List<Row>> then) {
    withAll(
        firstRow,
        lastRow,
        whole,
        rows -> then.accept(rows.stream().filter(row -> !row.gone()).toList()));
  }

  /**
   * Hands on every row of a range, in its order.
   *
   * @param whole whether all values are to be whole
   */
  void withAll(long firstRow, long lastRow, boolean whole, Consumer<List<Row>> then) {
    withAll(firstRow, lastRow, whole ? TableRows::value : null, then);
  }

  /** What stands for a value that a page has not whole. */
  private interface Whole {
    @Nullable Object of(TableRows rows, RowKey key, String column, Monitor monitor);
  }

  private void withAll(
      long firstRow, long lastRow, @Nullable Whole whole, Consumer<List<Row>> then) {
    long number = lastRow - firstRow + 1;
    if (number > MOST) {
      model.fail(new RecordsProblem.TooManyRows(Texts.number(number), Texts.number(MOST)));
      return;
    }
    List<Row> here = new ArrayList<>();
    boolean complete = true;
    for (long place = firstRow; place <= lastRow && complete; place++) {
      Optional<Row> row = known(place);
      complete =
          row.isPresent() && (whole == null || row.get().cells().stream().allMatch(Paged::isWhole));
      row.ifPresent(here::add);
    }
    if (complete) {
      then.accept(here);
      return;
    }
    long stored = model.count().get().rows();
    List<Row> fresh = new ArrayList<>();
    for (long place = Math.max(firstRow, stored); place <= lastRow; place++) {
      known(place).ifPresent(fresh::add);
    }
    TableRows rows = model.rows();
    model
        .background()
        .start(
            "Reading " + Texts.count(number, "row"),
            monitor -> read(rows, firstRow, Math.min(lastRow + 1, stored), whole, monitor),
            read -> {
              List<Row> all = new ArrayList<>(read);
              all.addAll(fresh);
              then.accept(all);
            },
            model::fail);
  }

  private Optional<Row> known(long place) {
    Optional<RowKey> key = model.key(place);
    if (key.isPresent() && key.get() instanceof RowKey.Fresh) {
      int columns = model.table().columns().size();
      return Optional.of(new Row(key.get(), Collections.nCopies(columns, null), false));
    }
    return model.row(place);
  }

  private static List<Row> read(
      TableRows rows, long from, long to, @Nullable Whole whole, Monitor monitor) {
    List<Row> read = new ArrayList<>();
    for (long at = from; at < to; at += CHUNK) {
      monitor.report(at - from, to - from, "");
      int wanted = (int) Math.min(CHUNK, to - at);
      for (Row row : rows.page(at, wanted, monitor).rows()) {
        read.add(whole == null || row.gone() ? row : whole(rows, row, whole, monitor));
      }
    }
    return read;
  }

  private static Row whole(TableRows rows, Row row, Whole whole, Monitor monitor) {
    List<@Nullable Object> cells = new ArrayList<>(row.cells());
    for (int at = 0; at < cells.size(); at++) {
      if (!Paged.isWhole(cells.get(at))) {
        String column = rows.table().columns().get(at).name();
        cells.set(at, whole.of(rows, row.key(), column, monitor));
      }
    }
    return new Row(row.key(), cells, false);
  }
}
