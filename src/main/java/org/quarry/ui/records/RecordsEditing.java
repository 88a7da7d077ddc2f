package org.quarry.ui.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.BlobSize;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.Clipped;
import org.quarry.database.records.Row;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.TypedValue;
import org.quarry.database.schema.Column;
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
    if (barred == null && current(place, model.columns().at(at)) instanceof BlobSize) {
      return "This cell holds a BLOB, which is not text. Alt+Del sets it to NULL, and a file can be"
          + " read in its place.";
    }
    return barred;
  }

  /** Why a cell takes no value at all, whatever it holds; null if it does. */
  @Nullable String barred(long place, int at) {
    if (!model.refusal().isEmpty()) {
      return model.refusal();
    }
    Column column = model.columns().at(at);
    if (column.generated()) {
      return column.name() + " is generated: SQLite computes it from other columns.";
    }
    Optional<RowKey> key = model.key(place);
    if (key.isEmpty()) {
      return "This row is still being read.";
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

  private @Nullable Object current(long place, Column column) {
    Optional<RowChange> change = model.change(place);
    if (change.isPresent() && change.get().values().containsKey(column.name())) {
      return change.get().values().get(column.name());
    }
    return model.stored(place, column);
  }

  @Override
  public org.quarry.ui.grid.CellEdit edit(long place, int at) {
    Column column = model.columns().at(at);
    return new Edit(
        model.key(place).orElseThrow(),
        column,
        model.stored(place, column),
        current(place, column));
  }

  /** An empty text where texts are, NULL elsewhere: a column of numbers has no empty value. */
  @Override
  public void clear(CellRange range) {
    set(range, column -> column.affinity() == Column.Affinity.TEXT ? "" : null);
  }

  @Override
  public void setNull(CellRange range) {
    set(range, column -> null);
  }

  private void set(CellRange range, Function<Column, @Nullable Object> value) {
    if (!model.refusal().isEmpty()) {
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
    if (model.refusal().isEmpty()) {
      model.deleteRows(range.firstRow(), range.lastRow());
    }
  }

  private List<Column> columns(CellRange range) {
    return model.columns().between(range.firstColumn(), range.lastColumn()).stream()
        .filter(column -> !column.generated())
        .toList();
  }

  /** One cell being edited, remembered by its row's key. */
  private final class Edit implements org.quarry.ui.grid.CellEdit {
    private final RowKey key;
    private final Column column;
    private @Nullable Object stored;
    private @Nullable Object current;

    Edit(RowKey key, Column column, @Nullable Object stored, @Nullable Object current) {
      this.key = key;
      this.column = column;
      this.stored = stored;
      this.current = current;
    }

    @Override
    public void requestValue(Consumer<EditText> answer) {
      if (!(current instanceof Clipped)) {
        answer.accept(shown());
        return;
      }
      model
          .background()
          .start(
              "Reading a value",
              monitor -> Optional.ofNullable(model.rows().value(key, column.name(), monitor)),
              whole -> {
                stored = whole.orElse(null);
                current = stored;
                answer.accept(shown());
              },
              model::fail);
    }

    private EditText shown() {
      return current == null ? EditText.NULL : EditText.of(TypedValue.text(current));
    }

    @Override
    public @Nullable String validate(EditText value) {
      if (value.isNull() && refusesNull(column) && !(key instanceof RowKey.Fresh)) {
        return column.name() + " cannot be NULL: it needs a value.";
      }
      return null;
    }

    @Override
    public void commit(EditText value) {
      String text = value.text();
      Object now = text == null ? null : TypedValue.parse(text, column, stored);
      boolean known = Paged.isWhole(stored);
      model
          .journal()
          .set(
              model.table().name(),
              List.of(new CellEdit(key, column.name(), known, known ? stored : null, now)));
    }
  }
}
