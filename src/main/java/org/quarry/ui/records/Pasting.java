package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.JournalDraft;
import org.quarry.database.records.Row;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.database.transfer.CopiedCells;
import org.quarry.database.transfer.PastedText;
import org.quarry.database.transfer.PastedText.Cell;
import org.quarry.database.transfer.PastedValue;
import org.quarry.ui.grid.CellRange;
import org.quarry.ui.kit.Staging;
import org.quarry.ui.kit.Texts;

/**
 * Stages the cells of a text as one step: over the cells that are there, as new rows past the last
 * one. A first line that names columns says where the others go. For the UI thread.
 */
final class Pasting {
  private final RecordsModel model;
  private final RangeEdits edits;
  private final Optional<CopiedCells> copied;

  /**
   * Makes one.
   *
   * @param copied which cells of the text are NULL, where Quarry copied it
   */
  Pasting(RecordsModel model, Optional<CopiedCells> copied) {
    this.model = model;
    this.copied = copied;
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
          requireRoom(true);
          PastedBlock block =
              PastedBlock.named(model.table(), cells)
                  .orElseGet(() -> PastedBlock.at(model.columns().shown(), left, cells));
          long end = model.size();
          stage(end, block, new RangeRows(model, end, end - 1, RangeRows.Cells.AS_SHOWN), done);
        });
  }

  private void read(String text, Consumer<List<List<Cell>>> then) {
    model
        .background()
        .start(
            "Reading the clipboard",
            monitor -> copied.map(each -> each.read(text)).orElseGet(() -> PastedText.read(text)),
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
    long there = Math.min(block.rows().size(), model.size() - first);
    boolean stored = there > 0 && first < model.count().get().rows();
    for (Column column : block.columns()) {
      String refusal = stored || column.generated() ? model.table().updateRefusal(column) : "";
      if (!refusal.isEmpty()) {
        throw new RecordsProblem.NotPasted(refusal, "Paste beside it.");
      }
    }
    requireRoom(there < block.rows().size());
    if (there < block.rows().size() && !model.count().get().exact()) {
      throw new RecordsProblem.NotPasted(
          "The rows are still being counted, and these may go past the last one.",
          "Wait for the count, or paste them as new rows.");
    }
    stage(
        first,
        block,
        new RangeRows(model, first, first + there - 1, RangeRows.Cells.AS_SHOWN),
        done);
  }

  private void requireRoom(boolean rows) {
    if (rows && !model.table().insertRefusal().isEmpty()) {
      throw new RecordsProblem.NotPasted(
          model.table().insertRefusal(), "Paste over rows that are there.");
    }
  }

  /** Makes values of the cells and stages them as one step: over the rows, and new ones below. */
  private void stage(long first, PastedBlock block, RangeRows over, Consumer<CellRange> done) {
    Table table = model.table();
    int cells = block.columns().size();
    long all = (long) block.rows().size() * cells;
    edits.stage(
        "Pasting into " + table.name(),
        over,
        all < Staging.LARGE ? cells : Staging.LARGE,
        (draft, rows, monitor) ->
            draft.stage(
                "paste",
                table.name(),
                updates(table, rows, draft, block),
                inserts(table, block, rows.size()),
                monitor),
        () -> done.accept(covered(first, block)));
  }

  private static List<CellEdit> updates(
      Table table, List<Row> rows, JournalDraft draft, PastedBlock block) {
    RangeEdits.requireNamed(rows);
    List<CellEdit> updates = new ArrayList<>();
    int[] places = block.columns().stream().mapToInt(table.columns()::indexOf).toArray();
    for (int at = 0; at < rows.size(); at++) {
      Row row = rows.get(at);
      boolean going = draft.deletes(table.name(), row.key());
      if (row.gone() || going) {
        throw new RecordsProblem.NotPasted(
            "One of the rows " + (going ? "is to be deleted." : "was deleted meanwhile."),
            going ? "Undo brings it back." : "F5 refreshes.");
      }
      List<Cell> cells = block.rows().get(at);
      for (int i = 0; i < cells.size(); i++) {
        Column column = block.columns().get(i);
        Object stored = row.cells().get(places[i]);
        Object value = PastedValue.of(cells.get(i), column, stored);
        if (value == null && (column.notNull() || isRowid(table, column))) {
          throw new RecordsProblem.NotNull(column.name());
        }
        updates.add(RangeEdits.edit(row.key(), column, stored, value));
      }
    }
    return updates;
  }

  /** New rows; what SQLite makes by itself, a rowid that is NULL or generated, is left to it. */
  private static List<Map<String, @Nullable Object>> inserts(
      Table table, PastedBlock block, int from) {
    List<Map<String, @Nullable Object>> inserts = new ArrayList<>();
    for (List<Cell> cells : block.rows().subList(from, block.rows().size())) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        Column column = block.columns().get(i);
        Object value = PastedValue.of(cells.get(i), column, null);
        if (column.generated() || (value == null && isRowid(table, column))) {
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

  private static boolean isRowid(Table table, Column column) {
    return table.rowidColumn().filter(column::equals).isPresent();
  }

  /** The cells that a block covers from a row on. */
  private CellRange covered(long first, PastedBlock block) {
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
    return new CellRange(
        first, first + block.rows().size() - 1, left, Math.max(left, right), false);
  }
}
