package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.CellRules;
import org.quarry.database.records.Clipped;
import org.quarry.database.records.FlagForm;
import org.quarry.database.records.ListedForm;
import org.quarry.database.records.MomentForm;
import org.quarry.database.records.NumberForm;
import org.quarry.database.records.ValueForm;
import org.quarry.database.references.Reference;
import org.quarry.database.schema.Column;
import org.quarry.ui.grid.CellEdit;
import org.quarry.ui.grid.EditText;
import org.quarry.ui.grid.EditorKind;

/** One cell being edited, remembered by its row's key, in the form of its column and value. */
final class RecordEdit implements CellEdit {
  private final RecordsModel model;
  private final EditedRow row;
  private final Column column;
  private @Nullable Object stored;
  private @Nullable Object current;
  private ValueForm form;

  RecordEdit(RecordsModel model, EditedRow row, Column column) {
    this.model = model;
    this.row = row;
    this.column = column;
    stored = row.stored(column);
    current = row.shown(column);
    form = ValueForm.of(row.table(), column, current, stored);
  }

  @Override
  public EditorKind kind() {
    boolean needed = CellRules.refusal(row.table(), column, null, row.fresh()) != null;
    // What a column refers to alone says more of it than what it does with others.
    Optional<Reference.Sound> reference =
        model.links().sound(column).stream()
            .min(Comparator.comparingInt(each -> each.columns().size()));
    if (reference.isPresent()) {
      return new EditorKind.OneOf(
          new ForeignSearch(model, reference.get(), row, column, !needed), false);
    }
    return switch (form) {
      case FlagForm flag -> new EditorKind.OneOf(ValueChoices.of(flag, !needed), true);
      case ListedForm list -> new EditorKind.OneOf(ValueChoices.of(list.values(), !needed), false);
      case MomentForm moment -> new EditorKind.Moment(moment);
      case NumberForm _ -> EditorKind.LINE;
      default -> EditorKind.TEXT;
    };
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
            monitor -> Optional.ofNullable(model.rows().value(row.key(), column.name(), monitor)),
            whole -> {
              stored = whole.orElse(null);
              current = stored;
              form = ValueForm.of(row.table(), column, current, stored);
              answer.accept(shown());
            },
            model::fail);
  }

  private EditText shown() {
    return current == null ? EditText.NULL : EditText.of(form.shown(current));
  }

  private @Nullable Object value(EditText value) {
    Optional<Object> picked = PickedKey.in(value).map(each -> each.values().get(column));
    String text = value.text();
    return picked.isPresent() ? picked.get() : text == null ? null : form.value(text);
  }

  @Override
  public @Nullable String validate(EditText value) {
    return values(value).entrySet().stream()
        .map(cell -> CellRules.refusal(row.table(), cell.getKey(), cell.getValue(), row.fresh()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  @Override
  public @Nullable String doubt(EditText value) {
    String text = value.text();
    String doubt = text == null ? null : form.doubt(text);
    return doubt == null
        ? null
        : doubt
            + ". Enter again stores it "
            + (value(value) instanceof String ? "as text." : "as it is.");
  }

  @Override
  public @Nullable String doubtSoFar(String typed) {
    boolean searches = kind() instanceof EditorKind.OneOf;
    String doubt = searches ? null : form.doubtSoFar(typed);
    return doubt == null ? null : doubt + ".";
  }

  @Override
  public void commit(EditText value) {
    List<org.quarry.database.records.CellEdit> edits = new ArrayList<>();
    values(value)
        .forEach(
            (each, now) ->
                edits.add(
                    each.equals(column)
                        ? RangeEdits.edit(row.key(), column, stored, now)
                        : row.edit(each, now)));
    model.journal().set(row.table().name(), edits);
  }

  private boolean has(Column other, Object value) {
    return Objects.deepEquals(row.shown(other), value);
  }

  /** What the cell is to hold, and what others of its key with a row that was picked. */
  private Map<Column, @Nullable Object> values(EditText value) {
    Map<Column, @Nullable Object> values = new LinkedHashMap<>();
    values.put(column, value(value));
    PickedKey.in(value).stream()
        .flatMap(picked -> picked.values().entrySet().stream())
        .filter(cell -> !cell.getKey().equals(column) && !has(cell.getKey(), cell.getValue()))
        .forEach(cell -> values.put(cell.getKey(), cell.getValue()));
    return values;
  }
}
