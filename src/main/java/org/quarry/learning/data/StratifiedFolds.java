package org.quarry.learning.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.Counted;
import org.quarry.learning.LearningProblem;

/**
 * Folds with the classes in the same proportion in each, as scikit-learn's {@code StratifiedKFold}
 * makes them: classes are numbered as they first appear, their rows sorted by class are dealt out
 * by turns to find each fold's share of each class, and each class fills its folds in the order of
 * the rows, or shuffled.
 */
public final class StratifiedFolds {
  private final int count;

  /** The position of a class among those that occur, in the order of their first rows; or -1. */
  private final int[] appearance;

  /** How many rows of each class that occurs each fold tests. */
  private final int[][] share;

  private StratifiedFolds(int[] labels, List<ClassLabel> classes, int count) {
    this.count = count;
    int[] sizes = new int[classes.size()];
    int[] order = new int[classes.size()];
    appearance = new int[classes.size()];
    Arrays.fill(appearance, -1);
    int seen = 0;
    for (int label : labels) {
      if (sizes[label]++ == 0) {
        appearance[label] = seen;
        order[seen++] = label;
      }
    }
    requireEnough(sizes, classes, count);
    share = new int[seen][count];
    int position = 0;
    for (int k = 0; k < seen; k++) {
      for (int i = 0; i < sizes[order[k]]; i++) {
        share[k][position++ % count]++;
      }
    }
  }

  /**
   * The folds of {@code StratifiedKFold(count, shuffle=False)}.
   *
   * @param labels the class of each row, 0 to classes - 1
   * @param classes the classes, for problems
   * @param count how many folds, at least 2
   * @throws LearningProblem.BadSettings if count is below 2
   * @throws LearningProblem.TooFewRows if a class that occurs has fewer rows than there are folds
   */
  public static Partition of(int[] labels, List<ClassLabel> classes, int count) {
    return new StratifiedFolds(labels, classes, atLeastTwo(count)).fill(labels, null);
  }

  /**
   * The folds of {@code StratifiedKFold(count, shuffle=True, random_state=seed)}.
   *
   * @param seed 0 to 2³² - 1
   * @throws LearningProblem as {@link #of}
   */
  public static Partition shuffled(int[] labels, List<ClassLabel> classes, int count, long seed) {
    return new StratifiedFolds(labels, classes, atLeastTwo(count))
        .fill(labels, new MersenneTwister(seed));
  }

  /**
   * The folds of {@code RepeatedStratifiedKFold(n_splits=count, n_repeats=repeats,
   * random_state=seed)}.
   *
   * @param repeats how often, at least once
   * @param seed 0 to 2³² - 1
   * @throws LearningProblem as {@link #of}, and if there are no repeats
   */
  public static RepeatedFolds repeated(
      int[] labels, List<ClassLabel> classes, int count, int repeats, long seed) {
    if (repeats < 1) {
      throw new LearningProblem.BadSettings(
          "Folds cannot be repeated " + repeats + " times.", "Choose 1 or more.");
    }
    StratifiedFolds folds = new StratifiedFolds(labels, classes, atLeastTwo(count));
    MersenneTwister random = new MersenneTwister(seed);
    List<Partition> partitions = new ArrayList<>();
    for (int i = 0; i < repeats; i++) {
      partitions.add(folds.fill(labels, random));
    }
    return new RepeatedFolds(partitions);
  }

  /** The count itself. */
  static int atLeastTwo(int count) {
    if (count < 2) {
      throw new LearningProblem.BadSettings(
          "A search needs at least 2 folds, not " + count + ".", "Choose 2 or more.");
    }
    return count;
  }

  private static void requireEnough(int[] sizes, List<ClassLabel> classes, int count) {
    for (int label = 0; label < sizes.length; label++) {
      if (sizes[label] > 0 && sizes[label] < count) {
        throw new LearningProblem.TooFewRows(
            "There are more folds than rows of one class.",
            "The class “%s” has %s for training, and there are %d folds."
                .formatted(classes.get(label).text(), Counted.rows(sizes[label]), count),
            "Use fewer folds, hold out less, or leave that class out.");
      }
    }
  }

  private Partition fill(int[] labels, @Nullable MersenneTwister random) {
    int[][] queues = new int[share.length][];
    for (int k = 0; k < share.length; k++) {
      queues[k] = new int[Arrays.stream(share[k]).sum()];
      int at = 0;
      for (int fold = 0; fold < count; fold++) {
        Arrays.fill(queues[k], at, at + share[k][fold], fold);
        at += share[k][fold];
      }
      if (random != null) {
        random.shuffle(queues[k]);
      }
    }
    int[] next = new int[share.length];
    int[] fold = new int[labels.length];
    for (int row = 0; row < labels.length; row++) {
      int k = appearance[labels[row]];
      fold[row] = queues[k][next[k]++];
    }
    return new Partition(count, fold);
  }
}
