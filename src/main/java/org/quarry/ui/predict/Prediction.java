package org.quarry.ui.predict;

import java.util.List;
import org.quarry.database.Database;
import org.quarry.database.records.StagedRow;
import org.quarry.database.schema.Table;
import org.quarry.learning.data.Rows;
import org.quarry.learning.data.Split;
import org.quarry.learning.data.TableData;
import org.quarry.learning.model.PredictionColumns;
import org.quarry.learning.model.TablePrediction;
import org.quarry.learning.report.Metric;
import org.quarry.learning.search.ParameterGrid;
import org.quarry.learning.search.ScoreListener;
import org.quarry.learning.training.Training;
import org.quarry.learning.training.TrainingResult;
import org.quarry.learning.training.TrainingSettings;
import org.quarry.work.Monitor;
import org.quarry.work.Work;

/**
 * A training on the rows where a column is set, and what it says of the others.
 *
 * @param result what the training found; every labelled row was learned from
 * @param columns where the predictions go
 * @param edits what is to be staged
 */
public record Prediction(
    TrainingResult result, PredictionColumns columns, TablePrediction.Edits edits) {
  /** How many folds score each candidate. */
  static final int FOLDS = 3;

  /** The candidates that are tried. */
  static final ParameterGrid GRID = ParameterGrid.notebook();

  /**
   * The work that makes one. Every choice is as the screen says it.
   *
   * @param beside whether all rows are predicted into columns of their own; else the column itself
   *     is filled where it is NULL
   * @param staged what is staged already
   */
  static Work<Prediction> work(
      Training training,
      Database database,
      Table table,
      String target,
      List<String> features,
      boolean beside,
      List<StagedRow> staged) {
    return monitor -> {
      TrainingSettings settings =
          new TrainingSettings(
              target, features, target, Split.NONE, FOLDS, GRID.candidates(), false);
      settings = settings.with(settings.validation().with(Metric.ACCURACY, true));
      Rows rows = TableData.read(database, table, features, target, monitor);
      TrainingResult result = training.run(rows, settings, ScoreListener.NONE, monitor);
      return of(database, table, result, beside, staged, monitor);
    };
  }

  private static Prediction of(
      Database database,
      Table table,
      TrainingResult result,
      boolean beside,
      List<StagedRow> staged,
      Monitor monitor) {
    String target = result.settings().target();
    PredictionColumns columns =
        beside
            ? PredictionColumns.beside(table, result.model(), "predicted_" + target)
            : PredictionColumns.only(target);
    TablePrediction.Edits edits =
        new TablePrediction(database, table, result.model(), columns, !beside)
            .edits(staged, monitor);
    return new Prediction(result, columns, edits);
  }
}
