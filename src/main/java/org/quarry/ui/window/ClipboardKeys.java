package org.quarry.ui.window;

import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.quarry.ui.grid.DataGrid;

/**
 * Keeps cut, copy and paste where the keyboard is: a key that a text field, a list or the tree has
 * no use for must not act on the rows beside it. Menus and their clicks are as they were.
 */
final class ClipboardKeys {
  private ClipboardKeys() {}

  /** Takes a key that has come up to the window and would next be looked up in the menus. */
  static void settle(KeyEvent event) {
    KeyCode code = event.getCode();
    boolean clipboard =
        event.isShortcutDown()
            && !event.isAltDown()
            && (code == KeyCode.X || code == KeyCode.C || code == KeyCode.V);
    if (clipboard && event.getTarget() instanceof Node node && hasItsOwn(node)) {
      event.consume();
    }
  }

  private static boolean hasItsOwn(Node target) {
    for (Node node = target; node != null; node = node.getParent()) {
      switch (node) {
        case TextInputControl _, TreeView<?> _, ListView<?> _, TableView<?> _ -> {
          return true;
        }
        case DataGrid _ -> {
          return false;
        }
        default -> {}
      }
    }
    return false;
  }
}
