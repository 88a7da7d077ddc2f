package org.quarry.ui.grid;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** What the mouse does over cells and row numbers: select, drag, scroll, edit, hover, menu. */
final class GridMouse {
  private final DataGrid grid;
  private final GridState state;
  private final GridSheet sheet;
  private final Tooltip tooltip = new Tooltip();
  private final Timeline drift = new Timeline(new KeyFrame(Duration.millis(50), e -> drift()));
  private boolean hinted;
  private boolean dragging;
  private boolean overGutter;
  private boolean plainPress;
  private boolean fromFrozen;
  private double x;
  private double y;
  private double hoverX;
  private double hoverY;
  private @Nullable GridMenu cellMenu;
  private @Nullable GridMenu headerMenu;
  private @Nullable ContextMenu open;

  GridMouse(DataGrid grid, GridState state, GridSheet sheet) {
    this.grid = grid;
    this.state = state;
    this.sheet = sheet;
    drift.setCycleCount(Animation.INDEFINITE);
    sheet.body().addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pressed(event, false));
    sheet.gutter().addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pressed(event, true));
    sheet.body().addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    sheet.gutter().addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    sheet.body().addEventHandler(MouseEvent.MOUSE_RELEASED, event -> released());
    sheet.gutter().addEventHandler(MouseEvent.MOUSE_RELEASED, event -> released());
    sheet.body().addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
    grid.addEventFilter(MouseEvent.MOUSE_PRESSED, this::note);
    grid.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    grid.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
  }

  void setCellMenu(@Nullable GridMenu menu) {
    cellMenu = menu;
  }

  void setHeaderMenu(@Nullable GridMenu menu) {
    headerMenu = menu;
  }

  private void note(MouseEvent event) {
    plainPress = event.getButton() == MouseButton.PRIMARY && !event.isControlDown();
  }

  private void pressed(MouseEvent event, boolean gutter) {
    if (!event.getTarget().equals(event.getSource()) || !grid.commitEdit()) {
      return;
    }
    grid.requestFocus();
    overGutter = gutter;
    int column = gutter ? 0 : state.columns.columnAt(event.getX());
    boolean inside = column >= 0 && event.getY() < state.rows.y(state.rows.count());
    if (!inside) {
      return;
    }
    long row = state.rows.rowAt(event.getY());
    if (event.getButton() == MouseButton.PRIMARY) {
      dragging = true;
      fromFrozen = column < state.columns.frozen();
      point(row, column, event.isShiftDown());
      if (event.getClickCount() == 2 && !gutter) {
        dragging = !grid.edit(row, column);
      }
    } else if (event.getButton() == MouseButton.SECONDARY && outside(row, column)) {
      point(row, column, false);
    }
    event.consume();
  }

  private boolean outside(long row, int column) {
    CellRange range = state.selection.range();
    return overGutter
        ? !(range.wholeRows() && range.containsRow(row))
        : !range.contains(row, column);
  }

  private void point(long row, int column, boolean extend) {
    if (overGutter) {
      state.selection.moveToRow(row, extend);
    } else {
      state.selection.moveTo(row, column, extend);
    }
    grid.selectionMoved(false);
  }

  private void dragged(MouseEvent event) {
    if (!dragging) {
      return;
    }
    x = event.getX();
    y = event.getY();
    boolean above = y < 0 || y > sheet.body().getHeight();
    boolean beside = !overGutter && (x < left() || x > sheet.body().getWidth());
    if (above || beside) {
      drift.play();
    } else {
      drift.stop();
      extend();
    }
    event.consume();
  }

  private void extend() {
    long row = state.rows.rowAt(Math.clamp(y, 0, Math.max(0, sheet.body().getHeight() - 1)));
    double inside = Math.clamp(x, left(), Math.max(left(), sheet.body().getWidth() - 1));
    int column = state.columns.columnAt(inside);
    point(row, column < 0 ? state.columns.count() - 1 : column, true);
  }

  /** Where a drag leaves the columns that scroll: over frozen ones while there is more below. */
  private double left() {
    boolean under = !fromFrozen && state.columns.scroll() > 0;
    return under ? state.columns.frozenWidth() : 0;
  }

  /** Scrolls on while the mouse is held outside. */
  private void drift() {
    double height = sheet.body().getHeight();
    double down = y < 0 ? y : Math.max(0, y - height);
    double right =
        overGutter ? 0 : x < left() ? x - left() : Math.max(0, x - sheet.body().getWidth());
    state.rows.moveBy(down);
    state.columns.scrollTo(state.columns.scroll() + right);
    extend();
  }

  private void released() {
    dragging = false;
    drift.stop();
  }

  private void hover(MouseEvent event) {
    hover(event.getX(), event.getY());
  }

  /** Shows what the source says by now of the cell under the mouse. */
  void hintAgain() {
    if (hinted) {
      hover(hoverX, hoverY);
    }
  }

  private void hover(double atX, double atY) {
    hoverX = atX;
    hoverY = atY;
    int column = state.columns.columnAt(atX);
    boolean inside = column >= 0 && atY < state.rows.y(state.rows.count());
    String hint = inside ? hint(state.rows.rowAt(atY), column) : null;
    tooltip.setText(hint == null ? "" : hint);
    if (hinted != (hint != null)) {
      hinted = hint != null;
      if (hinted) {
        Tooltip.install(sheet.body(), tooltip);
      } else {
        Tooltip.uninstall(sheet.body(), tooltip);
      }
    }
  }

  private @Nullable String hint(long row, int column) {
    GridCell cell = state.source().cell(row, column);
    String cut =
        sheet
            .body()
            .cellNode(row, column)
            .filter(node -> node instanceof CellText text && text.cut())
            .map(node -> cell.text())
            .orElse(null);
    String why = state.source().hint(row, column);
    return why == null ? cut : cut == null ? why : cut + "\n\n" + why;
  }

  private void scrolled(ScrollEvent event) {
    double down = -event.getDeltaY();
    if (event.getTextDeltaYUnits() == ScrollEvent.VerticalTextScrollUnits.LINES) {
      down = -event.getTextDeltaY() * RowViewport.ROW_HEIGHT;
    }
    state.rows.moveBy(down);
    state.columns.scrollTo(state.columns.scroll() - event.getDeltaX());
    grid.scrolled();
    event.consume();
  }

  private void menu(ContextMenuEvent event) {
    // Some platforms ask for a menu at a plain click as well.
    if (plainPress && !event.isKeyboardTrigger()) {
      return;
    }
    if (open != null) {
      open.hide();
    }
    double headerX = sheet.header().sceneToLocal(event.getSceneX(), 0).getX();
    double headerY = sheet.header().sceneToLocal(0, event.getSceneY()).getY();
    boolean header = !event.isKeyboardTrigger() && headerY < GridHeader.HEIGHT && headerX >= 0;
    GridMenu maker = header ? headerMenu : cellMenu;
    int column =
        header
            ? state.columns.columnAt(headerX)
            : state.selection.range().wholeRows() ? -1 : state.selection.leadColumn();
    boolean nowhere = header ? column < 0 : state.selection.isEmpty();
    if (maker == null || nowhere) {
      return;
    }
    open = maker.menu(header ? -1 : state.selection.leadRow(), column);
    if (open != null) {
      open.show(grid, event.getScreenX(), event.getScreenY());
      event.consume();
    }
  }
}
