package org.quarry.learning.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.ColumnsFill;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.ScannedRow;
import org.quarry.database.records.StagedRow;
import org.quarry.database.records.TableScan;
import org.quarry.database.schema.Table;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.Rows;
import org.quarry.learning.data.TableData;
import org.quarry.work.Monitor;

/**
 * What a model says of the rows of a table, for some of its columns: written at once, or as edits
 * to be staged. A row whose features say nothing stays as it is. Blocks on the disk.
 */
public final class TablePrediction {
  private static final int FIRST = 20;

  private final Database database;
  private final Table table;
  private final Model model;
  private final PredictionColumns into;
  private final boolean onlyNull;
  private final List<String> features;

  /**
   * Edits to be staged.
   *
   * @param counts what became of the rows
   * @param edits the cells to set, row after row
   * @param first the first rows that were given a class
   */
  public record Edits(PredictionCounts counts, List<CellEdit> edits, List<Example> first) {}

  /**
   * A row that was given a class.
   *
   * @param key the row
   * @param features its features, in the model's order
   * @param label its class
   */
  public record Example(RowKey key, List<@Nullable Object> features, ClassLabel label) {}

  /**
   * Makes one.
   *
   * @param table a table that has the model's features by name
   * @param into the columns to write; none of the features
   * @param onlyNull whether rows that have a class there keep it
   * @throws LearningProblem.UnknownColumn if the table lacks a feature
   * @throws LearningProblem.BadSettings if a column to write is a feature
   */
  public TablePrediction(
      Database database, Table table, Model model, PredictionColumns into, boolean onlyNull) {
    into.requireNoFeature(model);
    List<String> names = TableData.names(table);
    this.database = database;
    this.table = table;
    this.model = model;
    this.into = into;
    this.onlyNull = onlyNull;
    this.features =
        model.origin().features().stream()
            .map(feature -> names.get(Rows.position(names, feature)))
            .toList();
  }

  /**
   * Adds the columns that are missing and writes, all in one transaction.
   *
   * @param monitor told rows looked at; cancelling leaves the file as it was
   * @throws org.quarry.database.records.RecordProblem if the table cannot be written
   * @throws org.quarry.database.DatabaseProblem if the file cannot be written, or a rule refuses
   * @throws org.quarry.work.Cancelled when cancelled
   */
  public PredictionCounts write(Monitor monitor) {
    List<String> read = new ArrayList<>(features);
    boolean known = into.isThere(into.label());
    if (known) {
      read.add(into.label());
    }
    Predictor predictor = new Predictor(model, features);
    PredictionTally tally = new PredictionTally(predictor);
    monitor.report(0, Monitor.UNKNOWN, "Predicting " + into.label());
    new ColumnsFill(database, table, read, into.added())
        .run(
            values -> {
              if (onlyNull && known && values.getLast() != null) {
                tally.alreadySet();
                return Map.of();
              }
              ClassLabel label = tally.predict(values);
              return label == null ? Map.of() : into.values(predictor, values, label);
            },
            monitor);
    return tally.counts();
  }

  /**
   * Computes the edits. Columns to be added are taken to be NULL everywhere.
   *
   * @param staged what is staged already: it counts as the rows' values, and deleted rows are left
   * @param monitor told rows looked at
   * @throws org.quarry.database.DatabaseProblem if SQLite refuses
   * @throws org.quarry.work.Cancelled when cancelled
   */
  public Edits edits(List<StagedRow> staged, Monitor monitor) {
    Set<String> columns = new LinkedHashSet<>(features);
    into.names().stream().filter(into::isThere).forEach(columns::add);
    TableScan scan = new TableScan(database, table, List.copyOf(columns));
    Editing editing = new Editing(scan.columns(), staged);
    monitor.report(0, Monitor.UNKNOWN, "Predicting " + into.label());
    scan.forEach(editing::add, monitor);
    return editing.edits();
  }

  /** Predicts row after row. */
  private final class Editing {
    private final List<String> columns;
    private final Map<RowKey, RowChange> changes = new HashMap<>();
    private final Predictor predictor;
    private final PredictionTally tally;
    private final List<CellEdit> edits = new ArrayList<>();
    private final List<Example> first = new ArrayList<>();

    Editing(List<String> columns, List<StagedRow> staged) {
      this.columns = columns;
      this.predictor = new Predictor(model, features);
      this.tally = new PredictionTally(predictor);
      staged.stream()
          .filter(row -> row.table().equals(table.name()))
          .forEach(row -> changes.put(row.key(), row.change()));
    }

    void add(ScannedRow row) {
      RowChange change = changes.get(row.key());
      if (change != null && change.kind() == RowChange.Kind.DELETE) {
        return;
      }
      List<@Nullable Object> now = new ArrayList<>(row.values());
      if (change != null) {
        for (int i = 0; i < columns.size(); i++) {
          if (change.values().containsKey(columns.get(i))) {
            now.set(i, change.values().get(columns.get(i)));
          }
        }
      }
      int label = columns.indexOf(into.label());
      if (onlyNull && label >= 0 && now.get(label) != null) {
        tally.alreadySet();
        return;
      }
      ClassLabel found = tally.predict(now);
      if (found != null) {
        stage(row, now, found);
      }
    }

    private void stage(ScannedRow row, List<@Nullable Object> now, ClassLabel found) {
      into.values(predictor, now, found)
          .forEach(
              (column, value) -> {
                int at = columns.indexOf(column);
                Object old = at < 0 ? null : row.values().get(at);
                edits.add(new CellEdit(row.key(), column, true, old, value));
              });
      if (first.size() < FIRST) {
        first.add(new Example(row.key(), new ArrayList<>(now.subList(0, features.size())), found));
      }
    }

    Edits edits() {
      return new Edits(tally.counts(), edits, List.copyOf(first));
    }
  }
}
