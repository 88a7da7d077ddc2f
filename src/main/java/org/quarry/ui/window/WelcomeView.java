package org.quarry.ui.window;

import java.nio.file.Path;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.ui.kit.CommandControls;
import org.quarry.ui.kit.Icons;

/** What the window shows without a file: what can be opened, and where a file can be dropped. */
final class WelcomeView extends VBox {
  private final WindowModel model;
  private final VBox recent = new VBox(2);

  WelcomeView(WindowModel model, WindowCommands commands) {
    super(16);
    this.model = model;
    setId("welcome");
    getStyleClass().addAll("empty-state", "welcome");
    Label what = new Label("Open a database");
    what.getStyleClass().add("empty-what");
    Label drop = new Label("or drop a SQLite file anywhere in this window");
    drop.getStyleClass().add("secondary");
    HBox buttons =
        new HBox(
            8,
            CommandControls.button(commands.open, Feather.FOLDER),
            CommandControls.button(commands.create, Feather.FILE_PLUS),
            CommandControls.button(commands.sample, Feather.COMPASS));
    buttons.setAlignment(Pos.CENTER);
    recent.getStyleClass().add("welcome-recent");
    recent.setMaxWidth(480);
    getChildren().addAll(Icons.of(Feather.DATABASE), what, drop, buttons, recent);
    model.preferences().recentFiles().addListener((InvalidationListener) change -> fill());
    fill();
  }

  private void fill() {
    recent.getChildren().clear();
    if (model.preferences().recentFiles().isEmpty()) {
      return;
    }
    Label head = new Label("Recent files");
    head.getStyleClass().add("secondary");
    recent.getChildren().add(head);
    for (Path file : model.preferences().recentFiles()) {
      Hyperlink link = new Hyperlink(file.getFileName() + "   " + file.getParent());
      link.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      link.setTooltip(new Tooltip(file.toString()));
      link.setOnAction(event -> model.open(file));
      recent.getChildren().add(link);
    }
  }
}
