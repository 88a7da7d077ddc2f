package org.quarry.ui.records;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.ui.kit.Icons;
import org.quarry.ui.kit.SavedFilter;

/** Saves the filter that is typed, and lists those kept: to apply, rename and delete. */
final class SavedFiltersPanel extends VBox {
  static final double WIDTH = 340;

  private final SavedFiltersModel model;
  private final Consumer<SavedFilter> apply;
  private final Runnable close;
  private final TextField name = new TextField();
  private final Button save = new Button("Save");
  private final CheckBox sorted = new CheckBox("With the order of the rows");
  private final Label hint = new Label();
  private final VBox rows = new VBox();

  /**
   * Makes it.
   *
   * @param apply told the filter that is chosen
   * @param close takes the panel away
   */
  SavedFiltersPanel(SavedFiltersModel model, Consumer<SavedFilter> apply, Runnable close) {
    this.model = model;
    this.apply = apply;
    this.close = close;
    setId("saved-filters-panel");
    getStyleClass().add("saved-filters");
    getStylesheets().add(FilterBubble.styles());
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    name.setId("saved-filter-name");
    name.setPromptText("Name of this filter");
    name.setAccessibleText("Name of this filter");
    HBox.setHgrow(name, Priority.ALWAYS);
    save.setId("save-filter");
    save.setMinWidth(USE_PREF_SIZE);
    save.getStyleClass().add("accent");
    save.setOnAction(event -> save());
    name.setOnAction(event -> save());
    name.textProperty().addListener((property, was, is) -> look());
    sorted.setId("save-filter-sorted");
    hint.getStyleClass().add("secondary");
    hint.setWrapText(true);
    rows.setId("saved-filter-rows");
    HBox line = new HBox(8, name, save);
    getChildren().addAll(line, sorted, hint, rows);
    model.list().addListener((property, was, is) -> fill());
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close.run();
            event.consume();
          }
        });
  }

  /** Shows what there is now. */
  void begin() {
    name.setText(model.proposal());
    sorted.setSelected(false);
    fill();
  }

  /** Puts the caret where a name can be typed, if there is a filter to save. */
  void focus() {
    if (model.active()) {
      name.requestFocus();
      // The caret at the front, so that the beginning of a long name is in view.
      name.selectRange(name.getLength(), 0);
    } else {
      rows.requestFocus();
    }
  }

  private void save() {
    if (model.save(name.getText(), sorted.isSelected())) {
      close.run();
    }
  }

  private void look() {
    boolean active = model.active();
    boolean taken = model.taken(name.getText());
    name.setDisable(!active);
    sorted.setDisable(!active);
    save.setDisable(!active || name.getText().isBlank());
    save.setText(taken ? "Replace" : "Save");
    hint.setText(
        active
            ? taken ? "A filter of this name is replaced." : ""
            : model.list().get().isEmpty()
                ? "Type a filter first; then it can be saved here for this table."
                : "No filter is typed. Click one to apply it.");
    hint.setManaged(!hint.getText().isEmpty());
    hint.setVisible(hint.isManaged());
  }

  private void fill() {
    rows.getChildren().clear();
    model.list().get().forEach(filter -> rows.getChildren().add(row(filter)));
    model.deleted().ifPresent(gone -> rows.getChildren().add(undo(gone)));
    rows.setManaged(!rows.getChildren().isEmpty());
    look();
  }

  private HBox row(SavedFilter filter) {
    Button choose = new Button(filter.name());
    choose.getStyleClass().addAll("flat", "saved-filter");
    choose.setMnemonicParsing(false);
    choose.setMaxWidth(Double.MAX_VALUE);
    choose.setTooltip(new Tooltip(model.sql(filter)));
    choose.setOnAction(event -> apply.accept(filter));
    HBox.setHgrow(choose, Priority.ALWAYS);
    HBox row = new HBox(4, choose);
    row.getStyleClass().add("saved-filter-row");
    row.getChildren()
        .addAll(
            small("Rename " + filter.name(), Feather.EDIT_2, () -> rename(row, filter)),
            small("Delete " + filter.name(), Feather.TRASH_2, () -> model.delete(filter)));
    return row;
  }

  private static Button small(String verb, Ikon icon, Runnable action) {
    Button button = new Button("", Icons.of(icon));
    button.getStyleClass().addAll("flat", "button-icon");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(verb));
    button.setAccessibleText(verb);
    button.setOnAction(event -> action.run());
    return button;
  }

  private void rename(HBox row, SavedFilter filter) {
    TextField field = new TextField(filter.name());
    field.setId("rename-filter");
    field.setAccessibleText("New name of " + filter.name());
    HBox.setHgrow(field, Priority.ALWAYS);
    Runnable take =
        () -> {
          if (!model.rename(filter, field.getText())) {
            hint.setText("A name must not be blank, nor that of another filter.");
            hint.setManaged(true);
            hint.setVisible(true);
          } else {
            fill();
          }
        };
    field.setOnAction(event -> take.run());
    field.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            fill();
            event.consume();
          }
        });
    row.getChildren().setAll(field, small("Take this name", Feather.CHECK, take));
    field.requestFocus();
    field.selectAll();
  }

  private HBox undo(String gone) {
    Label words = new Label("Deleted “" + gone + "”.");
    words.getStyleClass().add("secondary");
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button undo = new Button("Undo");
    undo.setId("undo-delete-filter");
    undo.setMinWidth(USE_PREF_SIZE);
    undo.getStyleClass().add("flat");
    undo.setOnAction(event -> model.restore());
    HBox row = new HBox(8, words, undo);
    row.getStyleClass().add("saved-filter-row");
    return row;
  }
}
