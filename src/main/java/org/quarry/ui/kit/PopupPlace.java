package org.quarry.ui.kit;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/** Holds a popup below a node and inside the window's left and right edge. For the UI thread. */
public final class PopupPlace {
  private final Popup popup;
  private final double gap;
  private final boolean rightEdges;
  private @Nullable Node anchor;

  /**
   * Makes one.
   *
   * @param gap pixels between node and popup
   * @param rightEdges whether right edges are aligned; else left ones
   */
  public PopupPlace(Popup popup, double gap, boolean rightEdges) {
    this.popup = popup;
    this.gap = gap;
    this.rightEdges = rightEdges;
    popup.setAutoFix(true);
    popup.widthProperty().addListener((property, was, is) -> place());
  }

  /** Shows the popup below a node that is in a window, or moves it there. */
  public void showBelow(Node node) {
    anchor = node;
    if (!popup.isShowing()) {
      Bounds at = node.localToScreen(node.getLayoutBounds());
      popup.show(node, at.getMinX(), at.getMaxY() + gap);
    }
    place();
  }

  /** Moves the popup to where its node is now; nothing while it is not shown. */
  public void place() {
    Node node = anchor;
    Scene scene = node == null ? null : node.getScene();
    if (node == null || scene == null || scene.getWindow() == null || !popup.isShowing()) {
      return;
    }
    Bounds at = node.localToScreen(node.getLayoutBounds());
    double left = scene.getWindow().getX() + scene.getX();
    double x = rightEdges ? at.getMaxX() - popup.getWidth() : at.getMinX();
    popup.setX(Math.max(left, Math.min(x, left + scene.getWidth() - popup.getWidth())));
    popup.setY(at.getMaxY() + gap);
  }
}
