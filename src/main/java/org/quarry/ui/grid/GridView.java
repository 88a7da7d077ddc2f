package org.quarry.ui.grid;

/**
 * What is in view of a grid and what is selected, to be shown again later.
 *
 * @param row the row at the top, with a fraction for one that is in view in part
 * @param x how far it is scrolled to the right, in pixels
 * @param rows how many rows were in view, also in part
 * @param selection what is selected
 */
public record GridView(double row, double x, int rows, CellRange selection) {
  /** What a grid shows now. */
  public static GridView of(DataGrid grid) {
    GridState state = grid.state();
    return new GridView(
        state.rows.position(), state.columns.scroll(), state.rows.visible(), grid.selection());
  }

  /** How many rows a grid must have for this view to be whole. */
  public long reach() {
    return Math.max((long) row + rows, selection.wholeRows() ? 0 : selection.lastRow() + 1);
  }

  /** Shows it, or what is nearest to it of the rows that there are now. */
  public void show(DataGrid grid) {
    GridState state = grid.state();
    // The source may know more rows than it has told of yet.
    state.readRows();
    grid.select(selection);
    state.rows.moveTo(row);
    state.columns.scrollTo(x);
    grid.scrolled();
  }
}
