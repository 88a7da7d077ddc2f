package org.quarry.learning.report;

import java.util.Arrays;

/** How well numbers order rows of a class before the others. */
final class Ranking {
  private Ranking() {}

  /**
   * The area under the ROC curve: how likely a row of the class has the higher score than another
   * row, ties counting half (Mann and Whitney). Not a number when either side has no row.
   *
   * @param actual the class of each row
   * @param positive the class
   * @param scores the score of each row, finite
   */
  static double area(int[] actual, int positive, double[] scores) {
    int size = 0;
    for (int label : actual) {
      size += label == positive ? 1 : 0;
    }
    double[] inside = new double[size];
    double[] outside = new double[actual.length - size];
    int in = 0;
    int out = 0;
    for (int i = 0; i < actual.length; i++) {
      if (actual[i] == positive) {
        inside[in++] = scores[i];
      } else {
        outside[out++] = scores[i];
      }
    }
    Arrays.sort(inside);
    Arrays.sort(outside);
    int below = 0;
    int notAbove = 0;
    long halves = 0;
    for (double score : inside) {
      while (below < outside.length && outside[below] < score) {
        below++;
      }
      while (notAbove < outside.length && outside[notAbove] <= score) {
        notAbove++;
      }
      halves += below + notAbove;
    }
    return halves / (2.0 * inside.length * outside.length);
  }

  /**
   * The mean of the areas of each class against the rest, by its column of the probabilities; of
   * two classes the area of the second.
   */
  static double meanArea(Predictions predictions) {
    int classes = predictions.classes();
    int first = classes == 2 ? 1 : 0;
    double sum = 0;
    for (int of = first; of < classes; of++) {
      sum += area(predictions.actual(), of, predictions.probabilities(of));
    }
    return sum / (classes - first);
  }
}
