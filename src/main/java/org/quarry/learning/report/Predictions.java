package org.quarry.learning.report;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a model says of rows whose class is known: what a {@link Metric} measures. The arrays given
 * are kept, not copied, because a search makes thousands of these; they are not to be changed.
 */
public final class Predictions {
  private final int classes;
  private final int[] actual;
  private final int[] predicted;
  private final double @Nullable [] decisions;
  private final double @Nullable [][] probabilities;

  private Predictions(
      int classes,
      int[] actual,
      int[] predicted,
      double @Nullable [] decisions,
      double @Nullable [][] probabilities) {
    this.classes = classes;
    this.actual = actual;
    this.predicted = predicted;
    this.decisions = decisions;
    this.probabilities = probabilities;
  }

  /**
   * Predictions by class alone.
   *
   * @param classes how many classes there are, at least 2; not all need occur
   * @param actual the true class of each row, 0 to classes - 1
   * @param predicted the predicted class of each row
   * @throws IllegalArgumentException if there is no row, a length differs or classes is below 2
   */
  public static Predictions of(int classes, int[] actual, int[] predicted) {
    if (classes < 2 || actual.length == 0) {
      throw new IllegalArgumentException(actual.length + " rows of " + classes + " classes");
    }
    same(actual.length, predicted.length);
    return new Predictions(classes, actual, predicted, null, null);
  }

  /**
   * Predictions of two classes by a decision, which is above 0 for the second class.
   *
   * @param actual the true class of each row, 0 or 1
   * @param decisions the decision of each row, finite
   * @throws IllegalArgumentException if there is no row or a length differs
   */
  public static Predictions ofDecisions(int[] actual, double[] decisions) {
    int[] predicted = new int[decisions.length];
    for (int i = 0; i < predicted.length; i++) {
      predicted[i] = decisions[i] > 0 ? 1 : 0;
    }
    return of(2, actual, predicted).withDecisions(decisions);
  }

  /**
   * The same with decisions that order the rows.
   *
   * @param values for each row a finite number, the higher the more it speaks for class 1
   * @throws IllegalArgumentException if a length differs or there are more than two classes
   */
  public Predictions withDecisions(double[] values) {
    same(actual.length, values.length);
    if (classes != 2) {
      throw new IllegalArgumentException("one decision for " + classes + " classes");
    }
    return new Predictions(classes, actual, predicted, values, probabilities);
  }

  /**
   * The same with probabilities.
   *
   * @param values for each row the probability of each class, 0 to 1, adding up to 1
   * @throws IllegalArgumentException if a length differs
   */
  public Predictions withProbabilities(double[][] values) {
    same(actual.length, values.length);
    for (double[] row : values) {
      same(classes, row.length);
    }
    return new Predictions(classes, actual, predicted, decisions, values);
  }

  private static void same(int expected, int length) {
    if (length != expected) {
      throw new IllegalArgumentException(length + " values instead of " + expected);
    }
  }

  /** How many classes there are. */
  public int classes() {
    return classes;
  }

  /** How many rows there are. */
  public int size() {
    return actual.length;
  }

  /** The rows of a cell of the confusion matrix, as positions in the rows predicted, in order. */
  public int[] rows(int actualClass, int predictedClass) {
    return IntStream.range(0, actual.length)
        .filter(row -> actual[row] == actualClass && predicted[row] == predictedClass)
        .toArray();
  }

  /**
   * What orders the rows for one class against the rest: of two classes the decisions, with their
   * sign turned for the first class; else the probabilities of the class.
   *
   * @throws IllegalArgumentException if there are neither
   */
  public double[] scores(int of) {
    double @Nullable [] ordering = decisions;
    if (ordering != null) {
      return of == 1 ? ordering.clone() : Arrays.stream(ordering).map(score -> -score).toArray();
    }
    return probabilities(of);
  }

  /**
   * The probability of one class for each row.
   *
   * @throws IllegalArgumentException if none were given
   */
  public double[] probabilities(int of) {
    double @Nullable [][] given = probabilities;
    if (given == null) {
      throw new IllegalArgumentException("no probabilities");
    }
    return Arrays.stream(given).mapToDouble(row -> row[of]).toArray();
  }

  /** The true class of each row; not to be changed. */
  public int[] actual() {
    return actual;
  }

  /** The predicted class of each row; not to be changed. */
  public int[] predicted() {
    return predicted;
  }

  /** The decision of each row, or null when none were given; not to be changed. */
  double @Nullable [] decisions() {
    return decisions;
  }

  /** The probabilities of each row, or null when none were given; not to be changed. */
  double @Nullable [][] probabilities() {
    return probabilities;
  }
}
