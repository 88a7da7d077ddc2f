package org.quarry.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Nodes that are taken anew in each frame and hidden when not taken; as many as the fullest frame
 * needed.
 */
final class NodePool<N extends Node> {
  private final Pane layer;
  private final Supplier<N> maker;
  private final List<N> nodes = new ArrayList<>();
  private int used;

  NodePool(Pane layer, Supplier<N> maker) {
    this.layer = layer;
    this.maker = maker;
  }

  /** Begins a frame. */
  void begin() {
    used = 0;
  }

  /** The next node of this frame, visible. */
  N take() {
    if (used == nodes.size()) {
      N node = maker.get();
      node.setManaged(false);
      nodes.add(node);
      layer.getChildren().add(node);
      // Nodes born in a layout have no style until the next pulse unless asked for.
      node.applyCss();
    }
    N node = nodes.get(used++);
    node.setVisible(true);
    return node;
  }

  /** Ends a frame: hides what it did not take. */
  void end() {
    for (int i = used; i < nodes.size(); i++) {
      nodes.get(i).setVisible(false);
    }
  }

  /** The nodes taken in this frame, in order. */
  List<N> taken() {
    return nodes.subList(0, used);
  }
}
