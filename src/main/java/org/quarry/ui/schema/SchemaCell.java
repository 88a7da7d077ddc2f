package org.quarry.ui.schema;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TreeCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.ui.kit.Hint;
import org.quarry.ui.kit.Icons;
import org.quarry.ui.kit.Texts;
import org.quarry.ui.schema.SchemaNode.ColumnNode;
import org.quarry.ui.schema.SchemaNode.Group;
import org.quarry.ui.schema.SchemaNode.IndexNode;
import org.quarry.ui.schema.SchemaNode.TableNode;
import org.quarry.ui.schema.SchemaNode.TriggerNode;

/** A line of the tree: icon, name, and what is known of it in muted type at the right. */
final class SchemaCell extends TreeCell<SchemaNode> {
  private final SchemaModel model;
  private final FontIcon icon = Icons.of(Feather.DATABASE);
  private final Label name = new Label();
  private final Label detail = new Label();
  private final HBox line;

  SchemaCell(SchemaModel model) {
    this.model = model;
    detail.getStyleClass().add("schema-detail");
    addEventFilter(MouseEvent.MOUSE_PRESSED, this::keepFolded);
    addEventFilter(MouseEvent.MOUSE_RELEASED, this::keepFolded);
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    line = new HBox(6, icon, name, gap, detail);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinWidth(0);
    line.setPrefWidth(1);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
  }

  @Override
  protected void updateItem(@Nullable SchemaNode node, boolean empty) {
    super.updateItem(node, empty);
    if (empty || node == null) {
      setGraphic(null);
      Hint.on(this, "");
      return;
    }
    name.setText(name(node));
    name.setId(node instanceof TableNode table ? "table-" + table.table().name() : null);
    detail.setText(detail(node));
    boolean counted = node instanceof TableNode || node instanceof Group;
    detail.setMinWidth(counted ? Region.USE_PREF_SIZE : 0);
    name.setMinWidth(counted ? 0 : Region.USE_PREF_SIZE);
    icon.setIconCode(icon(node));
    setGraphic(line);
    Hint.on(this, hint(node));
  }

  /** A double click opens the table, and is not to unfold it as well. */
  private void keepFolded(MouseEvent event) {
    if (event.getClickCount() > 1 && getItem() instanceof TableNode) {
      event.consume();
    }
  }

  static String name(SchemaNode node) {
    return switch (node) {
      case Group group -> group.title();
      case TableNode table -> table.table().name();
      case ColumnNode column -> column.column().name();
      case IndexNode index -> index.index().name();
      case TriggerNode trigger -> trigger.trigger().name();
    };
  }

  private String detail(SchemaNode node) {
    return switch (node) {
      case Group group -> Texts.number(group.size());
      case TableNode table -> {
        Long rows = model.counts().get(table.table().name());
        yield rows == null ? "" : Texts.number(rows);
      }
      case ColumnNode column -> facts(column.column());
      case IndexNode index -> (index.index().unique() ? "unique · " : "") + index.index().table();
      case TriggerNode trigger -> trigger.trigger().table();
    };
  }

  /** Type, not null and default; the key is the icon. */
  private static String facts(Column column) {
    return Stream.of(
            column.type(),
            column.notNull() ? "not null" : "",
            column.defaultSql() == null ? "" : "= " + column.defaultSql())
        .filter(fact -> !fact.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private static Feather icon(SchemaNode node) {
    return switch (node) {
      case Group _ -> Feather.FOLDER;
      case TableNode table -> table.table().kind() == Table.Kind.VIEW ? Feather.EYE : Feather.GRID;
      case ColumnNode column -> icon(column);
      case IndexNode _ -> Feather.LIST;
      case TriggerNode _ -> Feather.ZAP;
    };
  }

  private static Feather icon(ColumnNode node) {
    if (node.column().isKey()) {
      return Feather.KEY;
    }
    if (node.table().refers(node.column())) {
      return Feather.LINK;
    }
    if (node.column().isTemporal()) {
      return Feather.CALENDAR;
    }
    return node.column().isNumeric() ? Feather.HASH : Feather.TYPE;
  }

  private static String hint(SchemaNode node) {
    return switch (node) {
      case Group group -> Texts.number(group.size()) + " in this database";
      case TableNode table ->
          table.table().sql().isEmpty() ? table.table().name() : table.table().sql();
      case ColumnNode column -> describe(column.column());
      case IndexNode index -> index.index().table() + " (" + index.index().columns() + ")";
      case TriggerNode trigger -> trigger.trigger().sql();
    };
  }

  private static String describe(Column column) {
    StringBuilder text = new StringBuilder(column.name());
    text.append(column.type().isEmpty() ? ", no type" : " " + column.type());
    if (column.isKey()) {
      text.append(", primary key");
    }
    if (column.notNull()) {
      text.append(", not null");
    }
    if (column.generated()) {
      text.append(", generated");
    }
    if (column.defaultSql() != null) {
      text.append(", default ").append(column.defaultSql());
    }
    return text.toString();
  }
}
