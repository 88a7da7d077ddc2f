package org.quarry.learning.svm;

import java.util.List;

/**
 * A trained support vector machine: for each pair of classes a function of a scaled point whose
 * sign picks one of the two. The evaluation is its own, so that a machine read from a file gives
 * bit for bit the decisions of the one trained. Immutable.
 *
 * @param kernel the kernel
 * @param classes how many classes there are
 * @param pairs (0, 1), (0, 2), … (1, 2), …
 */
public record Machine(Kernel kernel, int classes, List<Pair> pairs) {
  /** Copies the list. */
  public Machine {
    pairs = List.copyOf(pairs);
  }

  /** The function of one pair: above 0 it picks the second class, else the first. */
  public static final class Pair {
    private final int first;
    private final int second;
    private final double intercept;
    private final double[] coefficients;
    private final double[][] vectors;

    /** Keeps the arrays, which are not to be changed. */
    public Pair(
        int first, int second, double intercept, double[] coefficients, double[][] vectors) {
      this.first = first;
      this.second = second;
      this.intercept = intercept;
      this.coefficients = coefficients;
      this.vectors = vectors;
    }

    public int first() {
      return first;
    }

    public int second() {
      return second;
    }

    public double intercept() {
      return intercept;
    }

    public int size() {
      return coefficients.length;
    }

    public double coefficient(int i) {
      return coefficients[i];
    }

    /** A support vector; not to be changed. */
    public double[] vector(int i) {
      return vectors[i];
    }

    public double decision(Kernel kernel, double[] point) {
      double sum = 0;
      for (int i = 0; i < coefficients.length; i++) {
        sum += coefficients[i] * kernel.value(vectors[i], point);
      }
      return sum + intercept;
    }
  }

  /** How many support vectors it has, counted in each pair. */
  public int vectors() {
    return pairs.stream().mapToInt(Pair::size).sum();
  }

  /** The decision of each pair for a scaled point. */
  public double[] decisions(double[] point) {
    return pairs.stream().mapToDouble(pair -> pair.decision(kernel, point)).toArray();
  }

  /** The class with the most votes of the pairs; of equals the lowest. */
  public int predict(double[] point) {
    return winner(classes, decisions(point));
  }

  /**
   * The class with the most votes; of equals the lowest.
   *
   * @param classes how many classes there are
   * @param decisions the decision of each pair, (0, 1), (0, 2) and so on
   */
  public static int winner(int classes, double[] decisions) {
    if (classes == 2) {
      return decisions[0] > 0 ? 1 : 0;
    }
    int[] votes = new int[classes];
    int pair = 0;
    for (int first = 0; first < classes; first++) {
      for (int second = first + 1; second < classes; second++) {
        votes[decisions[pair++] > 0 ? second : first]++;
      }
    }
    int best = 0;
    for (int i = 1; i < classes; i++) {
      if (votes[i] > votes[best]) {
        best = i;
      }
    }
    return best;
  }
}
