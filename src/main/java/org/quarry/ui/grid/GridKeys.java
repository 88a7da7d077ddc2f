package org.quarry.ui.grid;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What keys do while the grid itself has the focus. Keys not named here bubble to the screen. */
final class GridKeys {
  private final DataGrid grid;
  private final GridState state;

  GridKeys(DataGrid grid, GridState state) {
    this.grid = grid;
    this.state = state;
    grid.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    grid.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
  }

  private void pressed(KeyEvent event) {
    if (event.getTarget().equals(grid) && (moves(event) || acts(event))) {
      event.consume();
    }
  }

  private boolean moves(KeyEvent event) {
    boolean extend = event.isShiftDown();
    boolean far = event.isShortcutDown();
    if (event.isAltDown()) {
      return false;
    }
    long rowEdge = Long.MAX_VALUE / 4;
    int columnEdge = Integer.MAX_VALUE / 4;
    switch (event.getCode()) {
      case UP, KP_UP -> grid.move(far ? -rowEdge : -1, 0, extend);
      case DOWN, KP_DOWN -> grid.move(far ? rowEdge : 1, 0, extend);
      case LEFT, KP_LEFT -> grid.move(0, far ? -columnEdge : -1, extend);
      case RIGHT, KP_RIGHT -> grid.move(0, far ? columnEdge : 1, extend);
      case HOME -> grid.move(far ? -rowEdge : 0, -columnEdge, extend);
      case END -> grid.move(far ? rowEdge : 0, columnEdge, extend);
      case PAGE_UP -> grid.page(-1, extend);
      case PAGE_DOWN -> grid.page(1, extend);
      case TAB -> {
        return !far && grid.step(extend ? -1 : 1);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean acts(KeyEvent event) {
    KeyCode code = event.getCode();
    boolean shortcut = event.isShortcutDown();
    boolean plain = !shortcut && !event.isAltDown();
    if (code == KeyCode.A && shortcut && !event.isShiftDown()) {
      grid.selectAll();
      return true;
    }
    if (code == KeyCode.C && shortcut) {
      return grid.copy(event.isShiftDown());
    }
    if (code == KeyCode.SPACE && event.isShiftDown() && plain) {
      grid.selectWholeRows();
      return true;
    }
    if ((code == KeyCode.F2 || code == KeyCode.ENTER) && plain) {
      return startOrMove(code, event.isShiftDown());
    }
    return code == KeyCode.DELETE && !shortcut && !event.isShiftDown() && delete(event.isAltDown());
  }

  private boolean startOrMove(KeyCode code, boolean back) {
    if (state.selection.isEmpty()) {
      return false;
    }
    if (state.editing().isPresent() && !back) {
      grid.edit(state.selection.leadRow(), state.selection.leadColumn());
    } else if (code == KeyCode.ENTER) {
      grid.move(back ? -1 : 1, 0, false);
    }
    return true;
  }

  private boolean delete(boolean setNull) {
    CellRange range = state.selection.range();
    GridEditing editing = state.editing().orElse(null);
    if (editing == null || range.isEmpty()) {
      return false;
    }
    if (setNull) {
      editing.setNull(range);
    } else if (range.wholeRows()) {
      editing.deleteRows(range);
    } else {
      editing.clear(range);
    }
    return true;
  }

  private void typed(KeyEvent event) {
    String text = event.getCharacter();
    boolean command = event.isShortcutDown() || event.isAltDown() || event.isMetaDown();
    boolean alternate = event.isControlDown() && event.isAltDown();
    boolean printable = !text.isEmpty() && text.charAt(0) >= ' ' && text.charAt(0) != 0x7f;
    if (event.getTarget().equals(grid)
        && printable
        && (!command || alternate)
        && !(text.equals(" ") && event.isShiftDown())
        && !state.selection.isEmpty()
        && state.editing().isPresent()) {
      grid.type(text);
      event.consume();
    }
  }
}
