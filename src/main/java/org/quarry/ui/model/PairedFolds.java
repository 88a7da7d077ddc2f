package org.quarry.ui.model;

import java.util.List;

/** What the scores of two candidates on the same folds say without a test. */
final class PairedFolds {
  private PairedFolds() {}

  /**
   * Compares fold by fold.
   *
   * @param first the scores of one
   * @param second the scores of the other, as many
   */
  static String text(List<Double> first, List<Double> second) {
    int better = 0;
    int worse = 0;
    double sum = 0;
    for (int i = 0; i < first.size(); i++) {
      double difference = second.get(i) - first.get(i);
      better += difference > 0 ? 1 : 0;
      worse += difference < 0 ? 1 : 0;
      sum += difference;
    }
    if (better + worse == 0) {
      return "Best against best, both score the same on every fold.";
    }
    return "Best against best, the second is better on %d of %d folds and worse on %d; mean difference %s."
        .formatted(better, first.size(), worse, Numbers.difference(sum / first.size()));
  }
}
