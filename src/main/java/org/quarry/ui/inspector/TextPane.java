package org.quarry.ui.inspector;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.quarry.ui.kit.Texts;

/** Shows text and, while it is edited, takes what is typed. */
final class TextPane extends BorderPane {
  private static final PseudoClass MONO = PseudoClass.getPseudoClass("mono");
  private static final KeyCombination APPLY =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

  private final TextArea area = new TextArea();
  private final Label hidden = new Label();
  private final HBox buttons = new HBox(8);
  private final BooleanProperty mono = new SimpleBooleanProperty();
  private final InspectorEditing editing;

  TextPane(InspectorEditing editing) {
    this.editing = editing;
    area.setId("inspector-text");
    area.setEditable(false);
    area.setWrapText(true);
    area.getStyleClass().add("inspector-text");
    area.setAccessibleText("Value");
    mono.subscribe(is -> area.pseudoClassStateChanged(MONO, is));
    hidden.getStyleClass().add("inspector-foot");
    hidden.setId("inspector-hidden");
    hidden.setMinHeight(USE_PREF_SIZE);
    hidden.setWrapText(true);
    Button apply = new Button("Apply");
    apply.setId("inspector-apply");
    apply.getStyleClass().add("accent");
    apply.setOnAction(event -> editing.apply());
    Button discard = new Button("Discard");
    discard.setId("inspector-discard");
    discard.setOnAction(event -> editing.discard());
    Label keys = new Label(APPLY.getDisplayText() + ", Esc");
    keys.getStyleClass().add("secondary");
    buttons.getStyleClass().add("inspector-buttons");
    buttons.getChildren().setAll(apply, discard, keys);
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    editing.on().subscribe(this::edit);
    setCenter(area);
  }

  private void pressed(KeyEvent event) {
    if (!editing.on().get()) {
      return;
    }
    if (APPLY.match(event)) {
      editing.apply();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      editing.discard();
      event.consume();
    }
  }

  /** Whether long lines are wrapped. */
  BooleanProperty wrap() {
    return area.wrapTextProperty();
  }

  /** Whether all letters are of one width. */
  BooleanProperty mono() {
    return mono;
  }

  /** Shows a text that is not edited. */
  void show(Reading.Words words) {
    if (!editing.on().get() && !area.getText().equals(words.text())) {
      area.setText(words.text());
    }
    hidden.setText(
        words.hidden() == 0
            ? ""
            : "The beginning is shown, "
                + Texts.count(words.hidden(), "more character")
                + (words.hidden() == 1 ? " is" : " are")
                + " not. Save to file keeps all.");
    if (!editing.on().get()) {
      setBottom(words.hidden() == 0 ? null : hidden);
    }
  }

  private void edit(boolean on) {
    area.setEditable(on);
    if (on) {
      area.setText(editing.begun());
      editing.setTyped(area::getText);
    } else {
      area.setText(editing.begun());
    }
    setBottom(on ? buttons : null);
  }

  /** Puts the keyboard here, behind the last letter. */
  void focus() {
    area.requestFocus();
    area.end();
  }
}
