package org.quarry.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The cells of neighbouring columns: matches and the selection below, then staged tints, texts,
 * lines between columns and the outline of the lead. Texts are pooled by row and column modulo the
 * largest view, so that after a scroll of one row all but one row of texts only move.
 */
final class CellLayer extends CutPane {
  /** Room for the glyph of a cell that a rule refuses. */
  private static final double WRONG_SIGN = 18;

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("grid-focused");

  private final GridState state;
  private final CellFonts fonts;
  private final Pane marks = layer();
  private final Pane tints = layer();
  private final Pane texts = layer();
  private final Pane over = layer();
  private final Strip selected = new Strip("grid-selection");
  private final Strip lead = new Strip("grid-lead");
  private final NodePool<Strip> staged = new NodePool<>(tints, () -> new Strip("grid-staged"));
  private final NodePool<Strip> matches = new NodePool<>(marks, () -> new Strip("grid-match"));
  private final NodePool<Text> wrongs = new NodePool<>(texts, CellLayer::wrongSign);
  private final NodePool<Strip> lines = new NodePool<>(over, () -> new Strip("grid-column-line"));
  private final List<CellText> pool = new ArrayList<>();
  private int poolRows;
  private int poolColumns;
  private long frame;
  private int first;
  private int end;
  private @Nullable CellPosition underlined;

  CellLayer(GridState state, CellFonts fonts) {
    this.state = state;
    this.fonts = fonts;
    setMouseTransparent(true);
    over.getChildren().add(lead);
    getChildren().addAll(marks, selected, tints, texts, over);
  }

  /** Begins a frame of columns, the second one left out. */
  void begin(int firstColumn, int endColumn) {
    first = firstColumn;
    end = endColumn;
    frame++;
    grow();
    staged.begin();
    matches.begin();
    wrongs.begin();
  }

  /** Draws the cells of a row at a height. */
  void row(long row, boolean deleted, double y) {
    for (int column = first; column < end; column++) {
      GridCell cell = state.source().cell(row, column);
      drawText(row, column, cell, deleted, y);
      if (cell.staged() || cell.wrong()) {
        tint(staged, column, y, cell.wrong());
      }
      if (cell.match()) {
        tint(matches, column, y, false);
      }
      if (cell.wrong()) {
        wrongs.take().relocate(state.columns.x(column) + GridBody.PADDING, y + 5);
      }
    }
  }

  /** Ends a frame whose last row ends at a height. */
  void end(double bottom, boolean focused) {
    staged.end();
    matches.end();
    wrongs.end();
    for (CellText text : pool) {
      text.setVisible(text.frame() == frame);
    }
    lines.begin();
    for (int column = first; column < end; column++) {
      lines.take().resizeRelocate(state.columns.right(column) - 1, 0, 1, bottom);
    }
    lines.end();
    drawSelection();
    drawLead(focused);
  }

  /** Underlines one cell from the next frame on, or none. */
  void underline(@Nullable CellPosition cell) {
    underlined = cell;
  }

  /** The node that draws a cell of this layer, if it is in view. */
  Optional<Node> cellNode(long row, int column) {
    if (pool.isEmpty()) {
      return Optional.empty();
    }
    CellText text = slot(row, column);
    boolean shown = text.isVisible() && text.row() == row && text.column() == column;
    return shown ? Optional.of(text) : Optional.empty();
  }

  private void drawText(long row, int column, GridCell cell, boolean deleted, double y) {
    CellText text = slot(row, column);
    text.place(row, column, frame);
    double sign = cell.wrong() ? WRONG_SIGN : 0;
    double room = state.columns.width(column) - 2 * GridBody.PADDING - sign;
    String heading = state.columns.column(column).name();
    text.draw(cell, deleted, fonts.fit(cell.kind()), room, heading);
    text.setLayoutY(y + fonts.baseline());
    text.setUnderline(
        underlined != null && underlined.row() == row && underlined.column() == column);
    double left = state.columns.x(column) + GridBody.PADDING + sign;
    boolean right = cell.kind() == CellKind.NUMBER;
    text.setLayoutX(right ? left + room - text.getLayoutBounds().getWidth() : left);
  }

  private void tint(NodePool<Strip> strips, int column, double y, boolean wrong) {
    Strip strip = strips.take();
    if (wrong != strip.getPseudoClassStates().contains(WRONG)) {
      strip.pseudoClassStateChanged(WRONG, wrong);
      strip.applyCss();
    }
    double width = state.columns.width(column) - 1;
    strip.resizeRelocate(state.columns.x(column), y, width, RowViewport.ROW_HEIGHT - 1);
  }

  private static Text wrongSign() {
    Text sign = new Text("⚠");
    sign.getStyleClass().add("grid-wrong-sign");
    sign.setTextOrigin(VPos.TOP);
    return sign;
  }

  private void drawSelection() {
    CellRange range = state.selection.range();
    long top = Math.max(range.firstRow(), state.rows.first());
    long bottom = Math.min(range.lastRow(), state.rows.first() + state.rows.visible() - 1);
    int left = Math.max(range.firstColumn(), first);
    int right = Math.min(range.lastColumn(), end - 1);
    selected.setVisible(!range.isEmpty() && top <= bottom && left <= right);
    if (selected.isVisible()) {
      double x = state.columns.x(left);
      double y = state.rows.y(top);
      double height = state.rows.y(bottom) + RowViewport.ROW_HEIGHT - y;
      selected.resizeRelocate(x, y, state.columns.right(right) - x, height);
    }
  }

  private void drawLead(boolean focused) {
    long row = state.selection.leadRow();
    int column = state.selection.leadColumn();
    long firstRow = state.rows.first();
    boolean inRows = row >= firstRow && row < firstRow + state.rows.visible();
    lead.setVisible(inRows && column >= first && column < end);
    if (lead.isVisible()) {
      if (focused != lead.getPseudoClassStates().contains(FOCUSED)) {
        lead.pseudoClassStateChanged(FOCUSED, focused);
        lead.applyCss();
      }
      lead.resizeRelocate(
          state.columns.x(column),
          state.rows.y(row) - 1,
          state.columns.width(column),
          RowViewport.ROW_HEIGHT + 1);
    }
  }

  private CellText slot(long row, int column) {
    return pool.get((int) (row % poolRows) * poolColumns + column % poolColumns);
  }

  private void grow() {
    int rows = Math.max(poolRows, state.rows.visible());
    int columns = Math.max(poolColumns, end - first);
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
    return pane;
  }
}
