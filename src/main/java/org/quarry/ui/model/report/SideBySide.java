package org.quarry.ui.model.report;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Puts its children side by side where there is room for two, else one above the other. */
final class SideBySide extends Pane {
  private static final double LEAST = 360;
  private static final double GAP = 24;

  SideBySide(Node... children) {
    super(children);
  }

  private int columns(double width) {
    return width >= 2 * LEAST + GAP ? 2 : 1;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return lay(width > 0 ? width : LEAST, false);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return LEAST;
  }

  @Override
  protected void layoutChildren() {
    lay(getWidth(), true);
  }

  /** Goes through the children and says how high they are together. */
  private double lay(double width, boolean move) {
    int columns = columns(width);
    double each = (width - (columns - 1) * GAP) / columns;
    double y = 0;
    double highest = 0;
    int column = 0;
    for (Node child : getManagedChildren()) {
      if (column == columns) {
        y += highest + GAP;
        highest = 0;
        column = 0;
      }
      double height = child.prefHeight(each);
      if (move) {
        child.resizeRelocate(column * (each + GAP), y, each, height);
      }
      highest = Math.max(highest, height);
      column++;
    }
    return y + highest;
  }
}
