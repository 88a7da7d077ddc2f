package org.quarry.database.references;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.records.RowKey;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/** Reads the rows that references lead to. Blocks on the disk; safe for several threads. */
public final class ReferredRows {
  /**
   * A row that a reference leads to.
   *
   * @param key what names it, or empty for a row of a view or of a table that nothing names
   */
  public record Found(Optional<RowKey> key) {}

  private final Database database;

  /** Reads from {@code database}. */
  public ReferredRows(Database database) {
    this.database = database;
  }

  /**
   * The labels of the rows with some keys, read in one statement.
   *
   * @param keys for each the values of the reference's columns, Long, Double or String each; some
   *     hundred at most
   * @return for each key the label, "" for a row that has none; empty when there is no such row
   * @throws DatabaseProblem if SQLite refuses, such as for a view that is broken
   */
  public Map<List<Object>, Optional<String>> labels(
      Reference.Sound reference, List<List<Object>> keys, Monitor monitor) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    List<Object> values = keys.stream().flatMap(List::stream).toList();
    List<@Nullable Object[]> rows =
        database.read(
            monitor, session -> session.mapper(ReferenceMapper.class).labels(reference, values));
    Map<List<Object>, Optional<String>> labels = new HashMap<>();
    for (@Nullable Object[] row : rows) {
      if (row[0] instanceof Long at) {
        labels.put(
            keys.get(at.intValue()),
            Optional.ofNullable(row[1]).map(Object::toString).map(Label::read));
      }
    }
    return labels;
  }

  /**
   * The row that a key refers to.
   *
   * @param key the values of the reference's columns: Long, Double, String or {@code byte[]}
   * @return empty when there is no such row
   * @throws DatabaseProblem if SQLite refuses
   */
  public Optional<Found> find(Reference.Sound reference, List<Object> key, Monitor monitor) {
    List<@Nullable Object[]> rows =
        database.read(
            monitor, session -> session.mapper(ReferenceMapper.class).row(reference, key));
    return rows.stream().findFirst().map(row -> new Found(key(reference.parent(), row)));
  }

  private static Optional<RowKey> key(Table table, @Nullable Object[] row) {
    if (namedByRowid(table) && row[0] instanceof Long rowid) {
      return Optional.of(new RowKey.Rowid(rowid));
    }
    return namedByKey(table)
        ? Optional.of(RowKey.Primary.of(Arrays.asList(row)))
        : Optional.empty();
  }

  static boolean namedByRowid(Table table) {
    return table.kind() == Table.Kind.TABLE && table.rowidName().isPresent();
  }

  static boolean namedByKey(Table table) {
    return table.kind() == Table.Kind.TABLE && table.withoutRowid();
  }
}
