package org.quarry.ui.records;

import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.quarry.ui.grid.CellRange;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.kit.Command;
import org.quarry.ui.kit.Hint;
import org.quarry.ui.kit.Texts;
import org.quarry.work.Monitor;

/** Says what is selected, and its figures; a click copies them. */
final class SelectionLabel extends Label {
  private static final Duration MOMENT = Duration.millis(150);

  private final SelectionModel model;
  private final RecordsModel records;
  private final DataGrid grid;
  private final PauseTransition pause = new PauseTransition(MOMENT);
  private final PauseTransition again = new PauseTransition(MOMENT);
  private final Monitor.Registration staged;
  private final InvalidationListener counted = change -> recount();

  /** Copies the figures. */
  final Command copy;

  SelectionLabel(RecordsModel records, DataGrid grid) {
    this.records = records;
    this.grid = grid;
    model = new SelectionModel(records);
    copy =
        new Command("copy-figures", "Copy figures of the selection", "", this::copyFigures)
            .when(model.stats().isNotNull());
    setId("records-selection");
    getStyleClass().add("secondary");
    setMinWidth(0);
    pause.setOnFinished(event -> model.read(grid.selection()));
    again.setOnFinished(event -> select());
    grid.selectionProperty().subscribe(range -> select());
    model.stats().subscribe(this::show);
    staged = records.journal().onChange(again::playFromStart);
    records.count().addListener(counted);
    setOnMouseClicked(event -> copy.run());
  }

  /** What is selected may hold other values now. */
  private void recount() {
    records.count().get();
    if (grid.selection().cells() > 1) {
      again.playFromStart();
    }
  }

  private void select() {
    again.stop();
    pause.stop();
    if (!model.select(grid.selection())) {
      pause.playFromStart();
    }
    show(model.stats().get());
  }

  private void show(@Nullable SelectionStats stats) {
    CellRange range = grid.selection();
    String what =
        range.wholeRows()
            ? Texts.count(range.rows(), "row")
            : stats == null ? Texts.count(range.cells(), "cell") : "";
    if (range.cells() <= 1) {
      setText("");
    } else if (stats == null) {
      setText(what + " selected");
    } else {
      setText((what.isEmpty() ? "" : what + " · ") + stats.line());
    }
    if (stats == null) {
      Hint.on(this, "");
    } else {
      Hint.on(this, stats.full().replace("\t", "  ") + "\nA click copies these.");
    }
  }

  private void copyFigures() {
    SelectionStats stats = model.stats().get();
    if (stats != null) {
      ClipboardContent content = new ClipboardContent();
      content.putString(stats.full());
      Clipboard.getSystemClipboard().setContent(content);
    }
  }

  /** Stops adding up. */
  void close() {
    staged.close();
    records.count().removeListener(counted);
    pause.stop();
    again.stop();
    model.close();
  }
}
