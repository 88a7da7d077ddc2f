package org.quarry.ui.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.MapChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.Table;
import org.quarry.ui.schema.SchemaNode.ColumnNode;
import org.quarry.ui.schema.SchemaNode.Group;
import org.quarry.ui.schema.SchemaNode.IndexNode;
import org.quarry.ui.schema.SchemaNode.TableNode;
import org.quarry.ui.schema.SchemaNode.TriggerNode;

/** The tree of tables, views, indexes and triggers, with a field that filters it. */
public final class SchemaTree extends BorderPane {
  private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

  private final SchemaModel model;
  private final Consumer<Table> opened;
  private final TreeView<SchemaNode> tree = new TreeView<>();
  private final Set<String> expanded = new HashSet<>(Set.of("Tables", "Views"));

  /**
   * Makes the tree.
   *
   * @param model what it shows
   * @param opened told the table whose rows are asked for
   */
  public SchemaTree(SchemaModel model, Consumer<Table> opened) {
    this.model = model;
    this.opened = opened;
    TextField filter = new TextField();
    filter.setId("schema-filter");
    filter.setPromptText("Filter tables and columns");
    filter.textProperty().bindBidirectional(model.filter());
    BorderPane head = new BorderPane(filter);
    head.getStyleClass().add("panel-head");
    tree.setId("schema-tree");
    tree.getStyleClass().add("schema-tree");
    tree.setShowRoot(false);
    tree.setRoot(new TreeItem<>());
    tree.setFixedCellSize(26);
    tree.setCellFactory(view -> new SchemaCell(model));
    tree.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            openSelected();
          }
        });
    tree.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            openSelected();
          } else if (COPY.match(event)) {
            copyName();
            event.consume();
          }
        });
    tree.setContextMenu(menu());
    setTop(head);
    setCenter(tree);
    model.schema().addListener((property, was, is) -> fill());
    model.filter().addListener(change -> fill());
    model.counts().addListener((MapChangeListener<String, Long>) change -> tree.refresh());
    fill();
  }

  private ContextMenu menu() {
    MenuItem rows = new MenuItem("Open rows");
    rows.setOnAction(event -> openSelected());
    MenuItem name = new MenuItem("Copy name");
    name.setOnAction(event -> copyName());
    return new ContextMenu(rows, name);
  }

  private void openSelected() {
    TreeItem<SchemaNode> item = tree.getSelectionModel().getSelectedItem();
    if (item == null) {
      return;
    }
    if (item.getValue() instanceof TableNode node) {
      opened.accept(node.table());
    } else if (item.getValue() instanceof ColumnNode node) {
      opened.accept(node.table());
    }
  }

  private void copyName() {
    TreeItem<SchemaNode> item = tree.getSelectionModel().getSelectedItem();
    if (item != null) {
      ClipboardContent content = new ClipboardContent();
      content.putString(SchemaCell.name(item.getValue()));
      Clipboard.getSystemClipboard().setContent(content);
    }
  }

  private void fill() {
    TreeItem<SchemaNode> selected = tree.getSelectionModel().getSelectedItem();
    Schema schema = model.schema().get();
    tree.getRoot()
        .getChildren()
        .setAll(
            List.of(
                group("Tables", tables(schema, Table.Kind.TABLE, Table.Kind.VIRTUAL)),
                group("Views", tables(schema, Table.Kind.VIEW)),
                group(
                    "Indexes",
                    schema.indexes().stream()
                        .map(index -> new TreeItem<SchemaNode>(new IndexNode(index)))
                        .toList()),
                group(
                    "Triggers",
                    schema.triggers().stream()
                        .map(trigger -> new TreeItem<SchemaNode>(new TriggerNode(trigger)))
                        .toList())));
    tree.getSelectionModel().clearSelection();
    if (selected != null) {
      select(tree.getRoot(), selected.getValue());
    }
  }

  private void select(TreeItem<SchemaNode> under, SchemaNode node) {
    for (TreeItem<SchemaNode> item : under.getChildren()) {
      if (item.getValue().equals(node)) {
        tree.getSelectionModel().select(item);
      } else if (item.isExpanded()) {
        select(item, node);
      }
    }
  }

  private List<TreeItem<SchemaNode>> tables(Schema schema, Table.Kind... kinds) {
    return schema.tables().stream()
        .filter(table -> List.of(kinds).contains(table.kind()) && model.shows(table))
        .map(this::item)
        .toList();
  }

  private TreeItem<SchemaNode> item(Table table) {
    TreeItem<SchemaNode> item = new TreeItem<>(new TableNode(table));
    table
        .columns()
        .forEach(column -> item.getChildren().add(new TreeItem<>(new ColumnNode(table, column))));
    remember(item, "table " + table.name());
    return item;
  }

  private TreeItem<SchemaNode> group(String title, List<TreeItem<SchemaNode>> children) {
    TreeItem<SchemaNode> item = new TreeItem<>(new Group(title, children.size()));
    item.getChildren().addAll(children);
    remember(item, title);
    return item;
  }

  /** What is unfolded stays so when the schema is read again. */
  private void remember(TreeItem<SchemaNode> item, String key) {
    item.setExpanded(expanded.contains(key));
    item.expandedProperty()
        .addListener(
            (property, was, is) -> {
              if (is) {
                expanded.add(key);
              } else {
                expanded.remove(key);
              }
            });
  }
}
