package org.quarry.ui.model;

import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import org.jspecify.annotations.Nullable;

/** A cell of a heat map. It fills from the left as its folds are known. */
final class HeatCell extends Region {
  private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass UNDER_WAY = PseudoClass.getPseudoClass("under-way");
  private static final double CORNER = 7;

  /** Narrower ones hold no figure. */
  private static final double LEAST_WIDTH = 27;

  private static final double LEAST_HEIGHT = 14;

  private final Region tint = new Region();
  private final Label figure = new Label();
  private final Region ring = new Region();
  private final Polygon corner = new Polygon(0, 0, CORNER, 0, CORNER, CORNER);
  private final Supplier<String> words;
  private HeatLook look = new HeatLook("", 0, "", false, false, false);

  /** Makes an empty one; {@code words} says all of it at any moment. */
  HeatCell(String id, Supplier<String> words) {
    this.words = words;
    setId(id);
    getStyleClass().add("heat-cell");
    setAccessibleRole(AccessibleRole.TEXT);
    tint.getStyleClass().add("heat-tint");
    figure.getStyleClass().add("heat-figure");
    ring.getStyleClass().add("heat-ring");
    corner.getStyleClass().add("heat-corner");
    for (var child : new Node[] {tint, figure, corner, ring}) {
      child.setManaged(false);
      child.setMouseTransparent(true);
    }
    getChildren().addAll(tint, figure);
  }

  /** Shows a look; costs nothing when it is the one shown. */
  void show(HeatLook next) {
    if (next.equals(look)) {
      return;
    }
    if (!next.style().equals(look.style())) {
      getStyleClass().remove(look.style());
      if (!next.style().isEmpty()) {
        getStyleClass().add(next.style());
      }
    }
    look = next;
    figure.setText(next.text());
    add(ring, next.best() || next.underWay());
    add(corner, next.unconverged());
    pseudoClassStateChanged(BEST, next.best());
    pseudoClassStateChanged(UNDER_WAY, next.underWay());
    requestLayout();
  }

  /** What few cells have is a node of few cells, for a node costs. */
  private void add(Node part, boolean shown) {
    if (shown && part.getParent() == null) {
      getChildren().add(part);
    } else if (!shown) {
      getChildren().remove(part);
    }
  }

  /** Marks it as the one chosen. */
  void select(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
  }

  /** All of it in words. */
  String words() {
    return words.get();
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT
        ? words.get()
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    tint.resizeRelocate(0, 0, Math.rint(width * look.filled()), height);
    add(figure, !look.text().isEmpty() && width >= LEAST_WIDTH && height >= LEAST_HEIGHT);
    figure.resizeRelocate(0, 0, width, height);
    ring.resizeRelocate(0, 0, width, height);
    corner.relocate(width - CORNER - 1, 1);
  }
}
