package org.quarry.ui.grid;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The sentence at a cell that says why it, or a value of it, is refused. */
final class CellNotice {
  private static final PseudoClass HINT = PseudoClass.getPseudoClass("hint");
  private static final double WIDTH = 320;
  private static final double GAP = 2;

  private final GridState state;
  private final GridBody body;
  private final Label label = new Label();
  private final PauseTransition time = new PauseTransition(Duration.seconds(5));
  private @Nullable CellPosition cell;

  CellNotice(GridState state, GridBody body) {
    this.state = state;
    this.body = body;
    label.getStyleClass().add("grid-notice");
    label.setManaged(false);
    label.setVisible(false);
    label.setMouseTransparent(true);
    label.setWrapText(true);
    time.setOnFinished(end -> hide());
    body.getChildren().add(label);
  }

  /**
   * Says a sentence.
   *
   * @param stays whether it stays until something is typed; else for some seconds
   * @param around what stands below or above the cell and is not to be covered, or null
   */
  void say(CellPosition at, String sentence, boolean stays, @Nullable Node around) {
    label.pseudoClassStateChanged(HINT, false);
    label.setText(sentence);
    label.setVisible(true);
    cell = at;
    place(around);
    if (stays) {
      time.stop();
    } else {
      time.playFromStart();
    }
  }

  /** Says what a key will do, which is no refusal; it stays until something is typed. */
  void hint(CellPosition at, String sentence, @Nullable Node around) {
    say(at, sentence, true, around);
    label.pseudoClassStateChanged(HINT, true);
  }

  void hide() {
    time.stop();
    cell = null;
    label.setVisible(false);
  }

  /** Puts it where its cell is now: below the cell, above it, or past what stands around it. */
  void place(@Nullable Node around) {
    CellPosition at = cell;
    if (at == null) {
      return;
    }
    label.toFront();
    label.applyCss();
    double width = Math.min(Math.min(WIDTH, body.getWidth()), Math.ceil(label.prefWidth(-1)));
    double height = Math.ceil(label.prefHeight(width));
    double x = Math.max(0, Math.min(state.columns.x(at.column()), body.getWidth() - width));
    double top = state.rows.y(at.row());
    double below = top + RowViewport.ROW_HEIGHT + GAP;
    double above = top - height - GAP;
    Bounds taken = around == null ? null : around.getBoundsInParent();
    // The cell below is where one goes on typing after Enter.
    boolean nextIsBelow =
        state.selection.leadRow() == at.row() + 1 && state.selection.leadColumn() == at.column();
    double[] places =
        nextIsBelow
            ? new double[] {above, below}
            : taken == null
                ? new double[] {below, above}
                : new double[] {
                  below, above, taken.getMaxY() + GAP, taken.getMinY() - height - GAP
                };
    for (double y : places) {
      Bounds here = new BoundingBox(x, y, width, height);
      boolean inside = y >= 0 && y + height <= body.getHeight();
      if (inside && (taken == null || !taken.intersects(here))) {
        label.resizeRelocate(x, y, width, height);
        return;
      }
    }
    label.resizeRelocate(x, below + height <= body.getHeight() ? below : above, width, height);
  }
}
