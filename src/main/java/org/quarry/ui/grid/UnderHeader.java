package org.quarry.ui.grid;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** A row of nodes under the headings, one a column, each made when its column comes into view. */
final class UnderHeader extends Pane {
  /** The height in pixels while there are nodes. */
  static final double HEIGHT = 30;

  private final GridState state;
  private final Map<Integer, Region> nodes = new HashMap<>();
  private @Nullable IntFunction<? extends Region> maker;

  UnderHeader(GridState state) {
    this.state = state;
    getStyleClass().add("grid-under-header");
    setManaged(false);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, ContextMenuEvent::consume);
  }

  /** Takes what makes the node of a column, or null for no row at all. */
  void setMaker(@Nullable IntFunction<? extends Region> nodeOf) {
    maker = nodeOf;
    forget();
  }

  /** Drops the nodes, because the columns are others now. */
  void forget() {
    nodes.clear();
    getChildren().clear();
  }

  double wanted() {
    return maker == null ? 0 : HEIGHT;
  }

  /** Draws one frame; a node out of view stands outside the clip. */
  void draw() {
    if (maker == null) {
      return;
    }
    for (int column = state.columns.first(); column < state.columns.end(); column++) {
      nodes.computeIfAbsent(column, this::make);
    }
    nodes.forEach(
        (column, node) -> {
          boolean there = column < state.columns.count();
          node.setVisible(there);
          if (there) {
            node.resizeRelocate(
                state.columns.x(column), 0, state.columns.width(column), getHeight());
          }
        });
  }

  private Region make(int column) {
    Region node = Objects.requireNonNull(maker).apply(column);
    node.setManaged(false);
    getChildren().add(node);
    return node;
  }
}
