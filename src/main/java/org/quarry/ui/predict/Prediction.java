package org.quarry.ui.predict;

import java.util.List;
import org.quarry.database.Database;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.JournalDraft;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.StagedRow;
import org.quarry.database.schema.Table;
import org.quarry.learning.data.DataSource;
import org.quarry.learning.data.Roles;
import org.quarry.learning.data.Rows;
import org.quarry.learning.data.Split;
import org.quarry.learning.data.StratifiedSample;
import org.quarry.learning.model.PredictionColumns;
import org.quarry.learning.model.TablePrediction;
import org.quarry.learning.report.Metric;
import org.quarry.learning.search.ParameterGrid;
import org.quarry.learning.search.ScoreListener;
import org.quarry.learning.search.Strategy;
import org.quarry.learning.training.Solver;
import org.quarry.learning.training.Training;
import org.quarry.learning.training.TrainingResult;
import org.quarry.learning.training.TrainingSettings;
import org.quarry.learning.training.Validation;
import org.quarry.work.Monitor;
import org.quarry.work.Work;

/**
 * A training on the rows where a column is set, and what it says of the others.
 *
 * @param result what the training found; every labelled row that was drawn was learned from
 * @param columns where the predictions go
 * @param edits what is to be staged
 */
public record Prediction(
    TrainingResult result, PredictionColumns columns, TablePrediction.Edits edits) {
  /** How many folds score each candidate. */
  static final int FOLDS = 3;

  /** The candidates that are tried. */
  static final ParameterGrid GRID = ParameterGrid.notebook();

  /** Draws the rows where not all are learned from. */
  static final long SEED = 0;

  /**
   * What is asked for. Every choice is as the screen says it.
   *
   * @param table the table
   * @param roles what is learned from what
   * @param most how many rows to learn from at most; of more a stratified sample is drawn
   * @param beside whether all rows are predicted into columns of their own; else the column itself
   *     is filled where it is NULL
   * @param staged what is staged already
   */
  record Wish(Table table, Roles roles, long most, boolean beside, List<StagedRow> staged) {}

  /** The column for the class where predictions of a column go beside it. */
  static String besides(String target) {
    return "predicted_" + target;
  }

  /**
   * The edits that fit what is staged by now: a row that is to be deleted gets no class, nor does
   * one that was given a value where only NULL is filled.
   */
  List<CellEdit> stillWanted(JournalDraft draft, String table) {
    boolean beside = columns.model().isPresent();
    return edits.edits().stream()
        .filter(
            edit ->
                draft
                    .change(table, edit.key())
                    .filter(
                        change ->
                            change.kind() == RowChange.Kind.DELETE
                                || (!beside && change.values().get(edit.column()) != null))
                    .isEmpty())
        .toList();
  }

  /** The work that makes one. */
  static Work<Prediction> work(Training training, Database database, Wish wish) {
    return monitor -> {
      Validation validation = Validation.of(FOLDS, false).with(Metric.ACCURACY, true);
      TrainingSettings settings =
          new TrainingSettings(
              wish.roles().target(),
              wish.roles(),
              Split.NONE,
              validation,
              GRID.candidates(),
              Strategy.WHOLE,
              Solver.OWN);
      Rows rows =
          StratifiedSample.read(
              database,
              new DataSource.OfTable(wish.table()),
              wish.roles(),
              wish.most(),
              SEED,
              monitor);
      TrainingResult result = training.run(rows, settings, ScoreListener.NONE, monitor);
      return of(database, wish, result, monitor);
    };
  }

  private static Prediction of(
      Database database, Wish wish, TrainingResult result, Monitor monitor) {
    String target = wish.roles().target();
    PredictionColumns columns =
        wish.beside()
            ? PredictionColumns.beside(wish.table(), result.model(), besides(target))
            : PredictionColumns.only(target);
    TablePrediction.Edits edits =
        new TablePrediction(database, wish.table(), result.model(), columns, !wish.beside())
            .edits(wish.staged(), monitor);
    return new Prediction(result, columns, edits);
  }
}
