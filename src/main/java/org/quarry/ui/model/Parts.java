package org.quarry.ui.model;

import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.quarry.ui.kit.Icons;

/** Small controls that several steps are made of. */
final class Parts {
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  private Parts() {}

  /** A field with its caption above, marked while its text is wrong. */
  static VBox field(String id, String caption, Entry<?> entry) {
    TextField field = new TextField();
    field.setId(id);
    field.textProperty().bindBidirectional(entry.typed());
    entry
        .reading()
        .subscribe(reading -> field.pseudoClassStateChanged(DANGER, !reading.error().isEmpty()));
    return captioned(caption, field);
  }

  /** What is wrong with a field; takes no room while nothing is. */
  static Label error(String id, Entry<?> entry) {
    return words(id + "-error", entry.reading().map(Entry.Reading::error), "model-error");
  }

  /** A control with its caption above. */
  static VBox captioned(String caption, Region control) {
    Label label = new Label(caption);
    label.setLabelFor(control);
    label.getStyleClass().add("model-caption");
    control.setMaxWidth(Double.MAX_VALUE);
    return new VBox(4, label, control);
  }

  /** A choice of one of some names; an empty value chooses none. */
  static ComboBox<String> choice(
      String id, String prompt, ObservableList<String> names, StringProperty value) {
    ComboBox<String> box = new ComboBox<>(names);
    box.setId(id);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setPromptText(prompt);
    Runnable select =
        () -> {
          if (names.contains(value.get())) {
            box.getSelectionModel().select(value.get());
          } else {
            box.getSelectionModel().clearSelection();
          }
        };
    names.addListener((ListChangeListener<String>) change -> select.run());
    whenever(select, value);
    box.valueProperty()
        .subscribe(
            name -> {
              if (name != null && names.contains(name)) {
                value.set(name);
              }
            });
    return box;
  }

  /** A choice of one of some values, each by its title. */
  static <T> ComboBox<T> choice(
      String id, ObjectProperty<T> value, T[] choices, Function<T, String> title) {
    ComboBox<T> box = new ComboBox<>(FXCollections.observableArrayList(choices));
    box.setId(id);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T choice) {
            return choice == null ? "" : title.apply(choice);
          }

          @Override
          public @Nullable T fromString(String text) {
            return null;
          }
        });
    box.valueProperty().bindBidirectional(value);
    return box;
  }

  /** A field with what is wrong right below it. */
  static VBox checked(String id, String caption, Entry<?> entry) {
    VBox field = field(id, caption, entry);
    field.getChildren().add(error(id, entry));
    return field;
  }

  /** An empty label that wraps and is never cut off. */
  static Label words(String id, String... styles) {
    Label label = new Label();
    label.setId(id);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().addAll(styles);
    return label;
  }

  /** A label that wraps, follows a text and takes no room while that is empty. */
  static Label words(String id, ObservableValue<String> text, String... styles) {
    Label label = words(id, styles);
    text.subscribe(
        value -> {
          label.setText(value);
          show(label, !value.isEmpty());
        });
    return label;
  }

  /** A heading over a part of a pane. */
  static Label heading(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("model-heading");
    return label;
  }

  /** A sentence with an icon before it. */
  static Label note(Ikon icon, String text, String style) {
    Label label = new Label(text, Icons.of(icon));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().addAll("model-note", style);
    return label;
  }

  /** Does something now and whenever one of some values changes. */
  static void whenever(Runnable action, ObservableValue<?>... values) {
    for (ObservableValue<?> value : values) {
      value.addListener((observed, was, is) -> action.run());
    }
    action.run();
  }

  /** Shows a node, or takes it away with its room. */
  static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
