package org.quarry.ui.grid;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/** A rectangle behind texts: a row's tint, a cell's tint, a line between columns. */
final class Strip extends Region {
  private static final PseudoClass NEW = PseudoClass.getPseudoClass("new");
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
  private static final PseudoClass DELETED = PseudoClass.getPseudoClass("deleted");
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  Strip(String styleClass) {
    getStyleClass().add(styleClass);
    setManaged(false);
    setMouseTransparent(true);
  }

  void show(RowState state, boolean selected) {
    pseudoClassStateChanged(NEW, state == RowState.NEW);
    pseudoClassStateChanged(CHANGED, state == RowState.CHANGED);
    pseudoClassStateChanged(DELETED, state == RowState.DELETED);
    pseudoClassStateChanged(SELECTED, selected);
  }
}
