package org.quarry.learning.svm;

/**
 * Turns a decision of a pair of classes into the probability of the second one: {@code 1 / (1 +
 * exp(a · decision + b))}. Source: Platt, "Probabilistic outputs for support vector machines"
 * (1999), fitted by the method of Lin, Lin and Weng, "A note on Platt's probabilistic outputs for
 * support vector machines", Machine Learning 68 (2007), which LIBSVM uses.
 *
 * @param a the slope, below 0 where higher decisions speak for the second class
 * @param b the offset
 */
public record PlattScaling(double a, double b) {
  private static final int MOST_STEPS = 100;
  private static final double SHORTEST_STEP = 1e-10;
  private static final double RIDGE = 1e-12;
  private static final double SMALL_GRADIENT = 1e-5;

  /**
   * Fits the curve by Newton's method with backtracking. The two targets are Platt's, a little off
   * 0 and 1, so that a and b stay finite even for classes that are perfectly apart.
   *
   * @param decisions finite decisions of rows that the machine was not trained on, one at least;
   *     those of its own training rows would make it too sure
   * @param second whether each row is of the second class
   * @throws IllegalArgumentException if the arrays differ in length or are empty
   */
  public static PlattScaling fit(double[] decisions, boolean[] second) {
    if (decisions.length != second.length || decisions.length == 0) {
      throw new IllegalArgumentException(decisions.length + " and " + second.length + " rows");
    }
    double seconds = 0;
    for (boolean is : second) {
      seconds += is ? 1 : 0;
    }
    double firsts = second.length - seconds;
    double[] targets = new double[second.length];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = second[i] ? (seconds + 1) / (seconds + 2) : 1 / (firsts + 2);
    }
    PlattScaling scaling = new PlattScaling(0, Math.log((firsts + 1) / (seconds + 1)));
    double loss = scaling.loss(decisions, targets);
    for (int step = 0; step < MOST_STEPS; step++) {
      PlattScaling next = scaling.better(decisions, targets, loss);
      if (next.equals(scaling)) {
        break;
      }
      scaling = next;
      loss = scaling.loss(decisions, targets);
    }
    return scaling;
  }

  /** The scaling one Newton step on, or this one where no step improves it. */
  private PlattScaling better(double[] decisions, double[] targets, double loss) {
    double aa = RIDGE;
    double bb = RIDGE;
    double ab = 0;
    double towardsA = 0;
    double towardsB = 0;
    for (int i = 0; i < decisions.length; i++) {
      double p = probability(decisions[i]);
      double weight = p * (1 - p);
      double off = targets[i] - p;
      aa += decisions[i] * decisions[i] * weight;
      bb += weight;
      ab += decisions[i] * weight;
      towardsA += decisions[i] * off;
      towardsB += off;
    }
    if (Math.abs(towardsA) < SMALL_GRADIENT && Math.abs(towardsB) < SMALL_GRADIENT) {
      return this;
    }
    double determinant = aa * bb - ab * ab;
    double stepA = -(bb * towardsA - ab * towardsB) / determinant;
    double stepB = -(aa * towardsB - ab * towardsA) / determinant;
    double slope = towardsA * stepA + towardsB * stepB;
    for (double size = 1; size >= SHORTEST_STEP; size /= 2) {
      PlattScaling next = new PlattScaling(a + size * stepA, b + size * stepB);
      if (next.loss(decisions, targets) < loss + 1e-4 * size * slope) {
        return next;
      }
    }
    return this;
  }

  /** The cross entropy of targets and probabilities, in the form that cannot overflow. */
  private double loss(double[] decisions, double[] targets) {
    double loss = 0;
    for (int i = 0; i < decisions.length; i++) {
      double power = decisions[i] * a + b;
      loss +=
          power >= 0
              ? targets[i] * power + Math.log1p(Math.exp(-power))
              : (targets[i] - 1) * power + Math.log1p(Math.exp(power));
    }
    return loss;
  }

  /** The probability of the second class, 0 to 1. */
  public double probability(double decision) {
    double power = decision * a + b;
    if (power >= 0) {
      double small = Math.exp(-power);
      return small / (1 + small);
    }
    return 1 / (1 + Math.exp(power));
  }
}
