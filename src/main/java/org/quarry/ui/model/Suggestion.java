package org.quarry.ui.model;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.Table;

/**
 * What would be learned if nobody said: where another table waits for predictions, the numbers that
 * both tables have; else every number.
 *
 * @param features the columns to learn from
 * @param target the column to learn, or empty when no name speaks of one
 * @param others the columns that could be the target where their rows are of few classes, the best
 *     first
 */
record Suggestion(Set<String> features, String target, List<String> others) {
  /** Nothing to learn. */
  static final Suggestion NONE = new Suggestion(Set.of(), "", List.of());

  private static final String PREDICTED = "predicted";
  private static final List<String> TARGETS =
      List.of("target", "class", "label", "diagnosis", "outcome", "species", "y");

  /** The tables that can be learned from. */
  static List<Table> learnable(Schema schema) {
    return schema.tables().stream()
        .filter(table -> table.kind() != Table.Kind.SHADOW && !isStore(table))
        .filter(table -> table.columns().size() >= 2)
        .toList();
  }

  private static boolean isStore(Table table) {
    return table.name().equalsIgnoreCase("quarry_models");
  }

  /** The table to begin with: one that another waits for, else the one with the most numbers. */
  static Optional<Table> table(Schema schema) {
    return learnable(schema).stream()
        .max(
            Comparator.<Table>comparingInt(table -> shared(schema, table).size())
                .thenComparingLong(table -> measurements(table).count()));
  }

  /** What to learn from a table. */
  static Suggestion of(Schema schema, Table table) {
    Set<String> features = new HashSet<>(shared(schema, table));
    List<Column> free =
        table.columns().stream()
            .filter(column -> !features.contains(column.name()))
            .filter(column -> canName(schema, table, column))
            .toList();
    String target = target(schema, free);
    features.remove(target);
    List<String> others =
        free.reversed().stream()
            .filter(column -> column.affinity() != Column.Affinity.REAL)
            .map(Column::name)
            .toList();
    return new Suggestion(features, target, others);
  }

  /** What tells rows apart, or when they were, names no class. */
  private static boolean canName(Schema schema, Table table, Column column) {
    return !column.isKey()
        && !column.isTemporal()
        && schema.indexes().stream()
            .filter(index -> index.unique() && index.table().equalsIgnoreCase(table.name()))
            .noneMatch(index -> index.columns().equalsIgnoreCase(column.name()));
  }

  private static String target(Schema schema, List<Column> free) {
    Stream<String> awaited =
        schema.tables(Table.Kind.TABLE).stream()
            .flatMap(other -> predicted(other).stream())
            .map(column -> column.name().toLowerCase(Locale.ROOT))
            .filter(name -> name.startsWith(PREDICTED + "_"))
            .map(name -> name.substring(PREDICTED.length() + 1));
    return Stream.concat(awaited, TARGETS.stream())
        .flatMap(name -> free.stream().filter(column -> column.name().equalsIgnoreCase(name)))
        .findFirst()
        .or(() -> free.stream().filter(Suggestion::isPredicted).findFirst())
        .map(Column::name)
        .orElse("");
  }

  /** The columns that a table keeps for predictions. */
  static List<Column> predicted(Table table) {
    return table.columns().stream()
        .filter(column -> isPredicted(column) && !column.isKey() && !column.generated())
        .toList();
  }

  private static boolean isPredicted(Column column) {
    return column.name().toLowerCase(Locale.ROOT).startsWith(PREDICTED);
  }

  /** The numbers a table has in common with one that waits for predictions, the most there are. */
  private static Set<String> shared(Schema schema, Table table) {
    return schema.tables(Table.Kind.TABLE).stream()
        .filter(other -> !other.name().equals(table.name()) && !predicted(other).isEmpty())
        .map(other -> common(table, other))
        .max(Comparator.comparingInt(Set::size))
        .orElse(Set.of());
  }

  private static Set<String> common(Table table, Table other) {
    Set<String> names = new HashSet<>();
    measurements(table)
        .filter(column -> other.column(column.name()).filter(it -> !it.isKey()).isPresent())
        .forEach(column -> names.add(column.name()));
    predicted(other).forEach(column -> names.remove(column.name()));
    return names;
  }

  private static Stream<Column> measurements(Table table) {
    return table.columns().stream().filter(FeatureChoice::isMeasurement);
  }
}
