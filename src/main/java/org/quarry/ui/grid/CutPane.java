package org.quarry.ui.grid;

import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/** What scrolls sideways under frozen columns: it can be cut off at the left. */
class CutPane extends Pane {
  private final Rectangle clip = new Rectangle();

  CutPane() {
    setManaged(false);
  }

  /** Shows what stands between a left edge and a size, all in pixels; at 0 nothing is cut. */
  final void cut(double left, double width, double height) {
    clip.setX(left);
    clip.setWidth(Math.max(0, width - left));
    clip.setHeight(height);
    setClip(left > 0 ? clip : null);
  }
}
