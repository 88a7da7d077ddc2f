package org.quarry.ui.inspector;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.Column;
import org.quarry.ui.kit.FilePicker;
import org.quarry.ui.kit.Texts;

/** Saves the value shown to a file and reads one from a file. For the UI thread. */
public final class InspectorFiles {
  /** What the bytes of a file become. */
  public enum As {
    BLOB,
    TEXT,
    /** Text where the column stores texts and the file is UTF-8, else a BLOB. */
    FITTING
  }

  private final InspectorModel model;
  private final FilePicker picker;
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");

  /** Makes one for the value of {@code model}. */
  public InspectorFiles(InspectorModel model, FilePicker picker) {
    this.model = model;
    this.picker = picker;
    model.cell().addListener((property, was, is) -> forget(was, is));
  }

  private void forget(@Nullable InspectedCell was, @Nullable InspectedCell is) {
    if (was == null || is == null || !was.id().equals(is.id())) {
      said.set("");
    }
  }

  /** What was done last for this cell: "Saved 12.3 MB to photo.png."; or empty. */
  public ReadOnlyStringProperty said() {
    return said.getReadOnlyProperty();
  }

  /** Asks for a file and saves the whole value to it. */
  public void save() {
    InspectedCell cell = model.cell().get();
    InspectedValue value = model.value().get();
    if (cell == null) {
      return;
    }
    if (value != null && value.whole()) {
      ask(cell, value);
    } else if (cell.state() == InspectedCell.State.READ) {
      head(cell, known -> ask(cell, known));
    } else {
      model.fail(new InspectorProblem.NothingToSave());
    }
  }

  private void head(InspectedCell cell, Consumer<InspectedValue> then) {
    InspectedValue held = InspectedValue.held(cell.held());
    if (held.whole()) {
      then.accept(held);
      return;
    }
    model
        .background()
        .start(
            "Reading a value",
            monitor -> InspectedValue.of(cell.head(InspectorModel.AT_ONCE, monitor)),
            then,
            model::fail);
  }

  private void ask(InspectedCell cell, InspectedValue known) {
    Object value = known.value();
    if (value == null) {
      model.fail(new InspectorProblem.NothingToSave());
      return;
    }
    if (known.bytes() > InspectorModel.most()) {
      model.fail(new InspectorProblem.TooLarge(known.bytes(), InspectorModel.most()));
      return;
    }
    FileKind kind = FileKind.of(value);
    picker
        .save("Save value", name(cell, kind), kind.picked())
        .ifPresent(file -> save(file, cell, known));
  }

  /** "predictions-country-42.txt", without what file systems do not take. */
  static String name(InspectedCell cell, FileKind kind) {
    String plain = cell.table() + "-" + cell.column().name() + "-" + cell.row();
    String safe = plain.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
    return safe.substring(0, Math.min(safe.length(), 120)) + "." + kind.ending();
  }

  private void begin() {
    said.set("");
    model.fail(null);
  }

  private void save(Path file, InspectedCell cell, InspectedValue known) {
    begin();
    model
        .background()
        .start(
            "Saving a value to " + file.getFileName(),
            monitor -> {
              Object whole = known.whole() ? known.value() : cell.whole(monitor);
              return ValueFile.save(file, Objects.requireNonNullElse(whole, ""), monitor);
            },
            bytes -> said.set("Saved " + Texts.bytes(bytes) + " to " + file.getFileName() + "."),
            model::fail);
  }

  /** Asks for a file and stages what it holds for the cell. */
  public void read(As as) {
    InspectedCell cell = model.cell().get();
    if (cell == null) {
      return;
    }
    if (!cell.refusal().isEmpty()) {
      model.fail(new InspectorProblem.NotEditable(cell.refusal()));
      return;
    }
    picker
        .open("Read value", new FilePicker.Kind("Any file", List.of()))
        .ifPresent(file -> read(file, as, cell));
  }

  private void read(Path file, As as, InspectedCell cell) {
    begin();
    model.editing().discard();
    Column.Affinity affinity = cell.column().affinity();
    model
        .background()
        .start(
            "Reading " + file.getFileName(),
            monitor -> content(file, ValueFile.read(file, monitor), as, affinity),
            value -> {
              cell.stage(value);
              said.set(
                  "Read "
                      + file.getFileName()
                      + " as "
                      + (value instanceof byte[] ? "a BLOB" : "text")
                      + "; it is staged.");
            },
            model::fail);
  }

  private static Object content(Path file, byte[] bytes, As as, Column.Affinity affinity) {
    return switch (as) {
      case BLOB -> bytes;
      case TEXT -> ValueFile.text(file, bytes);
      case FITTING ->
          affinity == Column.Affinity.TEXT && Utf8.exactly(bytes).isPresent()
              ? ValueFile.text(file, bytes)
              : bytes;
    };
  }
}
