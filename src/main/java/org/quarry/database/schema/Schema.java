package org.quarry.database.schema;

import java.util.List;
import java.util.Optional;

/**
 * All that a database is made of, at one moment.
 *
 * @param tables tables and views in the order of their names, SQLite's own left out
 * @param indexes in the order of their names
 * @param triggers in the order of their names
 * @param encoding of its texts: UTF-8, UTF-16le or UTF-16be
 */
public record Schema(
    List<Table> tables, List<Index> indexes, List<Trigger> triggers, String encoding) {
  /** The schema of an empty database. */
  public static final Schema EMPTY = new Schema(List.of(), List.of(), List.of(), "UTF-8");

  /** The table or view of that name, in any case as SQLite compares names. */
  public Optional<Table> table(String name) {
    return tables.stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The tables and views of one kind. */
  public List<Table> tables(Table.Kind kind) {
    return tables.stream().filter(each -> each.kind() == kind).toList();
  }

  /**
   * A table with a foreign key of its own.
   *
   * @param table the table that refers
   * @param key its foreign key
   */
  public record Referring(Table table, ForeignKey key) {}

  /** The foreign keys that delete or change their rows when a row of a table is deleted. */
  public List<Referring> takenAlongWith(String table) {
    return tables.stream()
        .flatMap(
            each ->
                each.foreignKeys().stream()
                    .filter(key -> key.takesAlong() && key.table().equalsIgnoreCase(table))
                    .map(key -> new Referring(each, key)))
        .toList();
  }
}
