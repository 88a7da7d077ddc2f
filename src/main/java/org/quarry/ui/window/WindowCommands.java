package org.quarry.ui.window;

import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import org.jspecify.annotations.Nullable;
import org.quarry.ui.kit.Command;
import org.quarry.ui.kit.FilePicker;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.Texts;

/** The verbs of the window itself, with their state. */
final class WindowCommands {
  private static final FilePicker.Kind DATABASE =
      new FilePicker.Kind("SQLite databases", List.of("db", "sqlite", "sqlite3", "db3"));

  final Command open;
  final Command create;
  final Command sample;
  final Command resetSample;
  final Command closeFile;
  final Command quit;
  final Command write;
  final Command revert;
  final Command undo;
  final Command redo;

  private final WindowModel model;
  private final SimpleBooleanProperty staged = new SimpleBooleanProperty();
  private final SimpleBooleanProperty canUndo = new SimpleBooleanProperty();
  private final SimpleBooleanProperty canRedo = new SimpleBooleanProperty();
  private final SimpleStringProperty undoTitle = new SimpleStringProperty("Undo");
  private final SimpleStringProperty redoTitle = new SimpleStringProperty("Redo");
  private final SimpleStringProperty writeTitle = new SimpleStringProperty("Write changes");

  WindowCommands(WindowModel model, FilePicker picker) {
    this.model = model;
    BooleanBinding idle = model.writing().not();
    BooleanBinding hasFile =
        Bindings.createBooleanBinding(() -> model.open().get() != null, model.open());
    open =
        new Command(
            "open",
            "Open",
            "Shortcut+O",
            () -> picker.open("Open a database", DATABASE).ifPresent(model::open));
    create =
        new Command(
            "new",
            "New",
            "Shortcut+N",
            () -> picker.save("Create a database", "new.db", DATABASE).ifPresent(model::create));
    sample = new Command("open-sample", "Explore the sample", "", model::openSample);
    resetSample = new Command("reset-sample", "Reset the sample", "", model::resetSample);
    closeFile = new Command("close-file", "Close file", "", model::closeFile).when(hasFile);
    quit = new Command("quit", "Quit", "Shortcut+Q", () -> model.leave(Platform::exit));
    write =
        new Command("write-changes", "Write changes", "Shortcut+S", model::write)
            .when(staged.and(idle));
    write.title().bind(writeTitle);
    revert = new Command("revert", "Revert", "", model::revert).when(staged.and(idle));
    undo = new Command("undo", "Undo", "Shortcut+Z", model::undo).when(canUndo.and(idle));
    undo.title().bind(undoTitle);
    redo = new Command("redo", "Redo", "Shortcut+Shift+Z", model::redo).when(canRedo.and(idle));
    redo.title().bind(redoTitle);
    model.open().addListener((property, was, is) -> watch(is));
    watch(model.open().get());
  }

  private void watch(@Nullable OpenDatabase open) {
    if (open != null) {
      open.journal().onChange(this::journal);
    }
    journal();
  }

  private void journal() {
    OpenDatabase open = model.open().get();
    int edits = open == null ? 0 : open.journal().size();
    staged.set(edits > 0);
    writeTitle.set(edits == 0 ? "Write changes" : "Write " + Texts.count(edits, "change"));
    String undoing = open == null ? "" : open.journal().undoName().orElse("");
    String redoing = open == null ? "" : open.journal().redoName().orElse("");
    canUndo.set(!undoing.isEmpty());
    canRedo.set(!redoing.isEmpty());
    undoTitle.set(undoing.isEmpty() ? "Undo" : "Undo: " + undoing);
    redoTitle.set(redoing.isEmpty() ? "Redo" : "Redo: " + redoing);
  }
}
