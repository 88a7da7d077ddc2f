package org.quarry.learning.data;

/**
 * Takes each feature to mean 0 and deviation 1, the deviation of the population, as scikit-learn's
 * {@code StandardScaler} does; a feature that is constant but for rounding is only shifted. The
 * bound for "constant" is that of Chan, Golub and LeVeque, "Algorithms for computing the sample
 * variance" (1983), as scikit-learn uses it. Immutable.
 */
public final class Scaling {
  private static final double EPSILON = Math.ulp(1.0);

  private final double[] means;
  private final double[] deviations;

  private Scaling(double[] means, double[] deviations) {
    this.means = means;
    this.deviations = deviations;
  }

  /** The scaling with the figures given; deviations are above 0. */
  public static Scaling of(double[] means, double[] deviations) {
    return new Scaling(means.clone(), deviations.clone());
  }

  /** Measures rows, one at least, all of the same length. */
  public static Scaling measure(double[][] rows) {
    int features = rows[0].length;
    double[] means = new double[features];
    double[] deviations = new double[features];
    for (int j = 0; j < features; j++) {
      double sum = 0;
      for (double[] row : rows) {
        sum += row[j];
      }
      double mean = sum / rows.length;
      double squares = 0;
      double rest = 0;
      for (double[] row : rows) {
        double off = row[j] - mean;
        squares += off * off;
        rest += off;
      }
      double variance = (squares - rest * rest / rows.length) / rows.length;
      double slack = rows.length * mean * EPSILON;
      boolean constant = variance <= rows.length * EPSILON * variance + slack * slack;
      means[j] = mean;
      deviations[j] = constant ? 1 : Math.sqrt(variance);
    }
    return new Scaling(means, deviations);
  }

  /** A row scaled, as a new array. */
  public double[] apply(double[] row) {
    double[] scaled = new double[row.length];
    for (int j = 0; j < row.length; j++) {
      scaled[j] = (row[j] - means[j]) / deviations[j];
    }
    return scaled;
  }

  /** Rows scaled, as new arrays. */
  public double[][] apply(double[][] rows) {
    double[][] scaled = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      scaled[i] = apply(rows[i]);
    }
    return scaled;
  }

  /** The mean of each feature. */
  public double[] means() {
    return means.clone();
  }

  /** What each feature is divided by. */
  public double[] deviations() {
    return deviations.clone();
  }
}
