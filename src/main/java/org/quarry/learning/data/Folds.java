package org.quarry.learning.data;

/**
 * Ways to divide rows into those that test a machine and those it is trained on. Rows come in
 * ascending order unless the kind of folds says otherwise. Immutable; safe for several threads.
 */
public interface Folds {
  /** How many there are, at least one. */
  int count();

  /**
   * The rows that a fold tests, at least one.
   *
   * @param fold 0 to {@link #count} - 1
   */
  int[] test(int fold);

  /**
   * The rows that a fold trains on; none of those it tests.
   *
   * @param fold 0 to {@link #count} - 1
   */
  int[] training(int fold);
}
