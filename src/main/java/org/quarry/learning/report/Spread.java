package org.quarry.learning.report;

/** The mean and the deviation of a few numbers, one at least. */
final class Spread {
  private Spread() {}

  /** Not a number when one of them is none. */
  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** The deviation of the population. */
  static double deviation(double[] values) {
    return Math.sqrt(squares(values) / values.length);
  }

  /** The sum of the squared distances from the mean. */
  static double squares(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum;
  }
}
