package org.quarry.ui.grid;

import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Lets cells be followed: while Ctrl is held over a cell of which the source says that it leads
 * somewhere, the cell is underlined under a pointing hand, and a click follows it instead of
 * selecting it.
 */
public final class GridLinks {
  private final DataGrid grid;
  private final GridState state;
  private final GridBody body;
  private final Consumer<CellPosition> follow;
  private double x = -1;
  private double y = -1;

  /**
   * Adds it to a grid.
   *
   * @param follow told the cell that is to be followed
   */
  public GridLinks(DataGrid grid, Consumer<CellPosition> follow) {
    this.grid = grid;
    this.follow = follow;
    state = grid.state();
    body = grid.body();
    body.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    body.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    body.addEventHandler(MouseEvent.MOUSE_EXITED, event -> look(-1, -1, false));
    grid.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    grid.addEventFilter(KeyEvent.KEY_RELEASED, this::key);
  }

  private void moved(MouseEvent event) {
    look(event.getX(), event.getY(), event.isShortcutDown());
  }

  private void key(KeyEvent event) {
    if (x >= 0) {
      look(x, y, event.isShortcutDown());
    }
  }

  private void look(double atX, double atY, boolean ready) {
    x = atX;
    y = atY;
    CellPosition cell = ready ? link(atX, atY) : null;
    body.setCursor(cell == null ? Cursor.DEFAULT : Cursor.HAND);
    if (body.underline(cell)) {
      grid.scrolled();
    }
  }

  private @Nullable CellPosition link(double atX, double atY) {
    int column = atX < 0 ? -1 : state.columns.columnAt(atX);
    if (column < 0 || atY < 0 || atY >= state.rows.y(state.rows.count())) {
      return null;
    }
    long row = state.rows.rowAt(atY);
    return state.source().leads(row, column) ? new CellPosition(row, column) : null;
  }

  private void pressed(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || !event.isShortcutDown()) {
      return;
    }
    CellPosition cell = link(event.getX(), event.getY());
    if (cell != null) {
      event.consume();
      if (grid.commitEdit()) {
        look(-1, -1, false);
        grid.requestFocus();
        grid.select(cell.row(), cell.column());
        follow.accept(cell);
      }
    }
  }
}
