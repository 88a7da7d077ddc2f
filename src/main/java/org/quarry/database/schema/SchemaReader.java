package org.quarry.database.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.ibatis.exceptions.PersistenceException;
import org.quarry.database.Database;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.schema.SchemaMapper.ColumnRow;
import org.quarry.database.schema.SchemaMapper.TableRow;
import org.quarry.work.Monitor;

/** Reads a database's schema and counts its rows. Blocks on the disk. */
public final class SchemaReader {
  private final Database database;

  /** Makes one for {@code database}. */
  public SchemaReader(Database database) {
    this.database = database;
  }

  /**
   * Reads everything. A view whose query no longer works has no columns.
   *
   * @throws DatabaseProblem if the file is damaged or held by another program
   */
  public Schema read(Monitor monitor) {
    return database.read(
        monitor,
        session -> {
          SchemaMapper mapper = session.mapper(SchemaMapper.class);
          List<Trigger> triggers = mapper.triggers();
          return new Schema(
              tables(mapper, triggers), mapper.indexes(), triggers, mapper.encoding());
        });
  }

  /** The number of rows of a table or view, exactly; may take long on large ones. */
  public long count(String table, Monitor monitor) {
    return database.read(monitor, session -> session.mapper(SchemaMapper.class).count(table));
  }

  private static List<Table> tables(SchemaMapper mapper, List<Trigger> triggers) {
    Map<String, List<ColumnRow>> columns = byTable(mapper.columnsOfTables(), ColumnRow::tableName);
    RuleReader rules = new RuleReader(mapper, columns);
    List<Table> tables = new ArrayList<>();
    for (TableRow row : mapper.tables()) {
      Table.Kind kind =
          switch (row.type()) {
            case "view" -> Table.Kind.VIEW;
            case "virtual" -> Table.Kind.VIRTUAL;
            case "shadow" -> Table.Kind.SHADOW;
            default -> Table.Kind.TABLE;
          };
      List<ColumnRow> own =
          kind == Table.Kind.VIEW
              ? columnsOfView(mapper, row.name())
              : columns.getOrDefault(row.name(), List.of());
      List<Column> shown =
          own.stream().filter(column -> column.hidden() != 1).map(SchemaReader::column).toList();
      tables.add(
          new Table(
              row.name(),
              kind,
              row.withoutRowid(),
              shown,
              kind == Table.Kind.TABLE ? rules.read(row, shown) : TableRules.NONE,
              row.sql() == null ? "" : row.sql(),
              kind == Table.Kind.VIEW
                  ? InsteadOf.of(
                      triggers.stream()
                          .filter(trigger -> trigger.table().equalsIgnoreCase(row.name()))
                          .toList())
                  : InsteadOf.NONE));
    }
    return List.copyOf(tables);
  }

  private static List<ColumnRow> columnsOfView(SchemaMapper mapper, String view) {
    try {
      return mapper.columnsOfView(view);
    } catch (PersistenceException broken) {
      return List.of();
    }
  }

  private static Column column(ColumnRow row) {
    return new Column(
        row.name(),
        row.type() == null ? "" : row.type(),
        row.notNull(),
        row.defaultSql(),
        row.keyPosition(),
        row.hidden() >= 2);
  }

  static <R> Map<String, List<R>> byTable(List<R> rows, Function<R, String> table) {
    return rows.stream().collect(Collectors.groupingBy(table));
  }
}
