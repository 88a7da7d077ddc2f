package org.quarry.learning.report;

import java.util.List;

/**
 * Counts of rows by actual and predicted class, and the figures that need nothing else. Rules where
 * nothing is to be divided are scikit-learn's. Not safe for threads while it is being filled.
 */
final class Confusion {
  private final long[][] counts;
  private final long[] actual;
  private final long[] predicted;
  private long rows;
  private long right;

  private Confusion(int classes) {
    counts = new long[classes][classes];
    actual = new long[classes];
    predicted = new long[classes];
  }

  /** Counts predictions. */
  static Confusion of(Predictions predictions) {
    Confusion confusion = new Confusion(predictions.classes());
    int[] is = predictions.actual();
    int[] said = predictions.predicted();
    for (int i = 0; i < is.length; i++) {
      confusion.add(is[i], said[i], 1);
    }
    return confusion;
  }

  /** Takes a matrix with a row for each actual class. */
  static Confusion of(List<List<Long>> matrix) {
    Confusion confusion = new Confusion(matrix.size());
    for (int i = 0; i < matrix.size(); i++) {
      for (int j = 0; j < matrix.size(); j++) {
        confusion.add(i, j, matrix.get(i).get(j));
      }
    }
    return confusion;
  }

  private void add(int is, int said, long count) {
    counts[is][said] += count;
    actual[is] += count;
    predicted[said] += count;
    rows += count;
    right += is == said ? count : 0;
  }

  double accuracy() {
    return (double) right / rows;
  }

  /** The mean recall of the classes that occur. */
  double balancedAccuracy() {
    double sum = 0;
    int occurring = 0;
    for (int i = 0; i < counts.length; i++) {
      if (actual[i] > 0) {
        sum += (double) counts[i][i] / actual[i];
        occurring++;
      }
    }
    return sum / occurring;
  }

  /** The mean F1 of the classes that occur or are predicted, each counting the same. */
  double macroF1() {
    double sum = 0;
    int known = 0;
    for (int i = 0; i < counts.length; i++) {
      if (actual[i] + predicted[i] > 0) {
        sum += f1(i);
        known++;
      }
    }
    return sum / known;
  }

  /** The mean F1, each class counting by its rows. */
  double weightedF1() {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      if (actual[i] > 0) {
        sum += f1(i) * actual[i];
      }
    }
    return sum / rows;
  }

  private double f1(int of) {
    return 2.0 * counts[of][of] / (actual[of] + predicted[of]);
  }

  /** Gorodkin's correlation of many classes, Matthews' of two; 0 where one side is constant. */
  double matthews() {
    double expected = products();
    double square = (double) rows * rows;
    double spread = (square - squares(actual)) * (square - squares(predicted));
    return spread == 0 ? 0 : ((double) right * rows - expected) / Math.sqrt(spread);
  }

  /** Cohen's kappa; not a number where both sides are the same one class. */
  double kappa() {
    double chance = products() / rows;
    return 1 - (rows - right) / (rows - chance);
  }

  private double products() {
    double sum = 0;
    for (int i = 0; i < actual.length; i++) {
      sum += (double) actual[i] * predicted[i];
    }
    return sum;
  }

  private static double squares(long[] sizes) {
    double sum = 0;
    for (long size : sizes) {
      sum += (double) size * size;
    }
    return sum;
  }
}
