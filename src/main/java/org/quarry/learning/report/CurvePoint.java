package org.quarry.learning.report;

/**
 * What comes of a threshold: rows with at least that score are predicted to be of the class. The
 * figures are shares from 0 to 1; where one would divide by 0 it is 0.
 *
 * @param threshold the least score predicted as the class; infinite where no row is
 * @param truePositives rows of the class predicted so
 * @param falsePositives other rows predicted so
 * @param falseNegatives rows of the class not predicted so
 * @param trueNegatives other rows not predicted so
 */
public record CurvePoint(
    double threshold,
    int truePositives,
    int falsePositives,
    int falseNegatives,
    int trueNegatives) {

  /** How many rows are in a cell of the confusion matrix. */
  public int count(Outcome outcome) {
    return switch (outcome) {
      case TRUE_POSITIVE -> truePositives;
      case FALSE_POSITIVE -> falsePositives;
      case FALSE_NEGATIVE -> falseNegatives;
      case TRUE_NEGATIVE -> trueNegatives;
    };
  }

  /** The share of the other rows that is predicted as the class: across in a ROC curve. */
  public double falsePositiveRate() {
    return ratio(falsePositives, falsePositives + trueNegatives);
  }

  /**
   * The share of the class that is predicted so: up in a ROC curve, across in a precision-recall
   * curve.
   */
  public double recall() {
    return ratio(truePositives, truePositives + falseNegatives);
  }

  /** The share right of the rows predicted as the class. */
  public double precision() {
    return ratio(truePositives, truePositives + falsePositives);
  }

  /** The precision as a precision-recall curve draws it: its end, where no row is picked, is 1. */
  public double drawnPrecision() {
    return truePositives + falsePositives == 0 ? 1 : precision();
  }

  /** The share of the other rows that is not predicted as the class. */
  public double specificity() {
    return ratio(trueNegatives, falsePositives + trueNegatives);
  }

  /** The harmonic mean of precision and recall. */
  public double f1() {
    return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
  }

  /** The share of all rows predicted right. */
  public double accuracy() {
    return ratio(
        truePositives + trueNegatives,
        truePositives + falsePositives + falseNegatives + trueNegatives);
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
