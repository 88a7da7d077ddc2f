package org.quarry.learning.report;

/** A model as a report asks it: what it says of points. Safe for use by several threads. */
@FunctionalInterface
public interface PointsPredictor {
  /**
   * Predicts points.
   *
   * @param points the points, as the model takes them; not to be changed
   * @param actual the class of each
   * @return what it says of each, with the decisions or probabilities that are needed of it
   * @throws org.quarry.work.Cancelled when stopped; a predictor of many points asks its monitor
   *     itself, so that a stop does not wait for the last of them
   */
  Predictions predict(double[][] points, int[] actual);
}
