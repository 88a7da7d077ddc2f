package org.quarry.database.schema;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.quarry.database.schema.SchemaMapper.ColumnRow;
import org.quarry.database.schema.SchemaMapper.ForeignKeyRow;
import org.quarry.database.schema.SchemaMapper.TableRow;
import org.quarry.database.schema.SchemaMapper.UniqueRow;

/** Puts together the rules of tables from what SQLite tells of them and from their statements. */
final class RuleReader {
  private final Map<String, List<ColumnRow>> columns;
  private final Map<String, List<ForeignKeyRow>> foreign;
  private final Map<String, List<UniqueRow>> unique;

  RuleReader(SchemaMapper mapper, Map<String, List<ColumnRow>> columns) {
    this.columns = columns;
    foreign = SchemaReader.byTable(mapper.foreignKeys(), ForeignKeyRow::tableName);
    unique = SchemaReader.byTable(mapper.uniqueKeys(), UniqueRow::tableName);
  }

  /** The rules of a table with these columns. */
  TableRules read(TableRow table, List<Column> own) {
    CreateTable statement = new CreateTable(table.sql() == null ? "" : table.sql(), own);
    return new TableRules(
        table.strict(),
        statement.checks(),
        uniqueKeys(table, own),
        foreignKeys(table, statement.deferred()),
        statement.collations());
  }

  private List<UniqueKey> uniqueKeys(TableRow table, List<Column> own) {
    List<UniqueKey> keys = new ArrayList<>();
    List<Column> primary = own.stream().filter(Column::isKey).toList();
    // The key that is the rowid itself has no index to be told of.
    if (!table.withoutRowid()
        && primary.size() == 1
        && primary.getFirst().type().equalsIgnoreCase("INTEGER")) {
      keys.add(new UniqueKey(List.of(primary.getFirst().name()), true));
    }
    unique.getOrDefault(table.name(), List.of()).stream()
        .collect(groupingBy(UniqueRow::indexName, LinkedHashMap::new, toList()))
        .values()
        .stream()
        .filter(index -> index.stream().allMatch(row -> row.name() != null))
        .forEach(
            index ->
                keys.add(
                    new UniqueKey(
                        index.stream().map(row -> Objects.requireNonNull(row.name())).toList(),
                        index.getFirst().origin().equals("pk"))));
    return keys.stream().distinct().toList();
  }

  private List<ForeignKey> foreignKeys(TableRow table, List<Boolean> deferred) {
    List<List<ForeignKeyRow>> keys =
        List.copyOf(
            foreign.getOrDefault(table.name(), List.of()).stream()
                .collect(groupingBy(ForeignKeyRow::id, LinkedHashMap::new, toList()))
                .values());
    List<ForeignKey> foreignKeys = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      List<ForeignKeyRow> key = keys.get(i);
      boolean late = keys.size() == deferred.size() && deferred.get(i);
      String referred = key.getFirst().referredTable();
      foreignKeys.add(
          new ForeignKey(
              key.stream().map(ForeignKeyRow::name).toList(),
              referred,
              key.getFirst().referred() == null
                  ? keyOf(referred)
                  : key.stream().map(row -> Objects.requireNonNull(row.referred())).toList(),
              late,
              key.getFirst().onDelete()));
    }
    return List.copyOf(foreignKeys);
  }

  /** A key that names no columns of the other table refers to its primary key. */
  private List<String> keyOf(String table) {
    return columns.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(table))
        .flatMap(entry -> entry.getValue().stream())
        .filter(column -> column.keyPosition() > 0)
        .sorted(Comparator.comparingInt(ColumnRow::keyPosition))
        .map(ColumnRow::name)
        .toList();
  }
}
