package org.quarry.ui.grid;

import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Draws the visible cells: row tints below, then the cells that scroll, cut off where the frozen
 * columns end, and the frozen cells.
 */
final class GridBody extends Pane {
  /** Pixels between a cell's edge and its text. */
  static final double PADDING = 8;

  /** Room for a mark or a sort glyph in a heading. */
  private static final double HEADER_SIGN = 20;

  /** How much wider a heading's letters are than a cell's. */
  private static final double BOLDER = 1.07;

  private final GridState state;
  private final CellFonts fonts;
  private final Pane under = new Pane();
  private final CellLayer scrolled;
  private final CellLayer frozen;
  private final Strip frozenLine = new Strip("grid-frozen-line");
  private final NodePool<Strip> rowStrips = new NodePool<>(under, () -> new Strip("grid-row"));

  private @Nullable CellPosition underlined;

  GridBody(GridState state, Runnable redraw) {
    this.state = state;
    getStyleClass().add("grid-body");
    setManaged(false);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    under.setManaged(false);
    under.setMouseTransparent(true);
    fonts = new CellFonts(under, redraw);
    scrolled = new CellLayer(state, fonts);
    frozen = new CellLayer(state, fonts);
    getChildren().addAll(under, scrolled, frozen, frozenLine);
  }

  CellFonts fonts() {
    return fonts;
  }

  /** Gives visible columns that have no width yet one that fits their name and visible cells. */
  void settleColumns() {
    ColumnLayout columns = state.columns;
    for (int column = 0; column < columns.frozen(); column++) {
      settle(column);
    }
    for (int column = columns.first(); column < columns.end(); column++) {
      settle(column);
    }
  }

  private void settle(int column) {
    if (!state.columns.settled(column) && loaded(column)) {
      state.columns.setWidth(column, fittingWidth(column));
    }
  }

  /** The width that fits a column's name and its visible cells, within the usual bounds. */
  double fittingWidth(int column) {
    GridColumn heading = state.columns.column(column);
    TextFit plain = fonts.fit(CellKind.TEXT);
    double mark = heading.mark().isEmpty() ? 0 : HEADER_SIGN;
    double widest = plain.width(heading.name(), 200) * BOLDER + mark + HEADER_SIGN;
    for (long row = firstRow(); row < endRow(); row++) {
      GridCell cell = state.source().cell(row, column);
      widest = Math.max(widest, fonts.fit(cell.kind()).width(cell.text(), 200));
    }
    return Math.clamp(widest + 2 * PADDING + 2, ColumnLayout.MINIMUM, ColumnLayout.MAXIMUM);
  }

  /** Draws one frame. */
  void draw(boolean focused) {
    ColumnLayout columns = state.columns;
    scrolled.cut(columns.frozenWidth(), getWidth(), getHeight());
    scrolled.begin(columns.first(), columns.end());
    frozen.begin(0, columns.frozen());
    rowStrips.begin();
    for (long row = firstRow(); row < endRow(); row++) {
      double y = state.rows.y(row);
      RowState rowState = state.source().rowState(row);
      Strip strip = rowStrips.take();
      strip.show(rowState, false);
      strip.resizeRelocate(0, y, getWidth(), RowViewport.ROW_HEIGHT);
      boolean deleted = rowState == RowState.DELETED;
      frozen.row(row, deleted, y);
      scrolled.row(row, deleted, y);
    }
    rowStrips.end();
    double bottom = Math.min(getHeight(), state.rows.y(endRow()));
    frozen.end(bottom, focused);
    scrolled.end(bottom, focused);
    frozenLine.setVisible(columns.frozen() > 0);
    frozenLine.resizeRelocate(columns.frozenWidth() - 1, 0, 2, bottom);
  }

  /** The node that draws a cell, if it is in view. */
  Optional<Node> cellNode(long row, int column) {
    if (row < 0 || column < 0 || column >= state.columns.count()) {
      return Optional.empty();
    }
    return (column < state.columns.frozen() ? frozen : scrolled).cellNode(row, column);
  }

  /**
   * Underlines one cell, or none.
   *
   * @return whether another frame has to be drawn for it
   */
  boolean underline(@Nullable CellPosition cell) {
    boolean other = !Objects.equals(underlined, cell);
    underlined = cell;
    scrolled.underline(cell);
    frozen.underline(cell);
    return other;
  }

  private long firstRow() {
    return state.rows.first();
  }

  private long endRow() {
    return state.rows.first() + state.rows.visible();
  }

  private boolean loaded(int column) {
    for (long row = firstRow(); row < endRow(); row++) {
      if (state.source().cell(row, column).kind() != CellKind.LOADING) {
        return true;
      }
    }
    return state.source().rowCountExact() && state.rows.count() == 0;
  }
}
