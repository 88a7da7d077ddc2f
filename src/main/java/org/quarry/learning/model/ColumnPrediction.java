package org.quarry.learning.model;

import java.util.List;
import java.util.Optional;
import org.quarry.database.Database;
import org.quarry.database.records.ColumnFill;
import org.quarry.database.records.RecordProblem;
import org.quarry.database.schema.Table;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.Rows;
import org.quarry.learning.data.TableData;
import org.quarry.work.Monitor;

/**
 * Writes what a model says of each row of a table into one of its columns, in one transaction. A
 * class is written as it was learned: the integers 0 and 1 as integers, texts as texts. A row that
 * lacks a feature that must not be missing, or holds there what it cannot be, stays as it is.
 */
public final class ColumnPrediction {
  private final Database database;
  private final Model model;

  /** Makes one that applies a model in a database. */
  public ColumnPrediction(Database database, Model model) {
    this.database = database;
    this.model = model;
  }

  /**
   * Predicts and writes.
   *
   * @param table a table that has the model's features by name
   * @param into the column to fill; none of the features
   * @param onlyNull whether rows that have a value there keep it
   * @param monitor told rows looked at; cancelling leaves the file as it was
   * @throws LearningProblem.UnknownColumn if the table lacks a feature
   * @throws LearningProblem.BadSettings if the column is a feature of the model
   * @throws RecordProblem if the table or the column cannot be filled
   * @throws org.quarry.database.DatabaseProblem if the file cannot be written, or a rule of the
   *     table refuses a class
   * @throws org.quarry.work.Cancelled when cancelled
   */
  public PredictionCounts run(Table table, String into, boolean onlyNull, Monitor monitor) {
    List<String> names = TableData.names(table);
    List<String> features =
        model.origin().features().stream()
            .map(feature -> names.get(Rows.position(names, feature)))
            .toList();
    if (features.stream().anyMatch(feature -> feature.equalsIgnoreCase(into))) {
      throw new LearningProblem.BadSettings(
          "The column “" + into + "” is a feature of the model “" + model.origin().name() + "”.",
          "Choose another column to write into.");
    }
    ColumnFill fill = new ColumnFill(database, table, features, into);
    PredictionTally tally = new PredictionTally(new Predictor(model, features));
    monitor.report(0, Monitor.UNKNOWN, "Predicting " + into);
    fill.run(
        values -> {
          if (onlyNull && values.getLast() != null) {
            tally.alreadySet();
            return Optional.empty();
          }
          return Optional.ofNullable(tally.predict(values)).map(ClassLabel::value);
        },
        monitor);
    return tally.counts();
  }
}
