package org.quarry.learning.data;

import java.util.Arrays;
import java.util.List;
import org.quarry.learning.Counted;
import org.quarry.learning.LearningProblem;

/**
 * Folds that keep the rows of a group together, so that a machine is never tested on a group it has
 * seen: the largest group first, each into the fold with the fewest rows so far, as scikit-learn's
 * {@code GroupKFold} deals them.
 */
public final class GroupFolds {
  private GroupFolds() {}

  /**
   * The folds of {@code GroupKFold(count)}; groups of one size are taken in the order of {@link
   * NumpyOrder}.
   *
   * @param labels the class of each row, 0 to classes - 1
   * @param classes the classes, for problems
   * @param groups the group of each row, numbered from 0 in the order of their values
   * @param count how many folds, at least 2
   * @throws LearningProblem.BadSettings if count is below 2
   * @throws LearningProblem.TooFewRows if there are fewer groups than folds, or the rows that a
   *     fold trains on are of one class
   */
  public static Partition of(int[] labels, List<ClassLabel> classes, int[] groups, int count) {
    int[] ranks = ranks(groups);
    int[] sizes = sizes(ranks, StratifiedFolds.atLeastTwo(count));
    int[] order = NumpyOrder.of(sizes);
    int[] rows = new int[count];
    int[] foldOf = new int[sizes.length];
    for (int i = order.length - 1; i >= 0; i--) {
      int lightest = 0;
      for (int fold = 1; fold < count; fold++) {
        lightest = rows[fold] < rows[lightest] ? fold : lightest;
      }
      rows[lightest] += sizes[order[i]];
      foldOf[order[i]] = lightest;
    }
    return checked(labels, classes, ranks, foldOf, count);
  }

  /** Numbers groups that occur without gaps, in their order. */
  static int[] ranks(int[] groups) {
    int[] known = Arrays.stream(groups).distinct().sorted().toArray();
    return Arrays.stream(groups).map(group -> Arrays.binarySearch(known, group)).toArray();
  }

  /** How many rows each group has; as many groups as folds at least. */
  static int[] sizes(int[] ranks, int count) {
    int[] sizes = new int[Arrays.stream(ranks).max().orElse(-1) + 1];
    for (int rank : ranks) {
      sizes[rank]++;
    }
    if (sizes.length < count) {
      throw new LearningProblem.TooFewRows(
          "There are more folds than groups.",
          "The %s for training fall into %d groups, and there are %d folds."
              .formatted(Counted.rows(ranks.length), sizes.length, count),
          "Use fewer folds, or another column as the group.");
    }
    return sizes;
  }

  /** The folds, each of which tests a row and trains on two classes at least. */
  static Partition checked(
      int[] labels, List<ClassLabel> classes, int[] ranks, int[] foldOf, int count) {
    int[] fold = Arrays.stream(ranks).map(rank -> foldOf[rank]).toArray();
    for (int tested = 0; tested < count; tested++) {
      int each = tested;
      if (Arrays.stream(fold).noneMatch(value -> value == each)) {
        throw new LearningProblem.TooFewRows(
            "A fold has no row to test.",
            "The groups cannot be shared out to " + count + " folds.",
            "Use fewer folds.");
      }
      int[] training = new Partition(count, fold).training(tested);
      int[] seen = Arrays.stream(training).map(row -> labels[row]).distinct().toArray();
      if (seen.length < 2) {
        throw new LearningProblem.TooFewRows(
            "A fold has one class only to train on.",
            "Without the groups that fold %d tests, every row is of the class “%s”."
                .formatted(tested + 1, classes.get(seen[0]).text()),
            "Use more folds, or another column as the group.");
      }
    }
    return new Partition(count, fold);
  }
}
