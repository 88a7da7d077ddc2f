package org.quarry.ui.model;

import java.util.List;
import java.util.Locale;
import org.quarry.learning.report.PairedDifference;

/** What the scores of two candidates on the same folds say of their difference. */
final class PairedFolds {
  /** Above it a difference is no more than chance gives. */
  private static final double LEVEL = 0.05;

  private PairedFolds() {}

  /**
   * Compares fold by fold.
   *
   * @param first the scores of one, one for each fold of each repeat
   * @param second the scores of the other, as many
   * @param folds how many folds the rows are dealt to at a time
   * @param text how scores read
   */
  static String text(List<Double> first, List<Double> second, int folds, ScoreText text) {
    if (first.equals(second)) {
      return "Best against best, both score the same on every fold.";
    }
    int scores = first.size();
    if (scores < 2) {
      return "Best against best, the second scores %s on the one hold-out. One score says nothing of chance: use folds to test it."
          .formatted(text.difference(second.getFirst() - first.getFirst()));
    }
    PairedDifference test =
        PairedDifference.of(array(second), array(first), 1.0 / Math.max(1, folds - 1));
    if (Double.isNaN(test.p())) {
      return "Best against best, a fold has no score, so nothing can be said.";
    }
    return "Best against best, the second scores %s on the mean of %d folds. By the corrected paired t-test that is %s (p = %s)."
        .formatted(
            text.difference(test.difference()),
            scores,
            test.p() < LEVEL ? "more than chance" : "no more than chance",
            String.format(Locale.ROOT, test.p() < 0.001 ? "%.1e" : "%.3f", test.p()));
  }

  private static double[] array(List<Double> scores) {
    return scores.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
