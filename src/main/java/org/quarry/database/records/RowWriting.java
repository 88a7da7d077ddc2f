package org.quarry.database.records;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;

/** The writing of one staged row within a transaction, and what undoing it needs. */
abstract sealed class RowWriting permits TableWriting, ViewWriting {
  final Table table;
  final StagedRow row;
  final RowChange change;

  RowWriting(Table table, StagedRow row) {
    this.table = table;
    this.row = row;
    change = row.change();
  }

  /** Writes the row; yields the conflict when it is not there as it was. */
  abstract Optional<RowConflict> run();

  /** What was written, read back at the end of the transaction, after every trigger. */
  abstract WrittenRow written();

  /**
   * Gives up the unique values of a row whose new ones another row still holds, by values that
   * nobody has, so that rows can swap theirs; {@link #run} gives the new ones then.
   *
   * @return whether there was anything to give up
   */
  boolean park() {
    return false;
  }

  /**
   * Whether a foreign key of the row, or one to it, leads nowhere now that all rows are written.
   *
   * @param keys what looks for the other ends
   */
  boolean dangles(MissingReferences keys) {
    return false;
  }

  /** Whether SQL or a sentence of SQLite's has the name of a column in it. */
  static boolean names(String sql, String column) {
    return Pattern.compile(
            "(?s)(.*\\W)?" + Pattern.quote(column) + "(\\W.*)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(sql)
        .matches();
  }

  /** A rule that says why nothing was written, as SQLite has no sentence for it. */
  static DatabaseProblem.Constraint rule(String why) {
    return new DatabaseProblem.Constraint(why, "", "Nothing was written.", null);
  }

  /** A rule's refusal, with the column it is about as far as SQLite's sentence tells. */
  RecordProblem.RowRefused refused(DatabaseProblem.Constraint rule) {
    String detail = rule.rule();
    String about = detail.substring(detail.indexOf(':') + 1);
    boolean foreign = detail.startsWith("FOREIGN KEY");
    String column =
        table.columns().stream()
            .map(Column::name)
            .filter(
                name ->
                    foreign
                        ? table.foreignKeys().stream().anyMatch(key -> key.has(name))
                        : names(about, name))
            .min(Comparator.comparing(name -> !change.values().containsKey(name)))
            .orElse(null);
    return new RecordProblem.RowRefused(row, column, rule);
  }

  /** The columns of a table that are stored. */
  static List<String> stored(Table table) {
    return table.columns().stream()
        .filter(column -> !column.generated())
        .map(Column::name)
        .toList();
  }

  /** Values by the names of their columns. */
  static Map<String, @Nullable Object> named(List<String> columns, List<@Nullable Object> values) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      named.put(columns.get(i), values.get(i));
    }
    return named;
  }

  /** What is to be written of a row whose cells are not held against what they were. */
  RowUpdate update(RowKey key, Map<String, @Nullable Object> values, boolean known) {
    return new RowUpdate(
        key,
        values.entrySet().stream()
            .map(
                cell ->
                    new RowUpdate.Cell(
                        cell.getKey(),
                        known && change.old().containsKey(cell.getKey()),
                        change.old().get(cell.getKey()),
                        cell.getValue()))
            .toList());
  }
}
