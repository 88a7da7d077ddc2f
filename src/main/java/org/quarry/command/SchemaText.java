package org.quarry.command;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quarry.database.query.QueryColumn;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.ForeignKey;
import org.quarry.database.schema.Index;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.Table;
import org.quarry.database.schema.Trigger;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A schema as text, as rows and as JSON. */
final class SchemaText {
  private SchemaText() {}

  /** A block for each table: its columns, indexes and triggers. */
  static String text(Schema schema) {
    StringBuilder text = new StringBuilder();
    for (Table table : schema.tables()) {
      text.append(text.isEmpty() ? "" : "\n");
      text.append(table.name()).append(" (").append(kind(table)).append(")\n");
      int names = width(table.columns().stream().map(Column::name));
      int types = width(table.columns().stream().map(Column::type));
      for (Column column : table.columns()) {
        String line =
            "  "
                + padded(column.name(), names)
                + "  "
                + padded(column.type(), types)
                + marks(column);
        text.append(line.stripTrailing()).append('\n');
      }
      for (ForeignKey key : table.foreignKeys()) {
        text.append(
            "  %s refers to %s %s\n"
                .formatted(String.join(", ", key.columns()), key.table(), referred(key)));
      }
      for (Index index : schema.indexes()) {
        if (index.table().equalsIgnoreCase(table.name())) {
          text.append(index.unique() ? "  unique index " : "  index ");
          text.append(index.name()).append(" on ").append(index.columns()).append('\n');
        }
      }
      for (Trigger trigger : schema.triggers()) {
        if (trigger.table().equalsIgnoreCase(table.name())) {
          text.append("  trigger ").append(trigger.name()).append('\n');
        }
      }
    }
    return text.toString();
  }

  private static String marks(Column column) {
    return (column.isKey() ? "  key " + column.keyPosition() : "")
        + (column.notNull() ? "  not null" : "")
        + (column.defaultSql() == null ? "" : "  default " + column.defaultSql())
        + (column.generated() ? "  generated" : "");
  }

  private static String kind(Table table) {
    return table.kind().name().toLowerCase(Locale.ROOT);
  }

  private static int width(Stream<String> texts) {
    return texts.mapToInt(String::length).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  /** A row for each column of each table. */
  static void columns(Schema schema, RowPrinter printer) {
    printer.columns(
        Stream.of("table", "kind", "column", "type", "not_null", "default", "key", "generated")
            .map(name -> new QueryColumn(name, null))
            .toList());
    for (Table table : schema.tables()) {
      for (Column column : table.columns()) {
        printer.row(
            new @Nullable Object[] {
              table.name(),
              kind(table),
              column.name(),
              column.type(),
              number(column.notNull()),
              column.defaultSql(),
              (long) column.keyPosition(),
              number(column.generated())
            });
      }
    }
    printer.end();
  }

  private static Long number(boolean yes) {
    return yes ? 1L : 0L;
  }

  /** All of it. */
  static ObjectNode json(Schema schema) {
    ObjectNode root = JsonMapper.builder().build().createObjectNode();
    ArrayNode tables = root.putArray("tables");
    schema.tables().forEach(table -> table(tables.addObject(), table));
    ArrayNode indexes = root.putArray("indexes");
    for (Index index : schema.indexes()) {
      ObjectNode node = indexes.addObject();
      node.put("name", index.name());
      node.put("table", index.table());
      node.put("unique", index.unique());
      node.put("columns", index.columns());
    }
    ArrayNode triggers = root.putArray("triggers");
    for (Trigger trigger : schema.triggers()) {
      ObjectNode node = triggers.addObject();
      node.put("name", trigger.name());
      node.put("table", trigger.table());
      node.put("sql", trigger.sql());
    }
    return root;
  }

  private static void table(ObjectNode node, Table table) {
    node.put("name", table.name());
    node.put("kind", kind(table));
    node.put("without_rowid", table.withoutRowid());
    ArrayNode columns = node.putArray("columns");
    for (Column column : table.columns()) {
      ObjectNode each = columns.addObject();
      each.put("name", column.name());
      each.put("type", column.type());
      each.put("not_null", column.notNull());
      each.put("default", column.defaultSql());
      each.put("key", column.keyPosition());
      each.put("generated", column.generated());
    }
    ArrayNode keys = node.putArray("foreign_keys");
    for (ForeignKey key : table.foreignKeys()) {
      ObjectNode each = keys.addObject();
      each.put("column", String.join(", ", key.columns()));
      each.put("table", key.table());
      each.put("referred", referred(key));
    }
    node.put("sql", table.sql());
  }

  private static String referred(ForeignKey key) {
    return key.complete() ? String.join(", ", key.referred()) : "";
  }
}
