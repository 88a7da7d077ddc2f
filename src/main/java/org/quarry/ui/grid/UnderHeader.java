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
  private final CutPane scrolled = new CutPane();
  private final CutPane frozen = new CutPane();
  private final Strip frozenLine = new Strip("grid-frozen-line");
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
    getChildren().addAll(scrolled, frozen, frozenLine);
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
    scrolled.getChildren().clear();
    frozen.getChildren().clear();
  }

  double wanted() {
    return maker == null ? 0 : HEIGHT;
  }

  /** Draws one frame; a node out of view stands outside the clip. */
  void draw() {
    if (maker == null) {
      return;
    }
    ColumnLayout columns = state.columns;
    scrolled.cut(columns.frozenWidth(), getWidth(), getHeight());
    for (int column = 0; column < columns.frozen(); column++) {
      nodes.computeIfAbsent(column, this::make);
    }
    for (int column = columns.first(); column < columns.end(); column++) {
      nodes.computeIfAbsent(column, this::make);
    }
    nodes.forEach(
        (column, node) -> {
          boolean there = column < columns.count();
          node.setVisible(there);
          if (there) {
            house(node, column < columns.frozen() ? frozen : scrolled);
            node.resizeRelocate(columns.x(column), 0, columns.width(column), getHeight());
          }
        });
    frozenLine.setVisible(columns.frozen() > 0);
    frozenLine.resizeRelocate(columns.frozenWidth() - 1, 0, 2, getHeight());
  }

  /** Puts a node into the pane it belongs to, where it is not there yet. */
  private static void house(Region node, Pane pane) {
    if (!pane.equals(node.getParent())) {
      pane.getChildren().add(node);
    }
  }

  private Region make(int column) {
    Region node = Objects.requireNonNull(maker).apply(column);
    node.setManaged(false);
    return node;
  }
}
