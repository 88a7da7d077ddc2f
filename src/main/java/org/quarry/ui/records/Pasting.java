package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.Row;
import org.quarry.database.records.RowChange;
import org.quarry.database.schema.Column;
import org.quarry.database.transfer.PastedText;
import org.quarry.database.transfer.PastedText.Cell;
import org.quarry.database.transfer.PastedValue;
import org.quarry.ui.grid.CellRange;
import org.quarry.ui.kit.Texts;

/**
 * Stages the cells of a text as one step: over the cells that are there, as new rows past the last
 * one. A first line that names columns says where the others go. For the UI thread.
 */
final class Pasting {
  private final RecordsModel model;
  private final RangeEdits edits;

  Pasting(RecordsModel model) {
    this.model = model;
    edits = new RangeEdits(model);
  }

  /**
   * Pastes over the cells that are selected, or as new rows where whole rows or none are.
   *
   * @param done told the cells that were pasted
   */
  void paste(String text, CellRange range, Consumer<CellRange> done) {
    if (range.isEmpty() || range.wholeRows()) {
      pasteRows(text, done);
      return;
    }
    read(
        text,
        cells ->
            over(
                range.firstRow(),
                PastedBlock.named(model.table(), cells)
                    .orElseGet(
                        () -> PastedBlock.at(model.columns().shown(), bounded(range), cells)),
                done));
  }

  /** A selection too high to be filled stands for its first row alone: the text decides. */
  private static CellRange bounded(CellRange range) {
    return range.rows() <= RangeEdits.MOST
        ? range
        : new CellRange(
            range.firstRow(), range.firstRow(), range.firstColumn(), range.lastColumn(), false);
  }

  /** Pastes as new rows, from the first column on where no line names columns. */
  void pasteRows(String text, Consumer<CellRange> done) {
    CellRange left = new CellRange(0, 0, 0, 0, true);
    read(
        text,
        cells -> {
          PastedBlock block =
              PastedBlock.named(model.table(), cells)
                  .orElseGet(() -> PastedBlock.at(model.columns().shown(), left, cells));
          finish(model.size(), block, List.of(), inserts(block, 0), done);
        });
  }

  private void read(String text, Consumer<List<List<Cell>>> then) {
    model
        .background()
        .start(
            "Reading the clipboard",
            monitor -> PastedText.read(text),
            cells -> {
              try {
                if (cells.size() > RangeEdits.MOST) {
                  throw new RecordsProblem.TooManyRows(
                      Texts.number(cells.size()), Texts.number(RangeEdits.MOST));
                }
                then.accept(cells);
              } catch (RecordsProblem refused) {
                model.fail(refused);
              }
            },
            model::fail);
  }

  private void over(long first, PastedBlock block, Consumer<CellRange> done) {
    for (Column column : block.columns()) {
      if (column.generated()) {
        throw new RecordsProblem.NotPasted(
            column.name() + " is generated: SQLite computes it from other columns.",
            "Paste beside it.");
      }
    }
    long there = Math.min(block.rows().size(), model.size() - first);
    if (there < block.rows().size() && !model.count().get().exact()) {
      throw new RecordsProblem.NotPasted(
          "The rows are still being counted, and these may go past the last one.",
          "Wait for the count, or paste them as new rows.");
    }
    List<Map<String, @Nullable Object>> inserts = inserts(block, (int) there);
    edits.withAll(
        first,
        first + there - 1,
        false,
        rows -> {
          try {
            finish(first, block, updates(rows, block), inserts, done);
          } catch (RecordsProblem refused) {
            model.fail(refused);
          }
        });
  }

  private List<CellEdit> updates(List<Row> rows, PastedBlock block) {
    List<CellEdit> updates = new ArrayList<>();
    for (int at = 0; at < rows.size(); at++) {
      Row row = rows.get(at);
      boolean deleted =
          model
              .journal()
              .change(model.table().name(), row.key())
              .filter(change -> change.kind() == RowChange.Kind.DELETE)
              .isPresent();
      if (row.gone() || deleted) {
        throw new RecordsProblem.NotPasted(
            "One of the rows " + (deleted ? "is to be deleted." : "was deleted meanwhile."),
            deleted ? "Undo brings it back." : "F5 refreshes.");
      }
      List<Cell> cells = block.rows().get(at);
      for (int i = 0; i < cells.size(); i++) {
        Column column = block.columns().get(i);
        Object stored = row.cells().get(model.table().columns().indexOf(column));
        Object value = PastedValue.of(cells.get(i), column, stored);
        if (value == null && (column.notNull() || isRowid(column))) {
          throw new RecordsProblem.NotNull(column.name());
        }
        updates.add(edits.edit(row, column, value));
      }
    }
    return updates;
  }

  /** New rows; what SQLite makes by itself, a rowid that is NULL or generated, is left to it. */
  private List<Map<String, @Nullable Object>> inserts(PastedBlock block, int from) {
    List<Map<String, @Nullable Object>> inserts = new ArrayList<>();
    for (List<Cell> cells : block.rows().subList(from, block.rows().size())) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        Column column = block.columns().get(i);
        Object value = PastedValue.of(cells.get(i), column, null);
        if (column.generated() || (value == null && isRowid(column))) {
          continue;
        }
        if (value == null && column.notNull()) {
          throw new RecordsProblem.NotNull(column.name());
        }
        values.put(column.name(), value);
      }
      inserts.add(values);
    }
    return inserts;
  }

  private boolean isRowid(Column column) {
    return model.table().rowidColumn().filter(column::equals).isPresent();
  }

  private void finish(
      long first,
      PastedBlock block,
      List<CellEdit> updates,
      List<Map<String, @Nullable Object>> inserts,
      Consumer<CellRange> done) {
    model.journal().stage("paste", model.table().name(), updates, inserts);
    int left =
        block.columns().stream()
            .mapToInt(column -> model.columns().placeOf(column.name()))
            .filter(place -> place >= 0)
            .min()
            .orElse(0);
    int right =
        block.columns().stream()
            .mapToInt(column -> model.columns().placeOf(column.name()))
            .max()
            .orElse(0);
    done.accept(
        new CellRange(first, first + block.rows().size() - 1, left, Math.max(left, right), false));
  }
}
