package org.quarry.ui.records;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.CellRules;
import org.quarry.database.records.Clipped;
import org.quarry.database.records.FlagForm;
import org.quarry.database.records.ForeignChoices;
import org.quarry.database.records.ListedForm;
import org.quarry.database.records.MomentForm;
import org.quarry.database.records.NumberForm;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.ValueForm;
import org.quarry.database.schema.Column;
import org.quarry.ui.grid.CellEdit;
import org.quarry.ui.grid.EditText;
import org.quarry.ui.grid.EditorKind;

/** One cell being edited, remembered by its row's key, in the form of its column and value. */
final class RecordEdit implements CellEdit {
  private final RecordsModel model;
  private final RowKey key;
  private final Column column;
  private @Nullable Object stored;
  private @Nullable Object current;
  private ValueForm form;

  RecordEdit(
      RecordsModel model,
      RowKey key,
      Column column,
      @Nullable Object stored,
      @Nullable Object current) {
    this.model = model;
    this.key = key;
    this.column = column;
    this.stored = stored;
    this.current = current;
    form = ValueForm.of(model.table(), column, current, stored);
  }

  @Override
  public EditorKind kind() {
    boolean needed = CellRules.refusal(model.table(), column, null, fresh()) != null;
    Optional<ForeignChoices> foreign =
        model
            .table()
            .rules()
            .reference(column.name())
            .flatMap(
                reference ->
                    ForeignChoices.of(
                        model.open().database(), model.open().schema().get(), reference));
    if (foreign.isPresent()) {
      return new EditorKind.OneOf(new ForeignSearch(model, foreign.get(), !needed), false);
    }
    return switch (form) {
      case FlagForm flag -> new EditorKind.OneOf(ValueChoices.of(flag, !needed), true);
      case ListedForm list -> new EditorKind.OneOf(ValueChoices.of(list.values(), !needed), false);
      case MomentForm moment -> new EditorKind.Moment(moment);
      case NumberForm _ -> EditorKind.LINE;
      default -> EditorKind.TEXT;
    };
  }

  private boolean fresh() {
    return key instanceof RowKey.Fresh;
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
              form = ValueForm.of(model.table(), column, current, stored);
              answer.accept(shown());
            },
            model::fail);
  }

  private EditText shown() {
    return current == null ? EditText.NULL : EditText.of(form.shown(current));
  }

  private @Nullable Object value(EditText value) {
    String text = value.text();
    return text == null ? null : form.value(text);
  }

  @Override
  public @Nullable String validate(EditText value) {
    return CellRules.refusal(model.table(), column, value(value), fresh());
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
    boolean known = Paged.isWhole(stored);
    model
        .journal()
        .set(
            model.table().name(),
            List.of(
                new org.quarry.database.records.CellEdit(
                    key, column.name(), known, known ? stored : null, value(value))));
  }
}
