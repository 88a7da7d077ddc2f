package org.quarry.ui.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.BlobSize;
import org.quarry.database.records.Clipped;
import org.quarry.database.records.Row;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowKey;
import org.quarry.database.schema.Column;
import org.quarry.ui.grid.CellEdit;
import org.quarry.ui.grid.CellRange;
import org.quarry.ui.grid.EditText;
import org.quarry.ui.grid.GridEditing;

/** Stages what is edited in the grid. */
final class RecordsEditing implements GridEditing {
  private final RecordsModel model;

  RecordsEditing(RecordsModel model) {
    this.model = model;
  }

  @Override
  public @Nullable String refusal(long place, int at) {
    String barred = barred(place, at);
    Object value = barred == null ? model.shown(place, model.columns().at(at)) : null;
    if (value instanceof BlobSize) {
      return "This cell holds a BLOB, which is not text. F4 opens the value panel; Alt+Del sets NULL.";
    }
    if (value instanceof Clipped text && text.head().isEmpty()) {
      return "This text is too long for a cell. F4 opens the value panel.";
    }
    return barred;
  }

  /** Why a cell takes no value at all, whatever it holds; null if it does. */
  @Nullable String barred(long place, int at) {
    if (!model.refusal().isEmpty()) {
      return model.refusal();
    }
    Column column = model.columns().at(at);
    Optional<RowKey> key = model.key(place);
    if (key.isEmpty()) {
      return "This row is still being read.";
    }
    boolean fresh = key.get() instanceof RowKey.Fresh;
    String refusal = fresh && !column.generated() ? "" : model.table().updateRefusal(column);
    if (!refusal.isEmpty()) {
      return refusal;
    }
    if (key.get() instanceof RowKey.Position) {
      return RecordsModel.UNNAMED;
    }
    if (model
        .change(place)
        .map(RowChange::kind)
        .filter(RowChange.Kind.DELETE::equals)
        .isPresent()) {
      return "This row is to be deleted. Undo brings it back.";
    }
    if (model.row(place).map(Row::gone).orElse(false)) {
      return "This row was deleted meanwhile. F5 refreshes.";
    }
    return null;
  }

  @Override
  public CellEdit edit(long place, int at) {
    return new RecordEdit(model, EditedRow.at(model, place), model.columns().at(at));
  }

  /** An empty text where texts are, NULL elsewhere: a column of numbers has no empty value. */
  @Override
  public void clear(CellRange range) {
    set(range, column -> column.affinity() == Column.Affinity.TEXT ? "" : null);
  }

  @Override
  public void fill(CellRange range, EditText value) {
    if (!model.refusal().isEmpty()) {
      return;
    }
    BlockEdits edits = new BlockEdits(model);
    Optional<PickedKey> picked = PickedKey.in(value);
    if (picked.isPresent() && range.firstColumn() == range.lastColumn()) {
      edits.fill(range, picked.get());
    } else {
      edits.fill(range, value.text());
    }
  }

  @Override
  public void setNull(CellRange range) {
    set(range, column -> null);
  }

  private void set(CellRange range, Function<Column, @Nullable Object> value) {
    if (!model.refusal().isEmpty()) {
      model.fail(new RecordsProblem.NotEdited(model.refusal()));
      return;
    }
    Map<Column, @Nullable Object> values = new LinkedHashMap<>();
    columns(range).forEach(column -> values.put(column, value.apply(column)));
    Optional<Column> refused =
        values.keySet().stream()
            .filter(column -> values.get(column) == null && refusesNull(column))
            .findFirst();
    if (refused.isPresent()) {
      model.fail(new RecordsProblem.NotNull(refused.get().name()));
    } else if (!values.isEmpty()) {
      model.set(range.firstRow(), range.lastRow(), values);
    }
  }

  private boolean refusesNull(Column column) {
    return column.notNull() || model.table().rowidColumn().filter(column::equals).isPresent();
  }

  @Override
  public void deleteRows(CellRange range) {
    String refusal = model.refusal().isEmpty() ? model.table().deleteRefusal() : model.refusal();
    if (refusal.isEmpty()) {
      model.deleteRows(range.firstRow(), range.lastRow());
    } else {
      model.fail(new RecordsProblem.NotEdited(refusal));
    }
  }

  private List<Column> columns(CellRange range) {
    return model.columns().between(range.firstColumn(), range.lastColumn()).stream()
        .filter(column -> model.table().updateRefusal(column).isEmpty())
        .toList();
  }
}
