package org.quarry.learning.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.quarry.learning.Counted;
import org.quarry.work.Monitor;

/** Looks for features that tell the class by themselves. */
final class GiveAways {
  /** The mean share of each class that one feature must get right. */
  private static final double GIVEN_AWAY = 0.99;

  /** The least rows per value for a nominal feature to be taken for more than a name of rows. */
  private static final int ROWS_PER_VALUE = 3;

  private GiveAways() {}

  /** Finds them, as {@link DataWarnings#giveAways} says; counts are the rows of each class. */
  static List<DataWarning> find(
      double[][] points,
      int[] labels,
      int[] counts,
      List<String> features,
      IntPredicate nominal,
      Monitor monitor) {
    List<DataWarning> found = new ArrayList<>();
    if (Arrays.stream(counts).filter(count -> count > 0).count() < 2) {
      return found;
    }
    for (int feature = 0; feature < features.size(); feature++) {
      monitor.checkpoint();
      int at = feature;
      double[] values = Arrays.stream(points).mapToDouble(point -> point[at]).toArray();
      int[] assigned =
          nominal.test(feature)
              ? majority(values, labels, counts.length)
              : Intervals.of(values, labels, counts);
      if (Metric.BALANCED_ACCURACY.score(Predictions.of(counts.length, labels, assigned))
          >= GIVEN_AWAY) {
        found.add(giveAway(feature, features.get(feature), labels, assigned));
      }
    }
    return found;
  }

  private static DataWarning giveAway(int feature, String name, int[] labels, int[] assigned) {
    int[] right =
        IntStream.range(0, labels.length).filter(row -> labels[row] == assigned[row]).toArray();
    String share =
        right.length == labels.length
            ? "every row"
            : right.length + " of " + Counted.rows(labels.length);
    return new DataWarning.GiveAway(
        "The feature “%s” alone tells the class of %s. Would it be known before the class is?"
            .formatted(name, share),
        right,
        feature);
  }

  /**
   * The most frequent class of each row's value, of equals the first; where values hardly repeat
   * they name rows, and every row gets the first class.
   */
  private static int[] majority(double[] values, int[] labels, int classes) {
    Map<Double, int[]> counts = new HashMap<>();
    for (int row = 0; row < values.length; row++) {
      counts.computeIfAbsent(values[row] + 0.0, value -> new int[classes])[labels[row]]++;
    }
    int[] assigned = new int[values.length];
    if ((long) counts.size() * ROWS_PER_VALUE <= values.length) {
      for (int row = 0; row < values.length; row++) {
        int[] of = counts.getOrDefault(values[row] + 0.0, new int[classes]);
        assigned[row] = IntStream.range(0, classes).reduce(0, (a, b) -> of[b] > of[a] ? b : a);
      }
    }
    return assigned;
  }
}
