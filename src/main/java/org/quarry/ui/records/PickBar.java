package org.quarry.ui.records;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;

/**
 * A bar that filters by what it counts: by a click, or with Enter or Space while it has the focus.
 * Of several in a row Tab reaches one, and the arrows the others.
 */
abstract class PickBar extends Region {
  private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");

  private final Runnable pick;

  /**
   * Makes one.
   *
   * @param words what it says, for its tooltip and for those who listen
   * @param picked whether the rows are filtered by it
   * @param pick filters by it
   */
  PickBar(String words, boolean picked, Runnable pick) {
    this.pick = pick;
    getStyleClass().add("pick-bar");
    setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    setAccessibleText(words + (picked ? ", filtered by this" : ""));
    setAccessibleHelp(picked ? "Enter shows all values again" : "Enter filters by this");
    Tooltip.install(
        this, new Tooltip(words + (picked ? "\nA click shows all again." : "\nA click filters.")));
    pseudoClassStateChanged(PICKED, picked);
    setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            pick.run();
          }
        });
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      pick.run();
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }

  /** Lets the keyboard walk over bars that stand side by side. */
  static void walk(List<? extends PickBar> bars) {
    for (int i = 0; i < bars.size(); i++) {
      int at = i;
      PickBar bar = bars.get(i);
      bar.setFocusTraversable(i == 0);
      bar.addEventHandler(KeyEvent.KEY_PRESSED, event -> bar.pressed(event, bars, at));
    }
  }

  private void pressed(KeyEvent event, List<? extends PickBar> bars, int at) {
    int to =
        switch (event.getCode()) {
          case UP, LEFT -> at - 1;
          case DOWN, RIGHT -> at + 1;
          case HOME -> 0;
          case END -> bars.size() - 1;
          default -> -2;
        };
    if (to >= -1) {
      bars.get(Math.clamp(to, 0, bars.size() - 1)).requestFocus();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
      pick.run();
      event.consume();
    }
  }
}
