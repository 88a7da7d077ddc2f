package org.quarry.database.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.ForeignKey;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.Table;

/**
 * Looks for the other ends of foreign keys that SQLite holds against the end of a transaction,
 * where it says only that one of them is missing, and not whose.
 */
final class MissingReferences {
  private final WritingMapper mapper;
  private final Schema schema;

  MissingReferences(WritingMapper mapper, Schema schema) {
    this.mapper = mapper;
    this.schema = schema;
  }

  /** Whether a foreign key of a table, or one to it, is declared to be held at the end. */
  boolean late(Table table) {
    return schema.tables().stream()
        .flatMap(each -> each.foreignKeys().stream().map(key -> new To(each, key)))
        .anyMatch(to -> to.key().deferred() && (to.from().equals(table) || to.leadsTo(table)));
  }

  /** A foreign key and the table that has it. */
  private record To(Table from, ForeignKey key) {
    boolean leadsTo(Table table) {
      return key.complete() && key.table().equalsIgnoreCase(table.name());
    }
  }

  /** Whether a row refers, by one of some columns, to a row that is not there. */
  boolean dangles(Table table, RowKey key, List<String> columns) {
    return table.foreignKeys().stream()
        .filter(ForeignKey::complete)
        .filter(
            reference ->
                reference.columns().stream()
                    .anyMatch(name -> columns.stream().anyMatch(name::equalsIgnoreCase)))
        .anyMatch(reference -> mapper.dangling(table, reference, key, key.bound()) > 0);
  }

  /** Whether rows refer to a row of a table with some values, and there is no such row any more. */
  boolean orphans(Table table, Map<String, @Nullable Object> values) {
    return schema.tables().stream()
        .flatMap(each -> each.foreignKeys().stream().map(key -> new To(each, key)))
        .filter(to -> to.leadsTo(table))
        .anyMatch(to -> orphans(to, table, values));
  }

  private boolean orphans(To to, Table table, Map<String, @Nullable Object> values) {
    List<@Nullable Object> referred = new ArrayList<>();
    for (String name : to.key().referred()) {
      Optional<String> column = table.column(name).map(Column::name);
      if (column.isEmpty() || values.get(column.get()) == null) {
        return false;
      }
      referred.add(values.get(column.get()));
    }
    return mapper.orphans(to.from(), to.key(), referred) > 0;
  }
}
