package org.quarry.learning.svm;

import java.util.List;
import org.quarry.learning.LearningProblem;

/**
 * What C is multiplied by for the rows of each class.
 *
 * @param balanced whether each class weighs as much as any other, whatever its rows: n / (classes ·
 *     rows of the class), as scikit-learn's {@code class_weight="balanced"}
 * @param given a weight for each class in order, or empty for all the same
 */
public record Weighting(boolean balanced, List<Double> given) {
  /** Every row counts the same. */
  public static final Weighting NONE = new Weighting(false, List.of());

  /** Every class counts the same. */
  public static final Weighting BALANCED = new Weighting(true, List.of());

  /**
   * Makes a weighting.
   *
   * @throws LearningProblem.BadSettings if a weight is not above 0
   */
  public Weighting {
    given = List.copyOf(given);
    for (double weight : given) {
      if (!(weight > 0 && Double.isFinite(weight))) {
        throw new LearningProblem.BadSettings(
            "A class cannot weigh " + weight + ".", "Choose a number above 0.");
      }
    }
  }

  /**
   * The weights for training rows.
   *
   * @param labels the class of each row
   * @param classes how many classes there are
   * @throws LearningProblem.BadSettings if there are weights for another number of classes
   */
  public double[] of(int[] labels, int classes) {
    double[] weights = Trainer.even(classes);
    if (balanced) {
      int[] rows = new int[classes];
      int seen = 0;
      for (int label : labels) {
        seen += rows[label]++ == 0 ? 1 : 0;
      }
      for (int i = 0; i < classes; i++) {
        weights[i] = rows[i] == 0 ? 1 : (double) labels.length / ((double) seen * rows[i]);
      }
    } else if (!given.isEmpty()) {
      if (given.size() != classes) {
        throw new LearningProblem.BadSettings(
            "There are %d class weights for %d classes.".formatted(given.size(), classes),
            "Give one for each class.");
      }
      for (int i = 0; i < classes; i++) {
        weights[i] = given.get(i);
      }
    }
    return weights;
  }

  /** In a few words: empty, {@code balanced}, or the weights. */
  public String text() {
    if (balanced) {
      return "balanced";
    }
    return given.isEmpty() ? "" : "weights " + given;
  }
}
