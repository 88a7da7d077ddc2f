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
  /** The parts of a label are joined while the whole is no longer than this many characters. */
  private static final int SHORT = 60;

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
   * The labels of the rows with some values, read in one statement.
   *
   * @param values Long, Double or String each; some hundred at most
   * @return for each value the label, "" for a row that has none; empty when there is no such row
   * @throws DatabaseProblem if SQLite refuses, such as for a view that is broken
   */
  public Map<Object, Optional<String>> labels(
      Reference.Sound reference, List<Object> values, Monitor monitor) {
    if (values.isEmpty()) {
      return Map.of();
    }
    List<@Nullable Object[]> rows =
        database.read(
            monitor, session -> session.mapper(ReferenceMapper.class).labels(reference, values));
    Map<Object, Optional<String>> labels = new HashMap<>();
    for (@Nullable Object[] row : rows) {
      if (row[0] instanceof Long at) {
        labels.put(
            values.get(at.intValue()),
            row[1] == null ? Optional.empty() : Optional.of(joined(row[1].toString())));
      }
    }
    return labels;
  }

  /**
   * The row that a value refers to.
   *
   * @param value Long, Double, String or {@code byte[]}
   * @return empty when there is no such row
   * @throws DatabaseProblem if SQLite refuses
   */
  public Optional<Found> find(Reference.Sound reference, Object value, Monitor monitor) {
    List<@Nullable Object[]> rows =
        database.read(
            monitor, session -> session.mapper(ReferenceMapper.class).row(reference, value));
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

  private static String joined(String parts) {
    StringBuilder label = new StringBuilder();
    for (String part : parts.split(String.valueOf(ReferenceSql.BETWEEN))) {
      String text = part.strip().replaceAll("\\s+", " ");
      boolean fits = label.isEmpty() || label.length() + text.length() < SHORT;
      if (!text.isEmpty() && fits) {
        label.append(label.isEmpty() ? "" : " ").append(text);
      }
    }
    return label.toString();
  }
}
