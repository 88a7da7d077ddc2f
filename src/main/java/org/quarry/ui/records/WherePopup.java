package org.quarry.ui.records;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Popup;
import org.quarry.database.completion.WhereSuggestion;
import org.quarry.ui.kit.PopupPlace;
import org.quarry.ui.records.WhereModel.Offer;

/**
 * The list below the WHERE box. It appears while one types or with Ctrl+Space; the arrows choose,
 * Tab and Enter insert, Esc closes it. The box keeps the focus.
 */
final class WherePopup {
  private static final double ROW = 24;
  private static final int ROWS = 10;
  private static final double WIDTH = 320;

  private final FilterField field;
  private final WhereModel model;
  private final Popup popup = new Popup();
  private final PopupPlace place = new PopupPlace(popup, 2, false);
  private final ListView<WhereSuggestion> list = new ListView<>();
  private boolean typing;

  /** Adds it to a box. */
  WherePopup(FilterField field, WhereModel model) {
    this.field = field;
    this.model = model;
    list.setId("where-suggestions");
    list.getStyleClass().add("where-suggestions");
    list.getStylesheets().add(FilterBubble.styles());
    list.setFocusTraversable(false);
    list.setFixedCellSize(ROW);
    list.setPrefWidth(WIDTH);
    list.setCellFactory(view -> new Cell());
    popup.getContent().add(list);
    popup.setHideOnEscape(false);
    model.offer().subscribe(this::show);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    field.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    field.caretPositionProperty().addListener((property, was, is) -> written());
    field.focusedProperty().addListener((property, was, is) -> leave(is));
    field.sceneProperty().addListener((property, was, is) -> leave(is != null));
  }

  private void leave(boolean stays) {
    if (!stays) {
      model.dismiss();
    }
  }

  private void typed(KeyEvent event) {
    String text = event.getCharacter();
    boolean shortcut = event.isShortcutDown() || event.isAltDown();
    boolean edits = !text.isEmpty() && (text.charAt(0) >= ' ' || text.charAt(0) == '\b');
    typing = edits && !shortcut;
  }

  /** The caret moves last, when the key has done its work. */
  private void written() {
    if (typing) {
      typing = false;
      look(false);
    }
  }

  private void look(boolean wanted) {
    model.look(field.getText(), field.getCaretPosition(), wanted);
  }

  private void pressed(KeyEvent event) {
    typing = false;
    if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
      look(true);
      event.consume();
    } else if (popup.isShowing() && inList(event)) {
      event.consume();
    }
  }

  private boolean inList(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case PAGE_DOWN -> move(ROWS);
      case PAGE_UP -> move(-ROWS);
      case ESCAPE -> model.dismiss();
      case TAB -> {
        list.getSelectionModel().select(Math.max(0, list.getSelectionModel().getSelectedIndex()));
        take();
      }
      case ENTER -> {
        if (list.getSelectionModel().isEmpty()) {
          model.dismiss();
          return false;
        }
        take();
      }
      case LEFT, RIGHT, HOME, END -> {
        model.dismiss();
        return false;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void move(int by) {
    int last = list.getItems().size() - 1;
    int at = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, last);
    list.getSelectionModel().select(at);
    list.scrollTo(Math.max(0, at - ROWS + 2));
  }

  private void take() {
    Optional<Offer> offer = model.offer().get();
    WhereSuggestion chosen = list.getSelectionModel().getSelectedItem();
    if (offer.isPresent() && chosen != null) {
      WhereModel.Written written = WhereModel.take(field.getText(), offer.get(), chosen);
      model.dismiss();
      field.setText(written.text());
      field.positionCaret(written.caret());
    }
  }

  private void show(Optional<Offer> offer) {
    if (offer.isEmpty() || field.getScene() == null || !field.isFocused()) {
      popup.hide();
      field.hush(false);
      return;
    }
    field.hush(true);
    list.getItems().setAll(offer.get().suggestions());
    list.setPrefHeight(Math.min(ROWS, list.getItems().size()) * ROW + 2);
    list.getSelectionModel().clearSelection();
    if (offer.get().chosen()) {
      list.getSelectionModel().select(0);
    }
    list.scrollTo(0);
    place.showBelow(field);
  }

  /** A suggestion and what it is. */
  private final class Cell extends ListCell<WhereSuggestion> {
    private final Label text = new Label();
    private final Label detail = new Label();
    private final HBox line = new HBox(8, text, detail);

    Cell() {
      text.getStyleClass().add("mono");
      HBox.setHgrow(text, Priority.ALWAYS);
      text.setMaxWidth(Double.MAX_VALUE);
      detail.getStyleClass().add("secondary");
      detail.setMinWidth(USE_PREF_SIZE);
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
    protected void updateItem(WhereSuggestion item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      text.setText(item.text());
      String kind =
          switch (item.kind()) {
            case COLUMN -> item.detail().isEmpty() ? "column" : "column · " + item.detail();
            case VALUE, FUNCTION -> item.detail();
            case KEYWORD -> "SQL";
          };
      detail.setText(kind);
      setGraphic(line);
    }
  }
}
