package org.quarry.learning.data;

import java.util.Arrays;

/** Folds of which each row is tested by exactly one and trains all others. Immutable. */
public final class Partition implements Folds {
  private final int count;
  private final int[] fold;

  /**
   * Keeps the array, which is not to be changed.
   *
   * @param count how many folds there are
   * @param fold the fold that tests each row, 0 to count - 1
   */
  Partition(int count, int[] fold) {
    this.count = count;
    this.fold = fold;
  }

  @Override
  public int count() {
    return count;
  }

  /** How many rows there are. */
  public int rows() {
    return fold.length;
  }

  /** The fold that tests a row. */
  public int fold(int row) {
    return fold[row];
  }

  @Override
  public int[] test(int tested) {
    return rows(tested, true);
  }

  @Override
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
