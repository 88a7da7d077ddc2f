package org.quarry.learning.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The best that one feature can do by itself: a rule that gives each class one interval of its
 * values, the classes in the order of their medians, and is right for the largest mean share of
 * each class. Found exactly, by dynamic programming over the sorted rows. Missing values (NaN) are
 * taken for the highest.
 */
final class Intervals {
  private Intervals() {}

  /**
   * The class that the rule gives to each row.
   *
   * @param values the feature of each row
   * @param labels the class of each row
   * @param counts the rows of each class; two classes at least have some
   */
  static int[] of(double[] values, int[] labels, int[] counts) {
    Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(row -> values[row] + 0.0));
    int[] classes = byMedian(order, labels, counts);
    int rows = order.length;
    double[] best = new double[rows + 1];
    int[][] start = new int[classes.length][rows + 1];
    for (int k = 0; k < classes.length; k++) {
      double[] next = new double[rows + 1];
      double here = best[0];
      int from = 0;
      next[0] = here;
      for (int i = 1; i <= rows; i++) {
        here += labels[order[i - 1]] == classes[k] ? 1.0 / counts[classes[k]] : 0;
        boolean cut = i == rows || differ(values[order[i - 1]], values[order[i]]);
        if (cut && best[i] > here) {
          here = best[i];
          from = i;
        }
        next[i] = here;
        start[k][i] = from;
      }
      best = next;
    }
    int[] assigned = new int[rows];
    int end = rows;
    for (int k = classes.length - 1; k >= 0; k--) {
      for (int i = start[k][end]; i < end; i++) {
        assigned[order[i]] = classes[k];
      }
      end = start[k][end];
    }
    return assigned;
  }

  private static boolean differ(double one, double other) {
    return Double.compare(one + 0.0, other + 0.0) != 0;
  }

  /** The classes that have rows, by the median of their values. */
  private static int[] byMedian(Integer[] order, int[] labels, int[] counts) {
    int[] seen = new int[counts.length];
    int[] median = new int[counts.length];
    for (int i = 0; i < order.length; i++) {
      int label = labels[order[i]];
      if (seen[label]++ == counts[label] / 2) {
        median[label] = i;
      }
    }
    return IntStream.range(0, counts.length)
        .filter(label -> counts[label] > 0)
        .boxed()
        .sorted(Comparator.comparingInt(label -> median[label]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
