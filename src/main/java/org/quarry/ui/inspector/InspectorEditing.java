package org.quarry.ui.inspector;

import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.quarry.database.records.BlobSize;

/** A value being edited as text: begun, then applied or discarded. For the UI thread. */
final class InspectorEditing {
  private final InspectorModel model;
  private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
  private EditableText text = new EditableText("", false);
  private Supplier<String> typed = () -> "";

  InspectorEditing(InspectorModel model) {
    this.model = model;
  }

  /** Whether it is being edited. */
  ReadOnlyBooleanProperty on() {
    return on.getReadOnlyProperty();
  }

  /** The text to begin with. */
  String begun() {
    return text.shown();
  }

  /** Says where what is typed is found while it is edited. */
  void setTyped(Supplier<String> where) {
    typed = where;
  }

  /** Why the value shown cannot be edited as text, or empty when it can. */
  String refusal() {
    InspectedCell cell = model.cell().get();
    if (cell == null) {
      return "No cell is chosen.";
    }
    InspectedValue value = model.value().get();
    if (!cell.refusal().isEmpty()) {
      return cell.refusal();
    }
    if (cell.held() instanceof BlobSize || cell.held() instanceof byte[]) {
      return "It is a BLOB, not text. A file can be read in its place.";
    }
    return value != null && value.whole() && value.value() instanceof String held
        ? EditableText.refusal(held)
        : "";
  }

  /** Begins, after reading all of the value where that is missing. Says why if it cannot be. */
  void begin() {
    if (on.get()) {
      return;
    }
    if (!refusal().isEmpty()) {
      model.fail(new InspectorProblem.NotEditable(refusal()));
      return;
    }
    InspectedCell cell = model.cell().get();
    InspectedValue value = model.value().get();
    boolean untouched = cell != null && cell.state() == InspectedCell.State.DEFAULT;
    if (untouched) {
      start("");
    } else if (value == null || !value.whole()) {
      model.loadAll(this::begin);
    } else {
      start(value.text().orElse(""));
    }
  }

  private void start(String whole) {
    text = EditableText.of(whole);
    typed = text::shown;
    model.turn(Mode.TEXT);
    model.fail(null);
    on.set(true);
  }

  /** Stages what is typed and ends; a NULL left empty becomes the empty text. */
  void apply() {
    end(true);
  }

  /** Ends; what is typed is staged if anything was. */
  void settle() {
    end(false);
  }

  private void end(boolean asked) {
    InspectedCell cell = model.cell().get();
    if (!on.get() || cell == null) {
      return;
    }
    String now = typed.get();
    on.set(false);
    InspectedValue value = model.value().get();
    Object held = value == null ? null : value.value();
    if (!now.equals(text.shown()) || (asked && held == null)) {
      cell.stageTyped(text.stored(now), cell.staged() ? null : held);
    }
  }

  /** Ends without a change. */
  void discard() {
    on.set(false);
  }
}
