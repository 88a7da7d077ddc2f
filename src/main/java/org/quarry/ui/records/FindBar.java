package org.quarry.ui.records;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.kit.Command;
import org.quarry.ui.kit.CommandControls;
import org.quarry.ui.kit.Hint;
import org.quarry.ui.kit.Icons;

/**
 * The bar above a grid in which text is found and replaced. Enter and Shift+Enter go from match to
 * match, Esc closes it.
 */
final class FindBar extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final String ALL = "All columns";
  private static final String ONE = "This column";

  private final FindModel model;
  private final ReplaceModel replacing;
  private final DataGrid grid;
  private final String refusal;
  private final TextField text = new TextField();
  private final TextField replacement = new TextField();
  private final HBox replaceRow = new HBox();
  private final BooleanProperty unfolded = new SimpleBooleanProperty();
  private final Command find;
  private final Command replace;
  private final Command next;
  private final Command previous;

  FindBar(FindModel model, DataGrid grid) {
    this.model = model;
    this.grid = grid;
    replacing = new ReplaceModel(model);
    refusal = model.records().refusal();
    find = new Command("find", "Find", "Shortcut+F", () -> show(false)).apart();
    replace = new Command("replace", "Find and replace", "Shortcut+H", () -> show(true));
    next = new Command("find-next", "Next match", "F3", model::next).when(model.open());
    previous =
        new Command("find-previous", "Previous match", "Shift+F3", model::previous)
            .when(model.open());
    getStylesheets()
        .add(Objects.requireNonNull(FindBar.class.getResource("find.css")).toExternalForm());
    getStyleClass().add("find-bar");
    setId("find-bar");
    getChildren().addAll(findRow(), replaceRow);
    fillReplaceRow();
    visibleProperty().bind(model.open());
    managedProperty().bind(model.open());
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    model.setReveal(cell -> grid.select(cell.row(), cell.column()));
    model
        .open()
        .subscribe(
            is -> {
              grid.getStyleClass().remove("finding");
              if (is) {
                grid.getStyleClass().add("finding");
              }
            });
    grid.leadProperty().subscribe(cell -> model.standOn(grid.lead()));
  }

  /** What it can do, for the menu. */
  List<Command> commands() {
    return List.of(find, replace, next, previous);
  }

  private HBox findRow() {
    text.setId("find-text");
    text.setPromptText("Find");
    text.setAccessibleText("Find");
    text.textProperty().bindBidirectional(model.input().text());
    ComboBox<String> scope = new ComboBox<>();
    scope.setId("find-scope");
    scope.getItems().setAll(ALL, ONE);
    scope.setValue(ALL);
    scope.setAccessibleText("Where to find");
    scope.valueProperty().subscribe(is -> model.input().thisColumn().set(ONE.equals(is)));
    Label words = new Label();
    words.setId("find-count");
    words.textProperty().bind(model.words());
    Hint.of(words).words().bind(model.words());
    model
        .problem()
        .subscribe(
            wrong -> {
              text.pseudoClassStateChanged(WRONG, wrong != null);
              words.pseudoClassStateChanged(WRONG, wrong != null);
            });
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    Button close = new Button("", Icons.of(Feather.X));
    close.setId("find-close");
    close.setAccessibleText("Close");
    Hint.on(close, "Close  Esc");
    close.setOnAction(event -> leave());
    close.getStyleClass().addAll("flat", "button-icon");
    HBox row =
        new HBox(
            text,
            toggle("find-case", "Aa", "Match case", model.input().matchCase()),
            toggle("find-whole", "[ ]", "Whole cell", model.input().wholeCell()),
            toggle("find-regex", ".*", "Regular expression", model.input().expression()),
            scope,
            icon(previous, Feather.CHEVRON_UP),
            icon(next, Feather.CHEVRON_DOWN),
            words,
            close);
    row.getStyleClass().add("find-row");
    return row;
  }

  private void fillReplaceRow() {
    replacement.setId("replace-text");
    replacement.setPromptText("Replace with");
    replacement.setAccessibleText("Replace with");
    replacement.textProperty().bindBidirectional(replacing.replacement());
    Button one = new Button("Replace");
    one.setId("replace-one");
    one.setOnAction(event -> replacing.replace());
    Button all = new Button("Replace all");
    all.setId("replace-all");
    all.setOnAction(event -> replacing.replaceAll());
    Label why = new Label(refusal);
    why.setId("replace-refusal");
    why.getStyleClass().add("secondary");
    for (Region control : List.<Region>of(one, all)) {
      control.setMinWidth(USE_PREF_SIZE);
      control.disableProperty().bind(replacing.possible().not());
    }
    replacement.setDisable(!refusal.isEmpty());
    replaceRow.getChildren().addAll(replacement, one, all, why);
    replaceRow.getStyleClass().add("find-row");
    replaceRow.visibleProperty().bind(unfolded);
    replaceRow.managedProperty().bind(unfolded);
  }

  private static ToggleButton toggle(String id, String sign, String name, BooleanProperty chosen) {
    ToggleButton toggle = new ToggleButton(sign);
    toggle.setId(id);
    toggle.setMinWidth(USE_PREF_SIZE);
    Hint.on(toggle, name);
    toggle.setAccessibleText(name);
    toggle.getStyleClass().addAll("flat", "find-toggle");
    toggle.selectedProperty().bindBidirectional(chosen);
    return toggle;
  }

  private static Node icon(Command command, Feather icon) {
    Button button = CommandControls.iconButton(command, icon);
    button.getStyleClass().addAll("flat", "button-icon");
    return button;
  }

  private void show(boolean withReplacement) {
    unfolded.set(withReplacement || (unfolded.get() && model.open().get()));
    model.open().set(true);
    TextField field = withReplacement && text.isFocused() ? replacement : text;
    field.requestFocus();
    field.selectAll();
  }

  private void leave() {
    model.open().set(false);
    grid.requestFocus();
  }

  private void pressed(KeyEvent event) {
    KeyCode code = event.getCode();
    boolean inText = text.isFocused();
    boolean inReplacement = replacement.isFocused();
    if (code == KeyCode.ESCAPE) {
      leave();
    } else if (code == KeyCode.ENTER && inText) {
      (event.isShiftDown() ? previous : next).run();
    } else if (code == KeyCode.ENTER && inReplacement) {
      replacing.replace();
    } else if (code == KeyCode.H && event.isShortcutDown()) {
      // A text field would take it for Backspace.
      show(true);
    } else {
      return;
    }
    event.consume();
  }
}
