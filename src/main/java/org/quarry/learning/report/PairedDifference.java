package org.quarry.learning.report;

import weka.core.Statistics;

/**
 * Whether two runs over the same folds differ by more than chance: Student's test of the
 * differences with the variance corrected for training sets that overlap. Without the correction
 * differences of folds look far more certain than they are. Source: Nadeau and Bengio, "Inference
 * for the generalization error", Machine Learning 52 (2003); Bouckaert and Frank (2004) for
 * repeated folds.
 *
 * @param difference the mean of first - second
 * @param t the statistic; infinite when all differences are equal and not 0
 * @param degrees its degrees of freedom
 * @param p how likely a difference at least that large is when there is none, 0 to 1, two-sided;
 *     not a number, as the rest, when a score is none
 */
public record PairedDifference(double difference, double t, int degrees, double p) {
  /**
   * Compares two runs.
   *
   * @param first the scores of one run, for each fold of each repeat
   * @param second the scores of the other over the very same folds, in the same order
   * @param testShare test rows per training row of a fold: 1 / (k - 1) for k folds
   * @throws IllegalArgumentException if the arrays differ in length or hold fewer than 2 scores, or
   *     the share is not above 0
   */
  public static PairedDifference of(double[] first, double[] second, double testShare) {
    int runs = first.length;
    if (runs < 2 || second.length != runs || !(testShare > 0)) {
      throw new IllegalArgumentException(runs + " and " + second.length + " scores, " + testShare);
    }
    double[] differences = new double[runs];
    for (int i = 0; i < runs; i++) {
      differences[i] = first[i] - second[i];
    }
    double mean = Spread.mean(differences);
    double variance = Spread.squares(differences) / (runs - 1);
    if (mean == 0) {
      return new PairedDifference(0, 0, runs - 1, 1);
    }
    double t = mean / Math.sqrt((1.0 / runs + testShare) * variance);
    return new PairedDifference(mean, t, runs - 1, p(t, runs - 1));
  }

  private static double p(double t, double degrees) {
    if (Double.isNaN(t)) {
      return Double.NaN;
    }
    return Double.isInfinite(t)
        ? 0
        : Statistics.incompleteBeta(degrees / 2, 0.5, degrees / (degrees + t * t));
  }
}
