package org.quarry.ui.records;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.util.Subscription;
import org.quarry.database.schema.Column;
import org.quarry.ui.kit.PopupPlace;

/** The list of all columns in their order, each with a check box for whether it is shown. */
final class ColumnsPopup extends Popup {
  private static final double WIDTH = 320;
  private static final double ROW = 28;
  private static final int ROWS = 14;

  private final ColumnDesk desk;
  private final TextField search = new TextField();
  private final ListView<Column> list = new ListView<>();
  private final Label none = new Label("No column has that in its name.");

  ColumnsPopup(ColumnDesk desk) {
    this.desk = desk;
    setAutoHide(true);
    setHideOnEscape(true);
    search.setId("columns-search");
    search.setPromptText("Find a column");
    search.setAccessibleText("Find a column");
    search.textProperty().subscribe(this::fill);
    search.addEventHandler(KeyEvent.KEY_PRESSED, this::toList);
    list.setId("columns-list");
    list.setAccessibleText("Columns");
    list.setPlaceholder(none);
    list.setFixedCellSize(ROW);
    list.setCellFactory(view -> new ColumnsCell(desk));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::toggle);
    VBox content = new VBox(8, search, list, buttons());
    content.setId("columns-popup");
    content.getStyleClass().add("columns-popup");
    // A popup takes the sheets of the window it belongs to; its own one stays with its content.
    content
        .getStylesheets()
        .add(
            Objects.requireNonNull(ColumnsPopup.class.getResource("columns.css")).toExternalForm());
    content.setPrefWidth(WIDTH);
    getContent().add(content);
    Subscription changes = desk.columns().changes().subscribe(count -> fill());
    setOnHidden(event -> changes.unsubscribe());
  }

  /** Shows it under a node, right edges aligned. */
  void showUnder(Node anchor) {
    new PopupPlace(this, 4, true).showBelow(anchor);
    search.requestFocus();
  }

  private TilePane buttons() {
    RecordColumns columns = desk.columns();
    Button key = button("columns-key", "Hide all but key", desk::showKeyOnly);
    key.setDisable(!desk.hasKey());
    TilePane pane =
        new TilePane(
            8,
            8,
            button("columns-all", "Show all", () -> columns.showOnly(columns.all())),
            key,
            button("columns-fit", "Fit all to content", desk::fitAll),
            button("columns-reset", "Reset layout", desk::reset));
    pane.setPrefColumns(2);
    pane.getChildren().forEach(child -> ((Button) child).setMaxWidth(Double.MAX_VALUE));
    pane.setPrefTileWidth((WIDTH - 16 - 8 - 2) / 2);
    return pane;
  }

  private static Button button(String id, String verb, Runnable action) {
    Button button = new Button(verb);
    button.setId(id);
    button.setMnemonicParsing(false);
    button.setOnAction(event -> action.run());
    return button;
  }

  private void fill() {
    String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
    List<Column> found =
        desk.columns().all().stream()
            .filter(column -> column.name().toLowerCase(Locale.ROOT).contains(wanted))
            .toList();
    if (found.equals(list.getItems())) {
      list.refresh();
    } else {
      list.getItems().setAll(found);
    }
    list.setPrefHeight(Math.clamp(found.size(), 1, ROWS) * ROW + 2);
  }

  private void toList(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN && !list.getItems().isEmpty()) {
      list.getSelectionModel().selectFirst();
      list.requestFocus();
      event.consume();
    }
  }

  private void toggle(KeyEvent event) {
    Column column = list.getSelectionModel().getSelectedItem();
    if (column != null && (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER)) {
      desk.columns().setShown(column, desk.columns().isHidden(column));
      event.consume();
    }
  }
}
