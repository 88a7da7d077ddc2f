package org.quarry.ui.model;

import java.util.List;
import java.util.Optional;
import org.quarry.learning.search.CandidateScore;
import org.quarry.learning.search.FoldScore;
import org.quarry.learning.svm.Candidate;

/**
 * What is known of a candidate.
 *
 * @param index its place in the grid
 * @param candidate the candidate
 * @param fits what came of each fold; empty while not known
 * @param underWay whether a fit of it is under way
 * @param mean the mean of the scores; NaN while one is not known
 * @param std their standard deviation, of the population; NaN like the mean
 * @param rank 1 for the highest mean among the rows that have one; 0 while it has none
 * @param share the share of the rows it was trained on in the end, below 1 when it was left behind
 */
public record ScoreRow(
    int index,
    Candidate candidate,
    List<Optional<FoldScore>> fits,
    boolean underWay,
    double mean,
    double std,
    int rank,
    double share) {
  /** Copies the list. */
  public ScoreRow {
    fits = List.copyOf(fits);
  }

  static ScoreRow of(CandidateScore score) {
    return new ScoreRow(
        score.index(),
        score.candidate(),
        score.fits().stream().map(Optional::of).toList(),
        false,
        score.mean(),
        score.std(),
        score.rank(),
        score.share());
  }

  /** One without a rank. */
  static ScoreRow of(
      int index, Candidate candidate, List<Optional<FoldScore>> fits, boolean underWay) {
    double[] folds = fits.stream().mapToDouble(ScoreRow::score).toArray();
    double mean = mean(folds);
    double[] squares = new double[folds.length];
    for (int i = 0; i < folds.length; i++) {
      squares[i] = (folds[i] - mean) * (folds[i] - mean);
    }
    return new ScoreRow(index, candidate, fits, underWay, mean, Math.sqrt(mean(squares)), 0, 1);
  }

  /** Summed in order, as the search does, so that equal folds tie. */
  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double score(Optional<FoldScore> fit) {
    return fit.map(FoldScore::score).orElse(Double.NaN);
  }

  /** The score on each fold, 0 to 1; NaN while not known. */
  public List<Double> folds() {
    return fits.stream().map(ScoreRow::score).toList();
  }

  /** How many folds are known. */
  public int done() {
    return (int) fits.stream().filter(Optional::isPresent).count();
  }

  /** The mean of the scores that are known; NaN while none is. */
  public double meanSoFar() {
    return fits.stream()
        .mapToDouble(ScoreRow::score)
        .filter(score -> !Double.isNaN(score))
        .average()
        .orElse(Double.NaN);
  }

  /** Nanoseconds that the fits took so far. */
  public long nanos() {
    return fits.stream().flatMap(Optional::stream).mapToLong(FoldScore::nanos).sum();
  }

  /** Whether the solver met its tolerance on every fold so far. */
  public boolean converged() {
    return fits.stream().flatMap(Optional::stream).allMatch(FoldScore::converged);
  }

  /** Whether every fold is known. */
  public boolean complete() {
    return !Double.isNaN(mean);
  }

  ScoreRow ranked(int place) {
    return place == rank
        ? this
        : new ScoreRow(index, candidate, fits, underWay, mean, std, place, share);
  }
}
