package org.quarry.ui.grid;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Draws the headings of visible columns, the frozen ones over those that scroll. Dragging an edge
 * resizes, dragging a heading moves its column, a click asks for a sort.
 */
final class GridHeader extends Pane {
  /** The height in pixels. */
  static final double HEIGHT = 30;

  private static final double EDGE = 5;

  private final GridState state;
  private final GridBody body;
  private final Runnable redraw;
  private final CutPane scrolled = new CutPane();
  private final CutPane frozen = new CutPane();
  private final Strip frozenLine = new Strip("grid-frozen-line");
  private final NodePool<HeaderCell> cells = new NodePool<>(scrolled, HeaderCell::new);
  private final NodePool<HeaderCell> frozenCells = new NodePool<>(frozen, HeaderCell::new);
  private final HeaderMove move;
  private @Nullable Consumer<SortRequest> onSort;
  private int resizing = -1;
  private boolean resized;
  private double grip;

  GridHeader(GridState state, GridBody body, Runnable redraw) {
    this.state = state;
    this.body = body;
    this.redraw = redraw;
    move = new HeaderMove(state, redraw);
    getChildren().addAll(scrolled, frozen, frozenLine);
    getStyleClass().add("grid-header");
    setManaged(false);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
  }

  void setOnSort(Consumer<SortRequest> handler) {
    onSort = handler;
  }

  /** The moving of columns, of which the owner is told. */
  HeaderMove move() {
    return move;
  }

  /** Draws one frame. */
  void draw() {
    ColumnLayout columns = state.columns;
    scrolled.cut(columns.frozenWidth(), getWidth(), getHeight());
    draw(frozenCells, 0, columns.frozen(), true);
    draw(cells, columns.first(), columns.end(), false);
    frozenLine.setVisible(columns.frozen() > 0);
    frozenLine.resizeRelocate(columns.frozenWidth() - 1, 0, 2, getHeight());
  }

  private void draw(NodePool<HeaderCell> pool, int first, int end, boolean stays) {
    pool.begin();
    for (int column = first; column < end; column++) {
      HeaderCell cell = pool.take();
      cell.show(column, state.columns.column(column), stays);
      cell.setMoving(column == move.column());
      cell.resizeRelocate(state.columns.x(column), 0, state.columns.width(column), getHeight());
    }
    pool.end();
  }

  /** The node of a visible column's heading. */
  Optional<Node> node(int column) {
    return Stream.concat(frozenCells.taken().stream(), cells.taken().stream())
        .filter(cell -> cell.column() == column)
        .map(Node.class::cast)
        .findFirst();
  }

  /** The column whose right edge is near, or -1. */
  private int edgeAt(double x) {
    ColumnLayout columns = state.columns;
    int column = columns.columnAt(x);
    int last = columns.count() - 1;
    if (column < 0) {
      double end = last < 0 ? Double.NEGATIVE_INFINITY : columns.right(last);
      return Math.abs(x - end) <= EDGE ? last : -1;
    }
    if (columns.right(column) - x <= EDGE) {
      return column;
    }
    boolean underFrozen = column >= columns.frozen() && columns.x(column) < columns.frozenWidth();
    double left = underFrozen ? columns.frozenWidth() : columns.x(column);
    int before = underFrozen ? columns.frozen() - 1 : column - 1;
    return x - left <= EDGE ? before : -1;
  }

  private void moved(MouseEvent event) {
    setCursor(edgeAt(event.getX()) >= 0 ? Cursor.H_RESIZE : Cursor.DEFAULT);
  }

  private void pressed(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    resizing = edgeAt(event.getX());
    if (resizing >= 0) {
      grip = state.columns.right(resizing) - event.getX();
      resized = false;
      if (event.getClickCount() == 2) {
        state.columns.setWidth(resizing, body.fittingWidth(resizing));
        move.tellWidth(resizing);
        resizing = -1;
        redraw.run();
      }
    } else {
      move.press(state.columns.columnAt(event.getX()), event.getX(), getScene());
    }
    event.consume();
  }

  private void dragged(MouseEvent event) {
    if (resizing >= 0) {
      state.columns.setWidth(resizing, event.getX() + grip - state.columns.x(resizing));
      resized = true;
      redraw.run();
    } else {
      move.drag(event.getX());
    }
    event.consume();
  }

  private void released(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    if (resizing >= 0 && resized) {
      move.tellWidth(resizing);
    }
    resizing = -1;
    int clicked = move.release();
    boolean click =
        clicked >= 0
            && contains(event.getX(), event.getY())
            && state.columns.columnAt(event.getX()) == clicked;
    if (click && onSort != null) {
      ColumnSort next = state.columns.column(clicked).sort().next();
      boolean add = event.isShiftDown() || event.isShortcutDown();
      onSort.accept(new SortRequest(clicked, next, add));
    }
  }
}
