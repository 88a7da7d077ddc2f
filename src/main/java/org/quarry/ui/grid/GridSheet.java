package org.quarry.ui.grid;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Arranges the parts of a grid and draws one frame when it is laid out. It is a layout root of its
 * own, so that scrolling lays out nothing around the grid; changes ask for a layout, which comes
 * once a pulse.
 */
final class GridSheet extends Region {
  private final GridState state;
  private final GridBody body;
  private final GridGutter gutter;
  private final GridHeader header;
  private final UnderHeader under;
  private final CellEditor editor;
  private final Region corner = new Strip("grid-corner");
  private final Strip target = new Strip("grid-move-target");
  private final ScrollBar vertical = new ScrollBar();
  private final ScrollBar horizontal = new ScrollBar();
  private @Nullable Node placeholder;
  private boolean syncing;
  private boolean focused;

  GridSheet(GridState state, DataGrid grid) {
    this.state = state;
    setManaged(false);
    body = new GridBody(state, this::requestLayout);
    gutter = new GridGutter(state, body);
    header = new GridHeader(state, body, this::requestLayout);
    under = new UnderHeader(state);
    editor = new CellEditor(state, grid, body);
    bar(vertical, Orientation.VERTICAL);
    bar(horizontal, Orientation.HORIZONTAL);
    vertical.valueProperty().addListener((bar, old, value) -> scrollRows(value.doubleValue()));
    horizontal.valueProperty().addListener((bar, old, value) -> scrollTo(value.doubleValue()));
    getChildren().addAll(body, gutter, header, under, corner, vertical, horizontal, target);
  }

  GridBody body() {
    return body;
  }

  GridGutter gutter() {
    return gutter;
  }

  GridHeader header() {
    return header;
  }

  UnderHeader under() {
    return under;
  }

  CellEditor editor() {
    return editor;
  }

  void setPlaceholder(@Nullable Node node) {
    if (placeholder != null) {
      getChildren().remove(placeholder);
    }
    placeholder = node;
    if (node != null) {
      node.setManaged(false);
      getChildren().add(node);
    }
    requestLayout();
  }

  void setGridFocused(boolean now) {
    focused = now;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    arrange();
    state.source().visible(state.rows.first(), state.rows.visible());
    body.settleColumns();
    syncBars();
    body.draw(focused);
    gutter.draw();
    header.draw();
    under.draw();
    editor.place();
    placeTarget();
    placePlaceholder();
  }

  private double top() {
    return GridHeader.HEIGHT + under.wanted();
  }

  private void arrange() {
    double breadth = Math.ceil(vertical.prefWidth(-1));
    double top = top();
    double left = gutter.wanted();
    double full = Math.max(0, getWidth() - left);
    double room = Math.max(0, getHeight() - top);
    boolean tall = state.rows.overflows(room);
    boolean wide = state.columns.total() > full - (tall ? breadth : 0);
    tall |= wide && state.rows.overflows(room - breadth);
    double width = Math.max(0, full - (tall ? breadth : 0));
    double height = Math.max(0, room - (wide ? breadth : 0));
    state.columns.setView(width);
    long lead = state.selection.leadRow();
    boolean seen = lead >= 0 && state.rows.shows(lead);
    state.rows.setHeight(height);
    if (seen) {
      state.rows.reveal(lead);
    }
    vertical.setVisible(tall);
    horizontal.setVisible(wide);
    corner.resizeRelocate(0, 0, left, top);
    header.resizeRelocate(left, 0, full, GridHeader.HEIGHT);
    under.resizeRelocate(left, GridHeader.HEIGHT, full, under.wanted());
    gutter.resizeRelocate(0, top, left, height);
    body.resizeRelocate(left, top, width, height);
    vertical.resizeRelocate(getWidth() - breadth, top, breadth, height);
    horizontal.resizeRelocate(left, top + height, width, breadth);
  }

  private void syncBars() {
    syncing = true;
    double rows = state.rows.maximum();
    vertical.setMax(rows);
    vertical.setVisibleAmount(rows * state.rows.share());
    vertical.setBlockIncrement(state.rows.page());
    vertical.setUnitIncrement(1);
    vertical.setValue(state.rows.position());
    double pixels = state.columns.maximum();
    double frozen = state.columns.frozenWidth();
    double view = body.getWidth() - frozen;
    horizontal.setMax(pixels);
    horizontal.setVisibleAmount(
        view <= 0 ? 0 : pixels * view / Math.max(view, state.columns.total() - frozen));
    horizontal.setBlockIncrement(Math.max(1, view * 0.8));
    horizontal.setUnitIncrement(40);
    horizontal.setValue(state.columns.scroll());
    syncing = false;
  }

  private void scrollRows(double position) {
    if (!syncing) {
      state.rows.moveTo(position);
      requestLayout();
    }
  }

  private void scrollTo(double x) {
    if (!syncing) {
      state.columns.scrollTo(x);
      requestLayout();
    }
  }

  /** Marks where a heading that is dragged would go. */
  private void placeTarget() {
    double x = header.move().target();
    target.setVisible(x >= 0);
    double left = Math.max(0, gutter.wanted() + x - 1);
    target.resizeRelocate(left, 0, 2, top() + body.getHeight());
  }

  private void placePlaceholder() {
    Node node = placeholder;
    if (node == null) {
      return;
    }
    node.setVisible(state.rows.count() == 0);
    double room = getHeight() - top();
    double width = Math.min(getWidth(), node.prefWidth(-1));
    double height = Math.min(room, node.prefHeight(width));
    node.resizeRelocate(
        Math.rint((getWidth() - width) / 2), top() + Math.rint((room - height) / 2), width, height);
  }

  private static void bar(ScrollBar bar, Orientation orientation) {
    bar.setOrientation(orientation);
    bar.setManaged(false);
    bar.setMin(0);
    bar.setFocusTraversable(false);
  }
}
