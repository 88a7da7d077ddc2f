package org.quarry.ui.grid;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A grid over a {@link GridSource}. It has nodes for the visible cells only, so that its cost does
 * not depend on the number of rows or columns. Everything is called on the JavaFX thread.
 *
 * <p>Keys: arrows, Home, End, Page Up and Page Down move, with Ctrl to the edge, with Shift they
 * extend; Tab walks the cells; Shift+Space makes rows whole, Ctrl+A selects all; Ctrl+C and
 * Ctrl+Shift+C go to {@link #setOnCopy}; F2, Enter, a double click or typing edit, Del clears cells
 * or deletes whole rows, Alt+Del sets NULL, all through {@link #setEditing}. Every other key
 * bubbles.
 *
 * <p>Style classes: {@code data-grid}; a visible cell's node has {@code grid-cell} and is found by
 * {@link #cellNode}.
 */
public final class DataGrid extends Region {
  private final GridState state = new GridState();
  private final GridSheet sheet = new GridSheet(state, this);
  private final GridMouse mouse = new GridMouse(this, state, sheet);
  private final ReadOnlyObjectWrapper<CellRange> selection =
      new ReadOnlyObjectWrapper<>(this, "selection", CellRange.EMPTY);
  private final ReadOnlyObjectWrapper<@Nullable CellPosition> lead =
      new ReadOnlyObjectWrapper<>(this, "lead", null);
  private @Nullable GridCopy onCopy;

  /** Makes a grid with nothing in it. */
  public DataGrid() {
    getStyleClass().add("data-grid");
    String sheetOfStyles =
        Objects.requireNonNull(DataGrid.class.getResource("grid.css")).toExternalForm();
    getStylesheets().add(sheetOfStyles);
    setFocusTraversable(true);
    setMinSize(120, 80);
    setPrefSize(640, 400);
    setAccessibleRole(AccessibleRole.TABLE_VIEW);
    getChildren().add(sheet);
    new GridKeys(this, state);
    focusedProperty().addListener((property, old, now) -> sheet.setGridFocused(now));
  }

  /**
   * Draws another source from its first row, with widths of its own; the grid listens to it until
   * the next one.
   */
  public void setSource(GridSource source) {
    sheet.editor().cancel();
    state.setSource(source, new GridChanges(state, sheet, mouse, this::publish));
    sheet.under().forget();
    publish();
    sheet.requestLayout();
  }

  /** What it draws. */
  public GridSource source() {
    return state.source();
  }

  /** Lets cells be edited, or with null not. */
  public void setEditing(@Nullable GridEditing editing) {
    sheet.editor().cancel();
    state.setEditing(editing);
  }

  /** Is told of clicks on headers. The source changes its columns' sort itself. */
  public void setOnSort(Consumer<SortRequest> handler) {
    sheet.header().setOnSort(handler);
  }

  /** Takes Ctrl+C; without it the key bubbles. */
  public void setOnCopy(@Nullable GridCopy handler) {
    onCopy = handler;
  }

  /** Makes the context menus of cells and, with column -1, of row numbers. */
  public void setCellMenu(@Nullable GridMenu menu) {
    mouse.setCellMenu(menu);
  }

  /** Makes the context menus of headers; the row is -1. */
  public void setHeaderMenu(@Nullable GridMenu menu) {
    mouse.setHeaderMenu(menu);
  }

  /** Shows a node in the middle while there are no rows; null for none. */
  public void setPlaceholder(@Nullable Node node) {
    sheet.setPlaceholder(node);
  }

  /**
   * Shows a row of nodes under the headings, each as wide as its column, or with null none. A node
   * is made when its column first comes into view, and anew when the columns change.
   */
  public void setUnderHeader(@Nullable IntFunction<? extends Region> nodeOf) {
    sheet.under().setMaker(nodeOf);
    sheet.requestLayout();
  }

  /** The cells selected; {@link CellRange#EMPTY} for none, never null. */
  public ReadOnlyObjectProperty<CellRange> selectionProperty() {
    return selection.getReadOnlyProperty();
  }

  /** The cells selected; {@link CellRange#EMPTY} for none. */
  public CellRange selection() {
    return selection.get();
  }

  /** The cell the keyboard stands on; null for none. */
  public ReadOnlyObjectProperty<@Nullable CellPosition> leadProperty() {
    return lead.getReadOnlyProperty();
  }

  /** The cell the keyboard stands on. */
  public Optional<CellPosition> lead() {
    return Optional.ofNullable(lead.get());
  }

  /** Selects one cell, the nearest one there is, and scrolls to it. */
  public void select(long row, int column) {
    state.selection.moveTo(row, column, false);
    selectionMoved(true);
  }

  /** Selects a range, such as one selected before, and leaves the view where it is. */
  public void select(CellRange range) {
    state.selection.select(range);
    selectionMoved(false);
  }

  /** Selects whole rows, both ends included, and scrolls to the last one. */
  public void selectRows(long first, long last) {
    state.selection.selectRows(first, last);
    selectionMoved(true);
  }

  /** Selects all rows, also those that the count gains later. */
  public void selectAll() {
    state.selection.selectAll();
    selectionMoved(false);
  }

  /** Selects nothing. */
  public void clearSelection() {
    state.selection.clear();
    selectionMoved(false);
  }

  /** Puts a row at the top, or as near as the end of the rows allows. */
  public void scrollTo(long row) {
    state.rows.moveToRow(row);
    scrolled();
  }

  /** Scrolls as little as needed for a column to be in view. */
  public void scrollToColumn(int column) {
    state.columns.reveal(Objects.checkIndex(column, state.columns.count()));
    scrolled();
  }

  /** The first row in view, also in part; 0 without rows. */
  public long firstVisibleRow() {
    return state.rows.first();
  }

  /** How many rows are in view, also in part. */
  public int visibleRowCount() {
    return state.rows.visible();
  }

  /** The width of a column in pixels. */
  public double columnWidth(int column) {
    return state.columns.width(column);
  }

  /** Is told of widths and places that a person changes, or with null no one is. */
  public void setOnColumns(@Nullable GridColumns owner) {
    sheet.header().move().setOwner(owner);
  }

  /**
   * Keeps the first columns at the left while the others scroll; fewer where too little would be
   * left to scroll. Another source has none.
   */
  public void setFrozenColumns(int first) {
    state.columns.setFrozen(first);
    sheet.requestLayout();
  }

  /** How many columns are frozen now. */
  public int frozenColumns() {
    return state.columns.frozen();
  }

  /** Sets the width of a column in pixels. */
  public void setColumnWidth(int column, double width) {
    state.columns.setWidth(column, width);
    sheet.requestLayout();
  }

  /** Fits a column to its name and its visible cells, at most 320 pixels, and tells its owner. */
  public void fitColumn(int column) {
    setColumnWidth(column, sheet.body().fittingWidth(column));
    sheet.header().move().tellWidth(column);
  }

  /** Fits all columns so, and tells no one. */
  public void fitColumns() {
    for (int column = 0; column < state.columns.count(); column++) {
      setColumnWidth(column, sheet.body().fittingWidth(column));
    }
  }

  /** Forgets a column's width: it fits its content again when it is next drawn. */
  public void forgetWidth(int column) {
    state.columns.forgetWidth(column);
    sheet.requestLayout();
  }

  /**
   * Edits a cell's value, as F2 does.
   *
   * @return whether an editor opened, or will when the value has been read
   */
  public boolean edit(long row, int column) {
    return sheet.editor().edit(new CellPosition(row, column), null);
  }

  /**
   * Edits the value of the cell the keyboard stands on for all selected cells: Enter gives it to
   * every one of them.
   *
   * @return whether an editor opened, or will when the value has been read
   */
  public boolean editSelection() {
    return lead().isPresent() && sheet.editor().editAll(lead().get());
  }

  /** Whether a cell's editor is open. */
  public boolean isEditing() {
    return sheet.editor().isOpen();
  }

  /**
   * Commits the open editor, if any; to be called before the screen writes its changes.
   *
   * @return false when the value was refused: the editor stays open and says why
   */
  public boolean commitEdit() {
    return sheet.editor().commit();
  }

  /** Leaves the open editor, if any, without a change. */
  public void cancelEdit() {
    sheet.editor().cancel();
  }

  /** Says a sentence at a cell for some seconds, unless a cell is being edited. */
  public void tell(long row, int column, String sentence) {
    sheet.editor().tell(new CellPosition(row, column), sentence);
  }

  /** The node that draws a cell, if it is in view. The node draws other cells after a scroll. */
  public Optional<Node> cellNode(long row, int column) {
    return sheet.body().cellNode(row, column);
  }

  /** The node that draws a column's heading, if it is in view. */
  public Optional<Node> headerNode(int column) {
    return sheet.header().node(column);
  }

  GridState state() {
    return state;
  }

  GridBody body() {
    return sheet.body();
  }

  void type(String text) {
    sheet
        .editor()
        .edit(new CellPosition(state.selection.leadRow(), state.selection.leadColumn()), text);
  }

  void move(long rows, int columns, boolean extend) {
    state.selection.moveBy(rows, columns, extend);
    selectionMoved(true);
  }

  void page(int pages, boolean extend) {
    int rows = pages * state.rows.page();
    state.rows.moveBy((double) rows * RowViewport.ROW_HEIGHT);
    move(rows, 0, extend);
  }

  boolean step(int step) {
    boolean moved = state.selection.step(step);
    if (moved) {
      selectionMoved(true);
    }
    return moved;
  }

  void moveAfterEdit(int rows, int columns) {
    if (columns == 0) {
      move(rows, 0, false);
    } else {
      step(columns);
    }
  }

  void selectWholeRows() {
    state.selection.wholeRows();
    selectionMoved(false);
  }

  boolean copy(boolean headers) {
    CellRange range = selection();
    if (onCopy == null || range.isEmpty()) {
      return false;
    }
    onCopy.copy(range, headers);
    return true;
  }

  void selectionMoved(boolean reveal) {
    sheet.editor().moved();
    if (reveal && !state.selection.isEmpty()) {
      state.rows.reveal(state.selection.leadRow());
      state.columns.reveal(state.selection.leadColumn());
    }
    publish();
    sheet.requestLayout();
  }

  void scrolled() {
    sheet.requestLayout();
  }

  private void publish() {
    selection.set(state.selection.range());
    CellPosition now =
        state.selection.isEmpty()
            ? null
            : new CellPosition(state.selection.leadRow(), state.selection.leadColumn());
    if (!Objects.equals(now, lead.get())) {
      lead.set(now);
      notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case ROW_COUNT -> (int) Math.min(Integer.MAX_VALUE, state.rows.count());
      case COLUMN_COUNT -> state.columns.count();
      case FOCUS_ITEM ->
          cellNode(state.selection.leadRow(), state.selection.leadColumn()).orElse(null);
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  @Override
  protected void layoutChildren() {
    sheet.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
