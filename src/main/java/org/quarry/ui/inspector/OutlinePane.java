package org.quarry.ui.inspector;

import java.util.List;
import java.util.Locale;
import javafx.collections.ObservableList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Shows JSON or XML so that its parts can be folded. */
final class OutlinePane extends BorderPane {
  /** Characters of a value that a line gets. */
  private static final int LINE = 300;

  /** Lines up to which parts are unfolded at first. */
  private static final int UNFOLDED = 40;

  private static final int COPIED = 10_000_000;
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final TreeView<OutlineNode> tree = new TreeView<>();
  private Reading.@Nullable Outline shown;

  OutlinePane() {
    tree.setId("inspector-outline");
    tree.getStyleClass().add("inspector-outline");
    tree.setCellFactory(view -> new Line());
    tree.setFixedCellSize(22);
    tree.setAccessibleText("Value, folded");
    tree.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (COPY.match(event)) {
            copy();
            event.consume();
          }
        });
    MenuItem copy = new MenuItem("Copy part");
    copy.setOnAction(event -> copy());
    tree.setContextMenu(new ContextMenu(copy));
    setCenter(tree);
  }

  /** Shows another text. */
  void show(Reading.Outline outline) {
    shown = outline;
    TreeItem<OutlineNode> root = new Item(outline.root());
    tree.setShowRoot(!outline.xml());
    tree.setRoot(root);
    unfold(root, UNFOLDED);
  }

  /** Unfolds what fits, the outer parts first. */
  private static int unfold(TreeItem<OutlineNode> item, int room) {
    int parts = item.getChildren().size();
    if (item.isLeaf() || parts > room) {
      return item.getParent() == null ? unfoldAlone(item) : room;
    }
    item.setExpanded(true);
    int left = room - parts;
    for (TreeItem<OutlineNode> child : item.getChildren()) {
      left = unfold(child, left);
    }
    return left;
  }

  private static int unfoldAlone(TreeItem<OutlineNode> root) {
    root.setExpanded(true);
    return 0;
  }

  private void copy() {
    TreeItem<OutlineNode> item = tree.getSelectionModel().getSelectedItem();
    if (item == null || shown == null) {
      return;
    }
    ClipboardContent content = new ClipboardContent();
    content.putString(text(item.getValue(), shown.xml()));
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static String text(OutlineNode node, boolean xml) {
    return switch (node.kind()) {
      case OBJECT, ARRAY -> OutlineText.json(node, COPIED);
      case GROUP ->
          xml
              ? OutlineText.xml(node, COPIED)
              : OutlineText.json(
                  new OutlineNode("", OutlineNode.Kind.ARRAY, "", node.parts()), COPIED);
      case ELEMENT ->
          OutlineText.xml(new OutlineNode("", OutlineNode.Kind.GROUP, "", List.of(node)), COPIED);
      default -> node.text();
    };
  }

  /** Makes its parts when they are first seen. */
  private static final class Item extends TreeItem<OutlineNode> {
    private boolean filled;

    Item(OutlineNode node) {
      super(node);
    }

    @Override
    public boolean isLeaf() {
      return getValue().parts().isEmpty();
    }

    @Override
    public ObservableList<TreeItem<OutlineNode>> getChildren() {
      ObservableList<TreeItem<OutlineNode>> children = super.getChildren();
      if (!filled) {
        filled = true;
        children.setAll(getValue().shown().stream().<TreeItem<OutlineNode>>map(Item::new).toList());
      }
      return children;
    }
  }

  /** A name and its value, coloured by its kind. */
  private static final class Line extends TreeCell<OutlineNode> {
    private final Label name = new Label();
    private final Label value = new Label();
    private final HBox box = new HBox(6, name, value);

    Line() {
      name.getStyleClass().add("outline-name");
      value.getStyleClass().add("outline-value");
      name.setMinWidth(USE_PREF_SIZE);
      box.getStyleClass().add("outline-line");
    }

    @Override
    protected void updateItem(@Nullable OutlineNode node, boolean empty) {
      super.updateItem(node, empty);
      if (empty || node == null) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      name.setText(title(node));
      boolean named = !name.getText().isEmpty();
      name.setManaged(named);
      name.setVisible(named);
      String text = node.summary().lines().findFirst().orElse("");
      value.setText(text.length() > LINE ? text.substring(0, LINE) + "…" : text);
      value.getStyleClass().setAll("label", "outline-value", "outline-" + styled(node));
      setAccessibleText(name.getText() + " " + value.getText());
      setGraphic(box);
    }

    private static String styled(OutlineNode node) {
      return node.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String title(OutlineNode node) {
      return switch (node.kind()) {
        case ELEMENT -> "<" + node.name() + ">";
        case ATTRIBUTE -> "@" + node.name();
        case COMMENT -> "<!--";
        case INSTRUCTION -> "<?" + node.name();
        default -> node.name();
      };
    }
  }
}
