package org.quarry.ui.kit;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * The words that appear where the pointer rests on a node. A tooltip is a window of its own, so it
 * is made when the pointer first comes near, not along with the dozens of controls of a screen.
 */
public final class Hint {
  private static final double WIDEST = 520;

  private final Node node;
  private final StringProperty words = new SimpleStringProperty("");

  private Hint(Node node) {
    this.node = node;
    node.addEventHandler(
        MouseEvent.MOUSE_ENTERED,
        new EventHandler<>() {
          @Override
          public void handle(MouseEvent event) {
            node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
            make();
          }
        });
  }

  /** The hint of a node, which has no words at first. */
  public static Hint of(Node node) {
    return (Hint) node.getProperties().computeIfAbsent(Hint.class, key -> new Hint(node));
  }

  /** Gives a node words; no words take them away. */
  public static void on(Node node, String words) {
    of(node).words.set(words);
  }

  /** What it says; empty for nothing. */
  public StringProperty words() {
    return words;
  }

  private void make() {
    Tooltip tooltip = new Tooltip();
    tooltip.setMaxWidth(WIDEST);
    tooltip.setWrapText(true);
    tooltip.textProperty().bind(words);
    words.subscribe(
        now -> {
          if (now.isEmpty()) {
            Tooltip.uninstall(node, tooltip);
          } else {
            Tooltip.install(node, tooltip);
          }
        });
  }
}
