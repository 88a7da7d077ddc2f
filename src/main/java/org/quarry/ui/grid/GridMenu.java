package org.quarry.ui.grid;

import javafx.scene.control.ContextMenu;
import org.jspecify.annotations.Nullable;

/** Makes the context menu of a cell, or of a header, when it is asked for. */
@FunctionalInterface
public interface GridMenu {
  /**
   * The menu to show.
   *
   * @param row the row, or -1 for the header
   * @param column the column, or -1 for the gutter
   * @return null for none
   */
  @Nullable ContextMenu menu(long row, int column);
}
