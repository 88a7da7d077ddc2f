package org.quarry.ui.records;

import java.util.Locale;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.quarry.database.profile.ValueCount;
import org.quarry.database.profile.ValueCounts;
import org.quarry.ui.kit.PopupPlace;
import org.quarry.ui.kit.Texts;

/**
 * The list of a column's values with check boxes, below its heading. Space checks, Enter filters,
 * Esc leaves all as it was.
 */
final class ValuesPopup extends Popup {
  private static final Duration MOMENT = Duration.millis(200);

  private static final double ROW = 28;
  private static final int ROWS = 9;

  private final ValuesModel model;
  private final TextField search = new TextField();
  private final ListView<ValueCount> list = new ListView<>();
  private final Button apply = new Button("Filter by these");
  private final PauseTransition pause = new PauseTransition(MOMENT);

  ValuesPopup(ValuesModel model) {
    this.model = model;
    setAutoHide(true);
    setHideOnEscape(true);
    search.setId("values-search");
    search.setPromptText("Search values of " + model.column().name());
    search.setAccessibleText("Search values of " + model.column().name());
    pause.setOnFinished(event -> model.search().set(search.getText()));
    search.textProperty().addListener((property, was, is) -> pause.playFromStart());
    list.setId("values-list");
    list.setItems(model.values());
    list.setCellFactory(view -> new ValueCell());
    list.setPrefWidth(280);
    list.setFixedCellSize(ROW);
    model.values().subscribe(this::fit);
    fit();
    Label nothing = new Label("No value contains this.");
    nothing.getStyleClass().add("secondary");
    list.setPlaceholder(nothing);
    Label note = new Label();
    note.setId("values-note");
    note.getStyleClass().add("secondary");
    note.setWrapText(true);
    note.setMaxWidth(280);
    note.textProperty().bind(model.note());
    VBox content = new VBox(8, search, choices(), list, note, ends());
    content.setId("values-popup");
    content.getStyleClass().add("values-popup");
    content
        .getStylesheets()
        .add(Objects.requireNonNull(ValuesPopup.class.getResource("profile.css")).toExternalForm());
    content.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    getContent().add(content);
    model
        .choices()
        .subscribe(
            now -> {
              list.refresh();
              apply.setDisable(!model.isSome());
            });
    setOnHidden(
        event -> {
          pause.stop();
          model.close();
        });
  }

  /** As high as its values, up to {@value #ROWS}. */
  private void fit() {
    list.setPrefHeight(Math.clamp(model.values().size(), 1, ROWS) * ROW + 2);
  }

  private HBox choices() {
    ToggleButton byValue = new ToggleButton("By value");
    byValue.setId("values-by-value");
    byValue.setTooltip(new Tooltip("Order by value instead of count"));
    byValue
        .selectedProperty()
        .subscribe(on -> model.order().set(on ? ValueCounts.Order.VALUE : ValueCounts.Order.COUNT));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    byValue.getStyleClass().add("small");
    return new HBox(4, button("All", true), button("None", false), gap, byValue);
  }

  private Button button(String verb, boolean chosen) {
    Button button = new Button(verb);
    button.setId("values-" + verb.toLowerCase(Locale.ROOT));
    button.getStyleClass().add("small");
    button.setOnAction(event -> model.chooseAll(chosen));
    return button;
  }

  private HBox ends() {
    apply.setId("values-apply");
    apply.getStyleClass().addAll("accent", "small");
    apply.setOnAction(event -> apply());
    Button cancel = new Button("Cancel");
    cancel.getStyleClass().add("small");
    cancel.setOnAction(event -> hide());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return new HBox(4, gap, cancel, apply);
  }

  /** Shows it below a node. */
  void showBelow(Node node) {
    new PopupPlace(this, 0, false).showBelow(node);
    search.requestFocus();
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof Button)) {
      apply();
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN && search.isFocused()) {
      list.requestFocus();
      list.getSelectionModel().select(Math.max(0, list.getSelectionModel().getSelectedIndex()));
      event.consume();
    } else if (event.getCode() == KeyCode.SPACE && list.isFocused()) {
      toggle(list.getSelectionModel().getSelectedItem());
      event.consume();
    }
  }

  private void toggle(@Nullable ValueCount value) {
    if (value != null) {
      model.choose(value, !model.isChosen(value));
    }
  }

  private void apply() {
    if (model.isSome()) {
      model.apply();
      hide();
    }
  }

  /** A value with its box and its count. */
  private final class ValueCell extends ListCell<ValueCount> {
    private static final PseudoClass DIM = PseudoClass.getPseudoClass("dim");
    private final CheckBox box = new CheckBox();
    private final Label name = new Label();
    private final Label count = new Label();
    private final HBox row = new HBox(8, box, name, count);

    ValueCell() {
      box.setMouseTransparent(true);
      box.setFocusTraversable(false);
      name.getStyleClass().add("value-name");
      name.setMinWidth(0);
      name.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(name, Priority.ALWAYS);
      count.getStyleClass().add("value-count");
      count.setMinWidth(Region.USE_PREF_SIZE);
      row.getStyleClass().add("values-row");
      setPrefWidth(0);
      setOnMouseClicked(event -> toggle(getItem()));
    }

    @Override
    protected void updateItem(@Nullable ValueCount value, boolean empty) {
      super.updateItem(value, empty);
      setText(null);
      if (empty || value == null) {
        setGraphic(null);
        return;
      }
      box.setSelected(model.isChosen(value));
      name.setText(ValueBar.name(value));
      name.pseudoClassStateChanged(DIM, ValueBar.isDim(value));
      count.setText(Texts.number(value.count()));
      setAccessibleText(
          name.getText()
              + ", "
              + Texts.count(value.count(), "row")
              + (box.isSelected() ? ", checked" : ", not checked"));
      setGraphic(row);
    }
  }
}
