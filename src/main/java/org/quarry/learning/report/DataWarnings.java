package org.quarry.learning.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.quarry.learning.Counted;
import org.quarry.work.Monitor;

/** Looks for what makes a data set misleading. Pure functions of rows and labels. */
public final class DataWarnings {
  /** A class is small when another has more than so many times its rows. */
  private static final int IMBALANCE = 5;

  private DataWarnings() {}

  /**
   * The classes with less than a fifth of the rows of the largest one. Classes without a row are
   * passed over.
   *
   * @param labels the class of each row, a position in classes
   * @param classes the classes as they are shown
   */
  public static List<DataWarning> imbalance(int[] labels, List<String> classes) {
    int[] counts = counts(labels, classes.size());
    int largest =
        IntStream.range(0, counts.length).reduce(0, (a, b) -> counts[b] > counts[a] ? b : a);
    List<DataWarning> found = new ArrayList<>();
    for (int label = 0; label < counts.length; label++) {
      if (counts[label] > 0 && (long) counts[label] * IMBALANCE < counts[largest]) {
        String sentence =
            "The class “%s” has %s and “%s” %d, so always guessing “%s” would be right for %s."
                .formatted(
                    classes.get(label),
                    Counted.rows(counts[label]),
                    classes.get(largest),
                    counts[largest],
                    classes.get(largest),
                    percent((double) counts[largest] / labels.length));
        found.add(new DataWarning.Imbalance(sentence, of(labels, label)));
      }
    }
    return found;
  }

  /**
   * The classes that occur in fewer rows than there are folds, so that some fold has none of them
   * to test.
   *
   * @param labels the class of each row for training, a position in classes
   * @param classes the classes as they are shown
   * @param folds how many folds there are
   */
  public static List<DataWarning> fewRows(int[] labels, List<String> classes, int folds) {
    int[] counts = counts(labels, classes.size());
    List<DataWarning> found = new ArrayList<>();
    for (int label = 0; label < counts.length; label++) {
      if (counts[label] > 0 && counts[label] < folds) {
        String sentence =
            "The class “%s” has %s for %d folds, so some folds cannot test it."
                .formatted(classes.get(label), Counted.rows(counts[label]), folds);
        found.add(new DataWarning.FewRows(sentence, of(labels, label)));
      }
    }
    return found;
  }

  /**
   * Rows with equal features in different folds: what a fold tests, it was trained on. At most one
   * warning.
   *
   * @param points the features of each row; equal by value, a missing one (NaN) equal to a missing
   * @param fold the fold that tests each row
   */
  public static List<DataWarning> twinsAcrossFolds(double[][] points, int[] fold) {
    int[] rows = twins(points, fold);
    return rows.length == 0
        ? List.of()
        : List.of(
            new DataWarning.TwinsAcrossFolds(
                Counted.rowsHave(rows.length)
                    + " an equal one in another fold, so the folds test some of what they were"
                    + " trained on.",
                rows));
  }

  /**
   * Rows with equal features and different classes: no model can get all of them right. At most one
   * warning.
   *
   * @param points the features of each row
   * @param labels the class of each row
   */
  public static List<DataWarning> contradictions(double[][] points, int[] labels) {
    int[] rows = twins(points, labels);
    return rows.length == 0
        ? List.of()
        : List.of(
            new DataWarning.Contradiction(
                Counted.rowsHave(rows.length)
                    + " an equal one of another class, so no model can get all of them right.",
                rows));
  }

  /** The rows that have an equal row in another part. */
  private static int[] twins(double[][] points, int[] part) {
    Map<Key, List<Integer>> groups = new LinkedHashMap<>();
    for (int row = 0; row < points.length; row++) {
      groups.computeIfAbsent(new Key(points[row]), key -> new ArrayList<>(1)).add(row);
    }
    return groups.values().stream()
        .filter(rows -> rows.stream().anyMatch(row -> part[row] != part[rows.getFirst()]))
        .flatMap(List::stream)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  /** A point by its values; 0.0 and -0.0 are one, and so are all that are not numbers. */
  private static final class Key {
    private final double[] values;

    Key(double[] point) {
      values = Arrays.stream(point).map(value -> value + 0.0).toArray();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(values, key.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }
  }

  /**
   * The features that tell the class nearly by themselves: often a copy of the target under another
   * name, or something only known once the class is. A feature of numbers does when one interval of
   * its values for each class gets 99 % of each class right in the mean, a nominal one when the
   * most frequent class of each of its values does and values repeat at all.
   *
   * @param points the features of each row, nominal ones as numbers that stand for their values
   * @param labels the class of each row, a position in classes
   * @param classes how many classes there are
   * @param features the features as they are shown
   * @param nominal whether a feature is nominal
   * @param monitor stops the work
   * @throws org.quarry.work.Cancelled when stopped
   */
  public static List<DataWarning> giveAways(
      double[][] points,
      int[] labels,
      int classes,
      List<String> features,
      IntPredicate nominal,
      Monitor monitor) {
    return GiveAways.find(points, labels, counts(labels, classes), features, nominal, monitor);
  }

  private static int[] counts(int[] labels, int classes) {
    int[] counts = new int[classes];
    for (int label : labels) {
      counts[label]++;
    }
    return counts;
  }

  private static int[] of(int[] labels, int label) {
    return IntStream.range(0, labels.length).filter(row -> labels[row] == label).toArray();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
