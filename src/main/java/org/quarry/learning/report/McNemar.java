package org.quarry.learning.report;

import java.util.stream.IntStream;
import weka.core.Statistics;

/**
 * Whether one of two models is right more often on the same rows held out: McNemar's test of the
 * rows that only one of them gets right, by exact binomial probability. Sources: McNemar,
 * Psychometrika 12 (1947); Dietterich, "Approximate statistical tests for comparing supervised
 * classification learning algorithms", Neural Computation 10 (1998). Immutable.
 */
public final class McNemar {
  private final int[] onlyFirst;
  private final int[] onlySecond;

  private McNemar(int[] onlyFirst, int[] onlySecond) {
    this.onlyFirst = onlyFirst;
    this.onlySecond = onlySecond;
  }

  /**
   * Compares two models.
   *
   * @param actual the class of each row held out
   * @param first what one model says
   * @param second what the other says
   * @throws IllegalArgumentException if the arrays differ in length
   */
  public static McNemar of(int[] actual, int[] first, int[] second) {
    if (first.length != actual.length || second.length != actual.length) {
      throw new IllegalArgumentException(actual.length + " rows");
    }
    return new McNemar(right(actual, first, second), right(actual, second, first));
  }

  private static int[] right(int[] actual, int[] one, int[] other) {
    return IntStream.range(0, actual.length)
        .filter(row -> one[row] == actual[row] && other[row] != actual[row])
        .toArray();
  }

  /** The rows that only the first gets right, as positions in the hold-out. */
  public int[] onlyFirst() {
    return onlyFirst.clone();
  }

  /** The rows that only the second gets right, as positions in the hold-out. */
  public int[] onlySecond() {
    return onlySecond.clone();
  }

  /**
   * How likely a difference at least that large is when both are as often right, 0 to 1, two-sided;
   * 1 when they differ in no row.
   */
  public double p() {
    int rows = onlyFirst.length + onlySecond.length;
    int fewer = Math.min(onlyFirst.length, onlySecond.length);
    if (2 * fewer == rows) {
      return 1;
    }
    // Of `rows` throws of a coin, the probability of at most `fewer` heads.
    return Math.min(1, 2 * Statistics.incompleteBeta(rows - fewer, fewer + 1.0, 0.5));
  }
}
