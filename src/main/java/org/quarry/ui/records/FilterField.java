package org.quarry.ui.records;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.collections.MapChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.quarry.ui.kit.Hint;
import org.quarry.ui.kit.Icons;
import org.quarry.work.Problem;

/**
 * A box in which a filter is typed. Enter filters at once, else it is done a moment after the last
 * key; Esc and the arrow down leave it; Ctrl+Shift+Backspace, or a cross that shows while the box
 * is used, empties it. What is wrong is said below the box while it is used or pointed at.
 */
final class FilterField extends CustomTextField {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final Duration MOMENT = Duration.millis(200);

  /** Pixels from which on there is room for a cross. */
  private static final double ROOMY = 64;

  /** Pixels between a sign and the edge. */
  private static final double EDGE = 4;

  private final FilterModel model;
  private final FilterBox box;
  private final String help;
  private final Runnable leave;
  private final PauseTransition pause = new PauseTransition(MOMENT);
  private final FilterBubble bubble = new FilterBubble(this);
  private final FontIcon empty = Icons.of(Feather.FILTER);
  private final FontIcon wrong = Icons.of(Feather.ALERT_TRIANGLE);
  private final StackPane cross = new StackPane(Icons.of(Feather.X));
  // Always there, if empty: a text field whose side nodes come and go loses its text's colour.
  private final HBox mark = new HBox();
  private final HBox signs = new HBox(2);
  private boolean hushed;

  /**
   * Makes one.
   *
   * @param help what the hint says while nothing is typed
   * @param leave takes the focus elsewhere
   */
  FilterField(FilterModel model, FilterBox box, String prompt, String help, Runnable leave) {
    this.model = model;
    this.box = box;
    this.help = help;
    this.leave = leave;
    getStyleClass().add("filter-field");
    setPromptText(prompt);
    setAccessibleText(prompt);
    setText(model.typed().getOrDefault(box, ""));
    empty.getStyleClass().add("filter-empty");
    wrong.getStyleClass().add("filter-wrong");
    mark.getStyleClass().add("filter-signs");
    signs.getStyleClass().add("filter-signs");
    setLeft(mark);
    setRight(signs);
    cross.getStyleClass().add("filter-cross");
    cross.setCursor(Cursor.HAND);
    cross.setAccessibleText("Clear this filter");
    cross.setOnMousePressed(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            empty();
            event.consume();
          }
        });
    pause.setOnFinished(event -> take());
    textProperty().addListener((property, was, is) -> pause.playFromStart());
    setOnAction(event -> take());
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    addEventFilter(KeyEvent.KEY_PRESSED, this::clearing);
    model
        .typed()
        .addListener((MapChangeListener<FilterBox, String>) change -> typed(change.getKey()));
    model.problems().addListener((MapChangeListener<FilterBox, Problem>) change -> say());
    InvalidationListener look = change -> look();
    textProperty().addListener(look);
    focusedProperty().addListener(look);
    hoverProperty().addListener(look);
    widthProperty().addListener(look);
    say();
  }

  /** Where what is typed belongs. */
  FilterBox box() {
    return box;
  }

  /** Says nothing below the box while something else stands there. */
  void hush(boolean quiet) {
    hushed = quiet;
    look();
  }

  private void take() {
    pause.stop();
    model.type(box, getText());
    say();
  }

  private void empty() {
    clear();
    take();
    requestFocus();
  }

  private void typed(FilterBox changed) {
    String text = model.typed().getOrDefault(box, "");
    if (changed.equals(box)
        && !text.equals(getText())
        && !(text.isEmpty() && getText().isBlank())) {
      setText(text);
      pause.stop();
    }
    say();
  }

  private void say() {
    Problem problem = model.problems().get(box);
    pseudoClassStateChanged(WRONG, problem != null);
    if (problem != null) {
      Hint.on(this, String.valueOf(problem.getMessage()));
      setAccessibleHelp(problem.getMessage());
    } else {
      String sql = model.sql(box);
      Hint.on(this, sql.isEmpty() ? help : sql);
      setAccessibleHelp(help);
    }
    look();
  }

  private void look() {
    Problem problem = model.problems().get(box);
    boolean blank = getText().isEmpty();
    boolean used = isFocused() || isHover();
    mark.getChildren().setAll(blank ? List.of(empty) : List.of());
    mark.setPadding(blank ? new Insets(0, 0, 0, EDGE) : Insets.EMPTY);
    signs.getChildren().clear();
    if (problem != null) {
      signs.getChildren().add(wrong);
    }
    if (!blank && used && getWidth() >= ROOMY) {
      signs.getChildren().add(cross);
    }
    signs.setPadding(signs.getChildren().isEmpty() ? Insets.EMPTY : new Insets(0, EDGE, 0, 0));
    bubble.show(problem != null && used && !hushed ? Hint.of(this).words().get() : "");
  }

  /** Before the text field itself would delete a word. */
  private void clearing(KeyEvent event) {
    if (event.getCode() == KeyCode.BACK_SPACE && event.isShortcutDown() && event.isShiftDown()) {
      empty();
      event.consume();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.DOWN) {
      leave.run();
      event.consume();
    }
  }
}
