package org.quarry.ui.grid;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/** A rectangle behind texts: a row's tint, a cell's tint, a line between columns. */
final class Strip extends Region {
  private static final PseudoClass NEW = PseudoClass.getPseudoClass("new");
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
  private static final PseudoClass DIFFERENT = PseudoClass.getPseudoClass("different");
  private static final PseudoClass DELETED = PseudoClass.getPseudoClass("deleted");
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private RowState state = RowState.NORMAL;
  private boolean selected;

  Strip(String styleClass) {
    getStyleClass().add(styleClass);
    setManaged(false);
    setMouseTransparent(true);
  }

  void show(RowState now, boolean chosen) {
    if (now == state && chosen == selected) {
      return;
    }
    state = now;
    selected = chosen;
    pseudoClassStateChanged(NEW, state == RowState.NEW);
    boolean different = state == RowState.DIFFERENT;
    pseudoClassStateChanged(CHANGED, different || state == RowState.CHANGED);
    pseudoClassStateChanged(DIFFERENT, different);
    pseudoClassStateChanged(DELETED, state == RowState.DELETED);
    pseudoClassStateChanged(SELECTED, selected);
    // In a layout a changed style would wait for the next pulse, and show a frame late.
    applyCss();
  }
}
