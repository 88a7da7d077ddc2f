package org.quarry.ui.records;

import javafx.animation.PauseTransition;
import javafx.collections.MapChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.quarry.work.Problem;

/**
 * A box in which a filter is typed. Enter filters at once, else it is done a moment after the last
 * key; Esc and the arrow down leave it.
 */
final class FilterField extends TextField {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final Duration MOMENT = Duration.millis(200);

  private final FilterModel model;
  private final FilterBox box;
  private final String help;
  private final Runnable leave;
  private final PauseTransition pause = new PauseTransition(MOMENT);
  private final Tooltip tooltip = new Tooltip();

  /**
   * Makes one.
   *
   * @param help what the tooltip says while nothing is typed
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
    setTooltip(tooltip);
    tooltip.setMaxWidth(520);
    tooltip.setWrapText(true);
    pause.setOnFinished(event -> take());
    textProperty().addListener((property, was, is) -> pause.playFromStart());
    setOnAction(event -> take());
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    model
        .typed()
        .addListener((MapChangeListener<FilterBox, String>) change -> typed(change.getKey()));
    model.problems().addListener((MapChangeListener<FilterBox, Problem>) change -> say());
    say();
  }

  /** Where what is typed belongs. */
  FilterBox box() {
    return box;
  }

  private void take() {
    pause.stop();
    model.type(box, getText());
    say();
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
    Problem wrong = model.problems().get(box);
    pseudoClassStateChanged(WRONG, wrong != null);
    if (wrong != null) {
      tooltip.setText(wrong.getMessage());
      setAccessibleHelp(wrong.getMessage());
    } else {
      String sql = model.sql(box);
      tooltip.setText(sql.isEmpty() ? help : sql);
      setAccessibleHelp(help);
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.DOWN) {
      leave.run();
      event.consume();
    }
  }
}
