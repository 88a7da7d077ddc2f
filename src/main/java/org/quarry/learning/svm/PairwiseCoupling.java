package org.quarry.learning.svm;

import java.util.Arrays;

/**
 * Couples the probabilities of all pairs of classes to one probability for each class: the second
 * method of Wu, Lin and Weng, "Probability estimates for multi-class classification by pairwise
 * coupling", JMLR 5 (2004), with the iteration, bounds and tolerance of LIBSVM, so that the same
 * pairs give scikit-learn's {@code predict_proba}. Weka's own SMO couples by Hastie and Tibshirani
 * (1998), whose figures differ a little.
 */
public final class PairwiseCoupling {
  private static final double LEAST = 1e-7;
  private static final double TOLERANCE = 0.005;
  private static final int ROUNDS = 100;

  private PairwiseCoupling() {}

  /**
   * The probability of each class. They add up to 1.
   *
   * @param classes how many classes there are, at least 2
   * @param seconds for the pairs (0, 1), (0, 2), … (1, 2), … the probability of the pair's second
   *     class among the two, 0 to 1
   * @throws IllegalArgumentException if there is not one number for each pair
   */
  public static double[] couple(int classes, double[] seconds) {
    if (classes < 2 || seconds.length != classes * (classes - 1) / 2) {
      throw new IllegalArgumentException(seconds.length + " pairs of " + classes + " classes");
    }
    if (classes == 2) {
      return new double[] {1 - seconds[0], seconds[0]};
    }
    return solve(quadratic(beaten(classes, seconds)));
  }

  /** In row i and column j how likely i is among i and j. */
  private static double[][] beaten(int classes, double[] seconds) {
    double[][] beaten = new double[classes][classes];
    int pair = 0;
    for (int i = 0; i < classes; i++) {
      for (int j = i + 1; j < classes; j++) {
        beaten[i][j] = Math.clamp(1 - seconds[pair++], LEAST, 1 - LEAST);
        beaten[j][i] = 1 - beaten[i][j];
      }
    }
    return beaten;
  }

  private static double[][] quadratic(double[][] r) {
    double[][] q = new double[r.length][r.length];
    for (int t = 0; t < r.length; t++) {
      for (int j = 0; j < r.length; j++) {
        if (j != t) {
          q[t][t] += r[j][t] * r[j][t];
          q[t][j] = -r[j][t] * r[t][j];
        }
      }
    }
    return q;
  }

  /** The probabilities p with the least p'Qp, by LIBSVM's fixed-point iteration. */
  private static double[] solve(double[][] q) {
    int classes = q.length;
    double[] p = new double[classes];
    Arrays.fill(p, 1.0 / classes);
    double[] product = new double[classes];
    for (int round = 0; round < Math.max(ROUNDS, classes); round++) {
      double value = 0;
      for (int t = 0; t < classes; t++) {
        product[t] = 0;
        for (int j = 0; j < classes; j++) {
          product[t] += q[t][j] * p[j];
        }
        value += p[t] * product[t];
      }
      double error = 0;
      for (double entry : product) {
        error = Math.max(error, Math.abs(entry - value));
      }
      if (error < TOLERANCE / classes) {
        break;
      }
      for (int t = 0; t < classes; t++) {
        double step = (value - product[t]) / q[t][t];
        double whole = 1 + step;
        p[t] += step;
        value = (value + step * (step * q[t][t] + 2 * product[t])) / whole / whole;
        for (int j = 0; j < classes; j++) {
          product[j] = (product[j] + step * q[t][j]) / whole;
          p[j] /= whole;
        }
      }
    }
    return p;
  }
}
