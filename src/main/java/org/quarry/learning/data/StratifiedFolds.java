package org.quarry.learning.data;

import java.util.Arrays;
import java.util.List;
import org.quarry.learning.Counted;
import org.quarry.learning.LearningProblem;

/**
 * Folds with the classes in the same proportion in each, as scikit-learn's {@code
 * StratifiedKFold(k, shuffle=False)} makes them: classes are numbered as they first appear, their
 * rows sorted by class are dealt out by turns to find each fold's share of each class, and each
 * class fills its folds in the order of the rows. Immutable.
 */
public final class StratifiedFolds {
  private final int count;
  private final int[] fold;

  private StratifiedFolds(int count, int[] fold) {
    this.count = count;
    this.fold = fold;
  }

  /**
   * Assigns each row to the fold that tests it.
   *
   * @param labels the class of each row, 0 to classes - 1
   * @param classes the classes, for problems
   * @param count how many folds, at least 2
   * @throws LearningProblem.BadSettings if count is below 2
   * @throws LearningProblem.TooFewRows if a class that occurs has fewer rows than there are folds
   */
  public static StratifiedFolds of(int[] labels, List<ClassLabel> classes, int count) {
    if (count < 2) {
      throw new LearningProblem.BadSettings(
          "A search needs at least 2 folds, not " + count + ".", "Choose 2 or more.");
    }
    int[] sizes = new int[classes.size()];
    int[] appearance = new int[classes.size()];
    int[] order = new int[classes.size()];
    Arrays.fill(appearance, -1);
    int seen = 0;
    for (int label : labels) {
      if (sizes[label]++ == 0) {
        appearance[label] = seen;
        order[seen++] = label;
      }
    }
    for (int label = 0; label < sizes.length; label++) {
      if (sizes[label] > 0 && sizes[label] < count) {
        throw new LearningProblem.TooFewRows(
            "There are more folds than rows of one class.",
            "The class “%s” has %s for training, and there are %d folds."
                .formatted(classes.get(label).text(), Counted.rows(sizes[label]), count),
            "Use fewer folds, hold out less, or leave that class out.");
      }
    }
    int[][] share = new int[seen][count];
    int position = 0;
    for (int k = 0; k < seen; k++) {
      for (int i = 0; i < sizes[order[k]]; i++) {
        share[k][position++ % count]++;
      }
    }
    return new StratifiedFolds(count, fill(labels, appearance, share));
  }

  private static int[] fill(int[] labels, int[] appearance, int[][] share) {
    int[] current = new int[share.length];
    int[] fold = new int[labels.length];
    for (int row = 0; row < labels.length; row++) {
      int k = appearance[labels[row]];
      while (share[k][current[k]] == 0) {
        current[k]++;
      }
      share[k][current[k]]--;
      fold[row] = current[k];
    }
    return fold;
  }

  /** How many folds there are. */
  public int count() {
    return count;
  }

  /** The fold that tests a row. */
  public int fold(int row) {
    return fold[row];
  }

  /** The rows a fold tests, in order. */
  public int[] test(int tested) {
    return rows(tested, true);
  }

  /** The rows a fold trains on, in order. */
  public int[] training(int tested) {
    return rows(tested, false);
  }

  private int[] rows(int tested, boolean inside) {
    int[] rows = new int[fold.length];
    int size = 0;
    for (int row = 0; row < fold.length; row++) {
      if ((fold[row] == tested) == inside) {
        rows[size++] = row;
      }
    }
    return Arrays.copyOf(rows, size);
  }
}
