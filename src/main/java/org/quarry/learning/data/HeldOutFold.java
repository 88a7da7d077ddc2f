package org.quarry.learning.data;

import org.quarry.learning.LearningProblem;

/**
 * One fold: the rows that a {@link Split} holds out are tested, the rest train, both in the order
 * of the split, as scikit-learn's {@code ShuffleSplit(n_splits=1)} has them.
 *
 * @param parts the rows of the split; some are held out
 */
public record HeldOutFold(Split.Parts parts) implements Folds {
  /**
   * The fold of a split.
   *
   * @param rows how many rows there are
   * @throws LearningProblem.BadSettings if the split holds out none
   * @throws LearningProblem.TooFewRows if no row is left to train on
   */
  public static HeldOutFold of(int rows, Split split) {
    Split.Parts parts = split.divide(rows);
    if (parts.heldOut().length == 0) {
      throw new LearningProblem.BadSettings(
          "No row is held out to score candidates.", "Hold out a share above 0, or use folds.");
    }
    return new HeldOutFold(parts);
  }

  @Override
  public int count() {
    return 1;
  }

  @Override
  public int[] test(int fold) {
    return parts.heldOut();
  }

  @Override
  public int[] training(int fold) {
    return parts.training();
  }
}
