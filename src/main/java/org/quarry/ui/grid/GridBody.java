package org.quarry.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Draws the visible cells: row tints below, then the selection, staged tints, texts, lines between
 * columns and the outline of the lead. Texts are pooled by row and column modulo the largest view,
 * so that after a scroll of one row all but one row of texts only move.
 */
final class GridBody extends Pane {
  /** Pixels between a cell's edge and its text. */
  static final double PADDING = 8;

  /** Room for the glyph of a cell that a rule refuses. */
  private static final double WRONG_SIGN = 18;

  /** Room for a mark or a sort glyph in a heading. */
  private static final double HEADER_SIGN = 20;

  /** How much wider a heading's letters are than a cell's. */
  private static final double BOLDER = 1.07;

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("grid-focused");

  private final GridState state;
  private final CellFonts fonts;
  private final Pane under = layer();
  private final Pane tints = layer();
  private final Pane texts = layer();
  private final Pane over = layer();
  private final Region selected = new Strip("grid-selection");
  private final Region lead = new Strip("grid-lead");
  private final NodePool<Strip> rowStrips = new NodePool<>(under, () -> new Strip("grid-row"));
  private final NodePool<Strip> staged = new NodePool<>(tints, () -> new Strip("grid-staged"));
  private final NodePool<Text> wrongs = new NodePool<>(texts, GridBody::wrongSign);
  private final NodePool<Strip> matches = new NodePool<>(tints, () -> new Strip("grid-match"));
  private final NodePool<Strip> lines = new NodePool<>(over, () -> new Strip("grid-column-line"));
  private final List<CellText> pool = new ArrayList<>();
  private int poolRows;
  private int poolColumns;
  private long frame;
  private @Nullable CellPosition underlined;

  GridBody(GridState state, Runnable redraw) {
    this.state = state;
    getStyleClass().add("grid-body");
    setManaged(false);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    fonts = new CellFonts(texts, redraw);
    over.getChildren().add(lead);
    getChildren().addAll(under, selected, tints, texts, over);
  }

  CellFonts fonts() {
    return fonts;
  }

  /** Gives visible columns that have no width yet one that fits their name and visible cells. */
  void settleColumns() {
    ColumnLayout columns = state.columns;
    for (int column = columns.first(); column < columns.end(); column++) {
      if (!columns.settled(column) && loaded(column)) {
        columns.setWidth(column, fittingWidth(column));
      }
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
    frame++;
    grow();
    rowStrips.begin();
    staged.begin();
    wrongs.begin();
    matches.begin();
    int firstColumn = state.columns.first();
    int endColumn = state.columns.end();
    for (long row = firstRow(); row < endRow(); row++) {
      double y = state.rows.y(row);
      RowState rowState = state.source().rowState(row);
      Strip strip = rowStrips.take();
      strip.show(rowState, false);
      strip.resizeRelocate(0, y, getWidth(), RowViewport.ROW_HEIGHT);
      for (int column = firstColumn; column < endColumn; column++) {
        GridCell cell = state.source().cell(row, column);
        drawText(row, column, cell, rowState == RowState.DELETED, y);
        if (cell.staged() || cell.wrong()) {
          tint(column, cell.wrong(), y);
        }
        if (cell.match()) {
          matches
              .take()
              .resizeRelocate(
                  state.columns.x(column),
                  y,
                  state.columns.width(column) - 1,
                  RowViewport.ROW_HEIGHT - 1);
        }
      }
    }
    rowStrips.end();
    staged.end();
    wrongs.end();
    matches.end();
    for (CellText text : pool) {
      text.setVisible(text.frame() == frame);
    }
    drawLines(firstColumn, endColumn);
    drawSelection(focused);
  }

  /** The node that draws a cell, if it is in view. */
  Optional<Node> cellNode(long row, int column) {
    if (poolRows == 0 || row < 0 || column < 0 || column >= state.columns.count()) {
      return Optional.empty();
    }
    CellText text = slot(row, column);
    boolean shown = text.isVisible() && text.row() == row && text.column() == column;
    return shown ? Optional.of(text) : Optional.empty();
  }

  /**
   * Underlines one cell, or none.
   *
   * @return whether another frame has to be drawn for it
   */
  boolean underline(@Nullable CellPosition cell) {
    boolean other = !Objects.equals(underlined, cell);
    underlined = cell;
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

  private void drawText(long row, int column, GridCell cell, boolean deleted, double y) {
    CellText text = slot(row, column);
    text.place(row, column, frame);
    double room = state.columns.width(column) - 2 * PADDING - (cell.wrong() ? WRONG_SIGN : 0);
    String heading = state.columns.column(column).name();
    text.draw(cell, deleted, fonts.fit(cell.kind()), room, heading);
    text.setUnderline(
        underlined != null && underlined.row() == row && underlined.column() == column);
    text.setLayoutY(y + fonts.baseline());
    double left = state.columns.x(column) + PADDING + (cell.wrong() ? WRONG_SIGN : 0);
    boolean right = cell.kind() == CellKind.NUMBER;
    text.setLayoutX(right ? left + room - text.getLayoutBounds().getWidth() : left);
  }

  private void tint(int column, boolean wrong, double y) {
    Strip strip = staged.take();
    if (wrong != strip.getPseudoClassStates().contains(WRONG)) {
      strip.pseudoClassStateChanged(WRONG, wrong);
      strip.applyCss();
    }
    double width = state.columns.width(column) - 1;
    strip.resizeRelocate(state.columns.x(column), y, width, RowViewport.ROW_HEIGHT - 1);
    if (wrong) {
      wrongs.take().relocate(state.columns.x(column) + PADDING, y + 5);
    }
  }

  private static Text wrongSign() {
    Text sign = new Text("⚠");
    sign.getStyleClass().add("grid-wrong-sign");
    sign.setTextOrigin(VPos.TOP);
    sign.setMouseTransparent(true);
    return sign;
  }

  private void drawLines(int firstColumn, int endColumn) {
    lines.begin();
    for (int column = firstColumn; column < endColumn; column++) {
      double right = state.columns.x(column) + state.columns.width(column);
      lines.take().resizeRelocate(right - 1, 0, 1, bottom());
    }
    lines.end();
  }

  private double bottom() {
    return Math.min(getHeight(), state.rows.y(endRow()));
  }

  private void drawSelection(boolean focused) {
    CellRange range = state.selection.range();
    long first = Math.max(range.firstRow(), firstRow());
    long last = Math.min(range.lastRow(), endRow() - 1);
    selected.setVisible(!range.isEmpty() && first <= last);
    if (selected.isVisible()) {
      double top = state.rows.y(first);
      double left = state.columns.x(range.firstColumn());
      double right = state.columns.x(range.lastColumn()) + state.columns.width(range.lastColumn());
      double height = state.rows.y(last) + RowViewport.ROW_HEIGHT - top;
      selected.resizeRelocate(left, top, right - left, height);
    }
    long row = state.selection.leadRow();
    lead.setVisible(row >= firstRow() && row < endRow());
    if (lead.isVisible()) {
      int column = state.selection.leadColumn();
      double width = state.columns.width(column);
      if (focused != lead.getPseudoClassStates().contains(FOCUSED)) {
        lead.pseudoClassStateChanged(FOCUSED, focused);
        lead.applyCss();
      }
      lead.resizeRelocate(
          state.columns.x(column), state.rows.y(row) - 1, width, RowViewport.ROW_HEIGHT + 1);
    }
  }

  private CellText slot(long row, int column) {
    return pool.get((int) (row % poolRows) * poolColumns + column % poolColumns);
  }

  private void grow() {
    int rows = Math.max(poolRows, state.rows.visible());
    int columns = Math.max(poolColumns, state.columns.end() - state.columns.first());
    if (rows == poolRows && columns == poolColumns) {
      return;
    }
    poolRows = rows;
    poolColumns = columns;
    List<CellText> more = new ArrayList<>();
    while (pool.size() + more.size() < rows * columns) {
      more.add(new CellText());
    }
    pool.addAll(more);
    texts.getChildren().addAll(more);
    texts.applyCss();
  }

  private static Pane layer() {
    Pane pane = new Pane();
    pane.setManaged(false);
    pane.setMouseTransparent(true);
    return pane;
  }
}
