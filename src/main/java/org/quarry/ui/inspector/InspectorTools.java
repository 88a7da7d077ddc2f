package org.quarry.ui.inspector;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.ui.kit.Hint;
import org.quarry.ui.kit.Icons;

/** The row of tools over a value: the mode and what can be done. */
final class InspectorTools extends HBox {
  private final InspectorModel model;
  private final ComboBox<Mode> mode =
      new ComboBox<>(FXCollections.observableArrayList(Mode.values()));
  private final ToggleButton wrap =
      toggle("inspector-wrap", "Wrap lines", Feather.CORNER_DOWN_LEFT);
  private final ToggleButton mono = toggle("inspector-mono", "Letters of one width", Feather.TYPE);
  private final ToggleButton folded = toggle("inspector-folded", "Folded", Feather.LIST);
  private final ToggleButton edit = toggle("inspector-edit", "Edit text (F4)", Feather.EDIT_2);
  private final ButtonBase copy = button("inspector-copy", "Copy value", Feather.COPY);
  private final ButtonBase save = button("inspector-save", "Save to file…", Feather.DOWNLOAD);
  private final MenuButton read = new MenuButton("", Icons.of(Feather.UPLOAD));
  private final BooleanProperty fold = new SimpleBooleanProperty(true);

  InspectorTools(InspectorModel model, InspectorFiles files, Runnable copyValue) {
    this.model = model;
    getStyleClass().add("inspector-tools");
    mode.setId("inspector-mode");
    mode.setAccessibleText("Read the value as");
    mode.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Mode of) {
            return of == null ? "" : of.title();
          }

          @Override
          public Mode fromString(String title) {
            throw new UnsupportedOperationException("modes are chosen, not typed");
          }
        });
    mode.setMinWidth(USE_PREF_SIZE);
    model.mode().subscribe(mode::setValue);
    mode.setOnAction(
        event -> {
          if (mode.getValue() != null) {
            model.choose(mode.getValue());
          }
        });
    wrap.setSelected(true);
    folded.setSelected(true);
    folded.selectedProperty().bindBidirectional(fold);
    edit.setOnAction(
        event -> {
          if (edit.isSelected()) {
            model.editing().begin();
          } else {
            model.editing().apply();
          }
          edit.setSelected(model.editing().on().get());
        });
    model.editing().on().subscribe(edit::setSelected);
    copy.setOnAction(event -> copyValue.run());
    save.setOnAction(event -> files.save());
    read.setId("inspector-read");
    read.setAccessibleText("Read from file");
    Hint.on(read, "Read from file…");
    read.getStyleClass().addAll("flat", "button-icon", "tweak-no-arrow", "no-arrow");
    read.getItems()
        .setAll(
            item("inspector-read-blob", "Read file as BLOB…", files, InspectorFiles.As.BLOB),
            item("inspector-read-text", "Read file as text…", files, InspectorFiles.As.TEXT));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().setAll(mode, wrap, mono, folded, gap, edit, copy, save, read);
    model.cell().subscribe(cell -> update());
    model.value().subscribe(value -> update());
    model.reading().subscribe(reading -> update());
    fold.subscribe(is -> update());
  }

  private static MenuItem item(
      String id, String title, InspectorFiles files, InspectorFiles.As as) {
    MenuItem item = new MenuItem(title);
    item.setId(id);
    item.setOnAction(event -> files.read(as));
    return item;
  }

  private void update() {
    InspectedCell cell = model.cell().get();
    InspectedValue value = model.value().get();
    boolean outline = model.reading().get() instanceof Reading.Outline;
    boolean text =
        (model.reading().get() instanceof Reading.Words || model.editing().on().get())
            || (outline && !fold.get());
    show(wrap, text);
    show(mono, text);
    show(folded, outline);
    mode.setDisable(cell == null || value == null);
    String why = cell == null ? "" : cell.refusal();
    edit.setDisable(cell == null || !model.editing().refusal().isEmpty());
    String no = cell == null ? "" : model.editing().refusal();
    Hint.on(edit, no.isEmpty() ? "Edit text (F4)" : "Not editable. " + no);
    copy.setDisable(value == null || value.value() == null);
    save.setDisable(value == null || value.value() == null);
    read.setDisable(cell == null || !why.isEmpty());
    Hint.on(read, why.isEmpty() ? "Read from file…" : "Not editable. " + why);
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static ToggleButton toggle(String id, String words, Ikon icon) {
    ToggleButton toggle = new ToggleButton("", Icons.of(icon));
    dress(toggle, id, words);
    return toggle;
  }

  private static ButtonBase button(String id, String words, Ikon icon) {
    ButtonBase button = new Button("", Icons.of(icon));
    dress(button, id, words);
    return button;
  }

  private static void dress(ButtonBase button, String id, String words) {
    button.setId(id);
    button.getStyleClass().addAll("flat", "button-icon");
    button.setAccessibleText(words);
    Hint.on(button, words);
  }

  /** Whether lines are wrapped. */
  BooleanProperty wrap() {
    return wrap.selectedProperty();
  }

  /** Whether letters are of one width. */
  BooleanProperty mono() {
    return mono.selectedProperty();
  }

  /** Whether JSON and XML are shown folded, else as formatted text. */
  BooleanProperty folded() {
    return fold;
  }
}
