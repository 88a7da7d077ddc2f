package org.quarry.learning.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.DataSet;
import org.quarry.learning.model.Model;
import org.quarry.learning.report.Report;
import org.quarry.learning.search.CandidateScore;

/**
 * What a training found.
 *
 * @param settings what was asked
 * @param candidates a score for each candidate, in the order of the grid
 * @param best the first candidate of rank 1
 * @param nested what the whole search scores on rows it did not see, or null when that was not
 *     asked
 * @param holdOut the report on the rows held out, or null when none were
 * @param heldOut the rows held out with their predictions, in the order of the split
 * @param model the best candidate, trained on all rows that were not held out
 * @param rows how many rows were used, held out or not
 * @param unlabelled how many rows have no target and were left out
 * @param incomplete how many rows lack a feature and were left out
 * @param searchSeconds how long the search took
 * @param totalSeconds how long all took
 * @param data the rows that were used, held out or not, so that a report tells of those that were
 *     trained on, whatever became of the table
 * @param scoredOn names the folds and the score: trainings on one table that have the same can be
 *     compared fold by fold, whatever their features
 */
public record TrainingResult(
    TrainingSettings settings,
    List<CandidateScore> candidates,
    CandidateScore best,
    @Nullable NestedScore nested,
    @Nullable Report holdOut,
    List<HeldOut> heldOut,
    Model model,
    int rows,
    int unlabelled,
    int incomplete,
    double searchSeconds,
    double totalSeconds,
    DataSet data,
    String scoredOn) {
  /** Copies the lists. */
  public TrainingResult {
    candidates = List.copyOf(candidates);
    heldOut = List.copyOf(heldOut);
  }

  /**
   * A row that was held out.
   *
   * @param identity its identity, as given with the rows
   * @param actual its class
   * @param predicted the class the model says
   */
  public record HeldOut(Object identity, ClassLabel actual, ClassLabel predicted) {}
}
