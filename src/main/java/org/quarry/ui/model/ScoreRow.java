package org.quarry.ui.model;

import java.util.Arrays;
import java.util.List;
import org.quarry.learning.search.CandidateScore;
import org.quarry.learning.svm.Candidate;

/**
 * A row of the table of scores.
 *
 * @param index the candidate's place in the grid
 * @param candidate the candidate
 * @param folds the accuracy on each fold, 0 to 1; NaN while not known
 * @param mean their mean; NaN while one is not known
 * @param std their standard deviation, of the population; NaN like the mean
 * @param rank 1 for the highest mean among the rows that have one; 0 while it has none
 */
public record ScoreRow(
    int index, Candidate candidate, List<Double> folds, double mean, double std, int rank) {
  /** Copies the list. */
  public ScoreRow {
    folds = List.copyOf(folds);
  }

  static ScoreRow of(CandidateScore score) {
    return new ScoreRow(
        score.index(), score.candidate(), score.folds(), score.mean(), score.std(), score.rank());
  }

  /** One without a rank. */
  static ScoreRow of(int index, Candidate candidate, double[] folds) {
    double mean = Arrays.stream(folds).sum() / folds.length;
    double variance =
        Arrays.stream(folds).map(fold -> (fold - mean) * (fold - mean)).sum() / folds.length;
    return new ScoreRow(
        index, candidate, Arrays.stream(folds).boxed().toList(), mean, Math.sqrt(variance), 0);
  }

  /** Whether every fold is known. */
  public boolean complete() {
    return !Double.isNaN(mean);
  }

  ScoreRow ranked(int place) {
    return place == rank ? this : new ScoreRow(index, candidate, folds, mean, std, place);
  }
}
