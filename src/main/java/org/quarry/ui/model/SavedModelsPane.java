package org.quarry.ui.model;

import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.learning.model.Model;
import org.quarry.learning.model.ModelStore;
import org.quarry.ui.kit.FilePicker;
import org.quarry.ui.kit.Icons;

/** The list of saved models; each can be renamed, written to a file, or deleted. */
final class SavedModelsPane extends VBox {
  /** The kind of a model's file. */
  static final FilePicker.Kind FILES = new FilePicker.Kind("Models as JSON", List.of("json"));

  private final SavedModels models;
  private final FilePicker picker;

  SavedModelsPane(SavedModels models, FilePicker picker) {
    super(8);
    this.models = models;
    this.picker = picker;
    setId("saved-models");
    models.all().addListener((ListChangeListener<ModelStore.Saved>) change -> fill());
    fill();
  }

  private void fill() {
    Label title = new Label("Models in this file");
    title.getStyleClass().add("model-caption");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Button take = new Button("Import", Icons.of(Feather.DOWNLOAD));
    take.setId("import-model");
    take.setMinWidth(Region.USE_PREF_SIZE);
    take.setOnAction(
        event -> picker.open("Import a model", FILES).ifPresent(file -> models.take(file)));
    HBox head = new HBox(8, title, take);
    head.getStyleClass().add("report-head");
    getChildren().setAll(head);
    if (models.all().isEmpty()) {
      Label none = Parts.words("no-models", "model-caption");
      none.setText("None yet.");
      getChildren().add(none);
    }
    models.all().forEach(saved -> getChildren().add(row(saved)));
    getChildren().add(Parts.words("models-done", models.done(), "model-done"));
  }

  private HBox row(ModelStore.Saved saved) {
    Label name = new Label(saved.name());
    name.getStyleClass().add("model-heading");
    Label about = Parts.words("model-about-" + saved.name(), "model-caption");
    about.setText(about(saved));
    VBox words = new VBox(name, about);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(8, words);
    row.getStyleClass().add("report-head");
    MenuItem rename = item("Rename", () -> rename(row, saved.name()));
    MenuItem export =
        item(
            "Export…",
            () ->
                picker
                    .save("Export the model", saved.name() + ".json", FILES)
                    .ifPresent(file -> models.export(saved.name(), file)));
    MenuItem delete = item("Delete", () -> delete(row, saved.name()));
    rename.setDisable(saved.origin() == null);
    export.setDisable(saved.origin() == null);
    MenuButton menu = new MenuButton("", Icons.of(Feather.MORE_HORIZONTAL), rename, export, delete);
    menu.setId("model-menu-" + saved.name());
    menu.setAccessibleText("What can be done with " + saved.name());
    menu.getStyleClass().addAll("flat", "button-icon", "no-arrow");
    row.getChildren().add(menu);
    return row;
  }

  private static MenuItem item(String verb, Runnable action) {
    MenuItem item = new MenuItem(verb);
    item.setOnAction(event -> action.run());
    return item;
  }

  private static String about(ModelStore.Saved saved) {
    Model.Origin origin = saved.origin();
    if (origin == null) {
      return "Of another version; it cannot be read here.";
    }
    return String.format(
        Locale.ROOT,
        "%s from %s · %s · %s",
        origin.target(),
        String.join(", ", origin.features()),
        origin.metric().text() + " " + new ScoreText(origin.metric()).four(origin.score()),
        saved.created().substring(0, Math.min(10, saved.created().length())));
  }

  private void rename(HBox row, String old) {
    TextField name = new TextField(old);
    name.setId("rename-model-name");
    HBox.setHgrow(name, Priority.ALWAYS);
    Button take = new Button("Rename");
    take.setId("rename-model");
    take.setMinWidth(Region.USE_PREF_SIZE);
    take.disableProperty()
        .bind(name.textProperty().map(text -> text.isBlank() || text.strip().equals(old)));
    take.setOnAction(event -> models.rename(old, name.getText().strip()));
    name.setOnAction(event -> take.fire());
    Button keep = new Button("Cancel");
    keep.setMinWidth(Region.USE_PREF_SIZE);
    keep.setOnAction(event -> fill());
    row.getChildren().setAll(name, take, keep);
    name.requestFocus();
    name.selectAll();
  }

  private void delete(HBox row, String name) {
    Label sure = Parts.words("delete-model-sure", "model-warning");
    sure.setText("Delete " + name + "? This cannot be undone.");
    HBox.setHgrow(sure, Priority.ALWAYS);
    sure.setMaxWidth(Double.MAX_VALUE);
    Button delete = new Button("Delete");
    delete.setId("delete-model");
    delete.getStyleClass().add("danger");
    delete.setMinWidth(Region.USE_PREF_SIZE);
    delete.setOnAction(event -> models.delete(name));
    Button keep = new Button("Cancel");
    keep.setMinWidth(Region.USE_PREF_SIZE);
    keep.setOnAction(event -> fill());
    row.getChildren().setAll(sure, delete, keep);
  }
}
