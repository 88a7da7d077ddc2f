package org.quarry.ui.grid;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** Draws the headings of visible columns; dragging an edge resizes, a click asks for a sort. */
final class GridHeader extends Pane {
  /** The height in pixels. */
  static final double HEIGHT = 30;

  private static final double EDGE = 5;

  private final GridState state;
  private final GridBody body;
  private final Runnable redraw;
  private final NodePool<HeaderCell> cells = new NodePool<>(this, HeaderCell::new);
  private @Nullable Consumer<SortRequest> onSort;
  private int resizing = -1;
  private double grip;
  private int pressed = -1;

  GridHeader(GridState state, GridBody body, Runnable redraw) {
    this.state = state;
    this.body = body;
    this.redraw = redraw;
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

  /** Draws one frame. */
  void draw() {
    cells.begin();
    for (int column = state.columns.first(); column < state.columns.end(); column++) {
      HeaderCell cell = cells.take();
      cell.show(column, state.columns.column(column));
      cell.resizeRelocate(state.columns.x(column), 0, state.columns.width(column), getHeight());
    }
    cells.end();
  }

  /** The node of a visible column's heading. */
  Optional<Node> node(int column) {
    return cells.taken().stream()
        .filter(cell -> cell.column() == column)
        .map(Node.class::cast)
        .findFirst();
  }

  /** The column whose right edge is near, or -1. */
  private int edgeAt(double x) {
    int column = state.columns.columnAt(x);
    int last = state.columns.count() - 1;
    if (column < 0) {
      double end = last < 0 ? Double.NEGATIVE_INFINITY : right(last);
      return Math.abs(x - end) <= EDGE ? last : -1;
    }
    if (right(column) - x <= EDGE) {
      return column;
    }
    return column > 0 && x - state.columns.x(column) <= EDGE ? column - 1 : -1;
  }

  private double right(int column) {
    return state.columns.x(column) + state.columns.width(column);
  }

  private void moved(MouseEvent event) {
    setCursor(edgeAt(event.getX()) >= 0 ? Cursor.H_RESIZE : Cursor.DEFAULT);
  }

  private void pressed(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    resizing = edgeAt(event.getX());
    pressed = resizing >= 0 ? -1 : state.columns.columnAt(event.getX());
    if (resizing >= 0) {
      grip = right(resizing) - event.getX();
      if (event.getClickCount() == 2) {
        state.columns.setWidth(resizing, body.fittingWidth(resizing));
        resizing = -1;
        redraw.run();
      }
    }
    event.consume();
  }

  private void dragged(MouseEvent event) {
    if (resizing >= 0) {
      state.columns.setWidth(resizing, event.getX() + grip - state.columns.x(resizing));
      redraw.run();
      event.consume();
    }
  }

  private void released(MouseEvent event) {
    boolean click =
        pressed >= 0
            && event.getButton() == MouseButton.PRIMARY
            && contains(event.getX(), event.getY())
            && state.columns.columnAt(event.getX()) == pressed;
    if (click && onSort != null) {
      ColumnSort next = state.columns.column(pressed).sort().next();
      boolean add = event.isShiftDown() || event.isShortcutDown();
      onSort.accept(new SortRequest(pressed, next, add));
    }
    resizing = -1;
    pressed = -1;
  }
}
