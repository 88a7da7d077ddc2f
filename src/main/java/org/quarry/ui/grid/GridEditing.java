package org.quarry.ui.grid;

import org.jspecify.annotations.Nullable;

/**
 * What a {@link DataGrid} asks to have edited. All on the JavaFX thread. The grid handles the keys
 * that mean an edit of cells (F2, Enter, typing, Del, Alt+Del); keys that mean a command of the
 * screen, such as Ins, Ctrl+D and Ctrl+Z, it leaves to the screen's accelerators.
 */
public interface GridEditing {
  /**
   * Tells whether a cell can be edited.
   *
   * @return null if it can, or the sentence that says why not
   */
  @Nullable String refusal(long row, int column);

  /** Starts the edit of a cell that {@link #refusal} let pass. */
  CellEdit edit(long row, int column);

  /** Del was pressed on cells: empty them. */
  void clear(CellRange range);

  /** Alt+Del was pressed: set the cells to NULL. */
  void setNull(CellRange range);

  /** Ctrl+Enter was pressed in the editor: give all these cells the value typed there. */
  void fill(CellRange range, EditText value);

  /** Del was pressed on whole rows: delete them. */
  void deleteRows(CellRange range);
}
