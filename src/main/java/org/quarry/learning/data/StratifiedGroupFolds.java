package org.quarry.learning.data;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.quarry.learning.LearningProblem;

/**
 * Folds that keep the rows of a group together and the classes as near to the same proportion as
 * groups allow: the groups whose classes are the most uneven first, each into the fold that evens
 * out the classes best, as scikit-learn's {@code StratifiedGroupKFold(shuffle=False)} deals them.
 */
public final class StratifiedGroupFolds {
  private final int count;

  /** How many rows of each class there are. */
  private final double[] sizes;

  /** How many rows of each class each fold tests so far. */
  private final double[][] filled;

  private StratifiedGroupFolds(int count, double[] sizes) {
    this.count = count;
    this.sizes = sizes;
    filled = new double[count][sizes.length];
  }

  /**
   * The folds of {@code StratifiedGroupKFold(count)}.
   *
   * @param labels the class of each row, 0 to classes - 1
   * @param classes the classes, for problems
   * @param groups the group of each row, numbered from 0 in the order of their values
   * @param count how many folds, at least 2
   * @throws LearningProblem.BadSettings if count is below 2
   * @throws LearningProblem.TooFewRows if there are fewer groups than folds, no group goes to a
   *     fold, or the rows that a fold trains on are of one class
   */
  public static Partition of(int[] labels, List<ClassLabel> classes, int[] groups, int count) {
    int[] ranks = GroupFolds.ranks(groups);
    int[] kinds = GroupFolds.ranks(labels);
    int number = GroupFolds.sizes(ranks, StratifiedFolds.atLeastTwo(count)).length;
    int occurring = IntStream.of(kinds).max().orElse(-1) + 1;
    double[][] held = new double[number][occurring];
    double[] sizes = new double[occurring];
    for (int row = 0; row < labels.length; row++) {
      held[ranks[row]][kinds[row]]++;
      sizes[kinds[row]]++;
    }
    StratifiedGroupFolds folds = new StratifiedGroupFolds(count, sizes);
    int[] foldOf = new int[number];
    // The sort is stable: of groups as uneven the first comes first.
    IntStream.range(0, number)
        .boxed()
        .sorted(Comparator.comparingDouble(group -> -NumpySums.deviation(held[group])))
        .forEach(group -> foldOf[group] = folds.place(held[group]));
    return GroupFolds.checked(labels, classes, ranks, foldOf, count);
  }

  private int place(double[] group) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    double fewest = Double.POSITIVE_INFINITY;
    for (int fold = 0; fold < count; fold++) {
      add(fold, group, 1);
      double uneven = unevenness();
      add(fold, group, -1);
      double rows = NumpySums.sum(filled[fold]);
      if (uneven < least || (close(uneven, least) && rows < fewest)) {
        least = uneven;
        fewest = rows;
        best = fold;
      }
    }
    add(best, group, 1);
    return best;
  }

  private void add(int fold, double[] group, int sign) {
    for (int k = 0; k < group.length; k++) {
      filled[fold][k] += sign * group[k];
    }
  }

  /** The mean over the classes of the deviation of the share that each fold has of it. */
  private double unevenness() {
    double[] deviations = new double[sizes.length];
    for (int k = 0; k < sizes.length; k++) {
      double sum = 0;
      for (double[] fold : filled) {
        sum += fold[k] / sizes[k];
      }
      double mean = sum / count;
      double squares = 0;
      for (double[] fold : filled) {
        double off = fold[k] / sizes[k] - mean;
        squares += off * off;
      }
      deviations[k] = Math.sqrt(squares / count);
    }
    return NumpySums.sum(deviations) / deviations.length;
  }

  /** As numpy's {@code isclose} by its default tolerances. */
  private static boolean close(double a, double b) {
    return Math.abs(a - b) <= 1e-8 + 1e-5 * Math.abs(b);
  }
}
