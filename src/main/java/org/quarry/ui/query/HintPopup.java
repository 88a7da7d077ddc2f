package org.quarry.ui.query;

import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Popup;
import org.fxmisc.richtext.CodeArea;
import org.quarry.learning.model.ModelHint;

/**
 * What is said of a model's call below the caret: its arguments, that of the caret stressed, and
 * what could be written. It appears while one types or with Ctrl+Space; the arrows choose, Tab and
 * Enter insert, Esc closes it. The editor keeps the focus.
 */
final class HintPopup {
  private static final double ROW = 24;
  private static final int ROWS = 8;
  private static final double WIDTH = 420;

  private final CodeArea area;
  private final HintModel model;
  private final Popup popup = new Popup();
  private final ListView<ModelHint.Suggestion> list = new ListView<>();
  private final TextFlow signature = new TextFlow();
  private boolean typing;

  /** Adds it to an editor. */
  HintPopup(CodeArea area, HintModel model) {
    this.area = area;
    this.model = model;
    list.setId("model-suggestions");
    list.setFocusTraversable(false);
    list.setFixedCellSize(ROW);
    list.setPrefWidth(WIDTH);
    list.setCellFactory(view -> new Cell());
    signature.setId("model-signature");
    signature.getStyleClass().add("model-signature");
    signature.setMaxWidth(1.5 * WIDTH);
    VBox box = new VBox(signature, list);
    box.getStyleClass().add("model-hint");
    box.getStylesheets()
        .add(Objects.requireNonNull(HintPopup.class.getResource("hint.css")).toExternalForm());
    popup.getContent().add(box);
    popup.setHideOnEscape(false);
    model.hint().subscribe(this::show);
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    area.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    area.caretPositionProperty().addListener((property, was, is) -> moved());
    area.focusedProperty().addListener((property, was, is) -> leave(is));
    area.sceneProperty().addListener((property, was, is) -> leave(is != null));
  }

  private void leave(boolean stays) {
    if (!stays) {
      model.dismiss();
    }
  }

  private void typed(KeyEvent event) {
    String text = event.getCharacter();
    boolean edits = !text.isEmpty() && (text.charAt(0) >= ' ' || text.charAt(0) == '\b');
    typing = edits && !event.isShortcutDown() && !event.isAltDown();
  }

  /** The caret moves last, when the key has done its work. */
  private void moved() {
    if (typing || popup.isShowing()) {
      typing = false;
      look();
    }
  }

  private void look() {
    model.look(area.getText(), area.getCaretPosition());
  }

  private void pressed(KeyEvent event) {
    typing = false;
    if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
      look();
      event.consume();
    } else if (popup.isShowing() && taken(event)) {
      event.consume();
    }
  }

  private boolean taken(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      model.dismiss();
      return true;
    }
    if (list.getItems().isEmpty() || event.isShortcutDown()) {
      return false;
    }
    switch (event.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case TAB, ENTER -> take();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void move(int by) {
    int at = list.getSelectionModel().getSelectedIndex() + by;
    list.getSelectionModel().select(Math.clamp(at, 0, list.getItems().size() - 1));
    list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - ROWS + 2));
  }

  private void take() {
    Optional<ModelHint> hint = model.hint().get();
    ModelHint.Suggestion chosen = list.getSelectionModel().getSelectedItem();
    if (hint.isPresent() && chosen != null) {
      model.dismiss();
      area.replaceText(hint.get().from(), hint.get().to(), chosen.text());
      if (chosen.text().endsWith("(")) {
        look();
      }
    }
  }

  private void show(Optional<ModelHint> found) {
    if (found.isEmpty() || area.getScene() == null || !area.isFocused()) {
      popup.hide();
      return;
    }
    ModelHint hint = found.get();
    signature.getChildren().setAll(plain(hint.function() + "("));
    for (int i = 0; i < hint.signature().size(); i++) {
      Text part = new Text(hint.signature().get(i));
      part.getStyleClass().add(i == hint.part() ? "hint-now" : "hint-part");
      String gap = i == hint.signature().size() - 1 ? ")" : ", ";
      signature.getChildren().addAll(part, plain(gap));
    }
    boolean signed = !hint.signature().isEmpty();
    signature.setVisible(signed);
    signature.setManaged(signed);
    list.getItems().setAll(hint.suggestions());
    list.setPrefHeight(Math.min(ROWS, list.getItems().size()) * ROW + 2);
    list.setVisible(!hint.suggestions().isEmpty());
    list.setManaged(!hint.suggestions().isEmpty());
    list.getSelectionModel().select(0);
    area.getCaretBounds()
        .ifPresentOrElse(
            caret -> popup.show(area, caret.getMinX(), caret.getMaxY() + 4), popup::hide);
  }

  private static Text plain(String words) {
    Text text = new Text(words);
    text.getStyleClass().add("hint-part");
    return text;
  }

  /** A suggestion and what it is. */
  private final class Cell extends ListCell<ModelHint.Suggestion> {
    private final Label text = new Label();
    private final Label detail = new Label();
    private final HBox line = new HBox(12, text, detail);

    Cell() {
      text.getStyleClass().add("hint-name");
      text.setMinWidth(USE_PREF_SIZE);
      detail.getStyleClass().add("hint-detail");
      line.setMaxWidth(WIDTH - 24);
      line.setAlignment(Pos.CENTER_LEFT);
      setOnMousePressed(
          event -> {
            if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
              list.getSelectionModel().select(getIndex());
              take();
              event.consume();
            }
          });
    }

    @Override
    protected void updateItem(ModelHint.Suggestion item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      text.setText(item.shown());
      detail.setText(item.detail());
      setGraphic(line);
    }
  }
}
