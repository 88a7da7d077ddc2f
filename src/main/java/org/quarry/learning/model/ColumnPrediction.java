package org.quarry.learning.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
   * What became of the rows. Those written, already set, missing and not numeric are all rows.
   *
   * @param rows the rows of the table
   * @param written rows that were given a class
   * @param alreadySet rows left alone because the column was set and only NULL was to be filled
   * @param missing rows left alone because a feature is NULL that must not be
   * @param notNumeric rows left alone because a feature is not of its kind, such as a text where it
   *     is a number
   * @param unseen rows written that hold a category not seen in training
   * @param counts the rows of each class that was written, in the order of the classes
   */
  public record Result(
      long rows,
      long written,
      long alreadySet,
      long missing,
      long notNumeric,
      long unseen,
      Map<ClassLabel, Long> counts) {}

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
  public Result run(Table table, String into, boolean onlyNull, Monitor monitor) {
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
    Tally tally = new Tally(new Predictor(model, features), onlyNull);
    monitor.report(0, Monitor.UNKNOWN, "Predicting " + into);
    fill.run(tally, monitor);
    return tally.result();
  }

  /** Predicts row after row and counts what became of them. */
  private static final class Tally implements ColumnFill.Formula {
    private final Predictor predictor;
    private final boolean onlyNull;
    private final Map<ClassLabel, Long> counts = new TreeMap<>();
    private long rows;
    private long alreadySet;
    private long missing;
    private long notNumeric;
    private long unseen;

    Tally(Predictor predictor, boolean onlyNull) {
      this.predictor = predictor;
      this.onlyNull = onlyNull;
    }

    @Override
    public Optional<Object> compute(List<@Nullable Object> values) {
      rows++;
      if (onlyNull && values.getLast() != null) {
        alreadySet++;
        return Optional.empty();
      }
      Predictor.Prediction prediction = predictor.predict(values);
      ClassLabel label = prediction.label();
      if (label != null) {
        counts.merge(label, 1L, Long::sum);
        unseen += prediction.unseen() ? 1 : 0;
        return Optional.of(label.value());
      }
      if (prediction.gap() == Predictor.Gap.MISSING) {
        missing++;
      } else {
        notNumeric++;
      }
      return Optional.empty();
    }

    Result result() {
      return new Result(
          rows,
          rows - alreadySet - missing - notNumeric,
          alreadySet,
          missing,
          notNumeric,
          unseen,
          Collections.unmodifiableMap(counts));
    }
  }
}
