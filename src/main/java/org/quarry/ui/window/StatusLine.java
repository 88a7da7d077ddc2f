package org.quarry.ui.window;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.controlsfx.control.StatusBar;
import org.jspecify.annotations.Nullable;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.Texts;

/** The bar at the bottom: the file and its state, what was done last, and the jobs under way. */
final class StatusLine extends StatusBar {
  private final Label file = new Label();
  private final Label staged = new Label();

  StatusLine(WindowModel model) {
    setId("status");
    setText("");
    file.setId("status-file");
    staged.setId("status-staged");
    staged.getStyleClass().add("staged");
    Label message = new Label();
    message.setId("status-message");
    message.textProperty().bind(model.message());
    HBox left = new HBox(16, file, staged, message);
    left.setAlignment(Pos.CENTER_LEFT);
    left.setMaxHeight(Double.MAX_VALUE);
    getLeftItems().add(left);
    getRightItems().add(new JobsView(model.background()));
    model.open().addListener((property, was, is) -> show(is));
    show(model.open().get());
  }

  private void show(@Nullable OpenDatabase open) {
    staged.textProperty().unbind();
    if (open == null) {
      file.setText("No file is open");
      staged.setText("");
      return;
    }
    file.setText(
        open.database().name()
            + " · "
            + open.schema().get().encoding()
            + (open.database().access().writable()
                ? ""
                : " · read only: " + open.database().access().reason()));
    staged
        .textProperty()
        .bind(
            Bindings.createStringBinding(() -> state(open), open.staged(), open.transactionOpen()));
  }

  private static String state(OpenDatabase open) {
    String edits =
        open.staged().get() == 0 ? "" : "✎ " + Texts.count(open.staged().get(), "staged edit");
    String transaction = open.transactionOpen().get() ? "⚠ transaction open" : "";
    return (edits + "   " + transaction).strip();
  }
}
