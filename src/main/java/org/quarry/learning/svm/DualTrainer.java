package org.quarry.learning.svm;

/** Trains by our own solver of the dual problem. */
public final class DualTrainer implements Trainer {
  /**
   * The tolerance of scikit-learn and of SMO: with it the search meets the exact optimum's scores.
   */
  public static final double TOLERANCE = 1e-3;

  private final double tolerance;

  /** Makes a trainer with the usual tolerance. */
  public DualTrainer() {
    this(TOLERANCE);
  }

  /**
   * Makes a trainer.
   *
   * @param tolerance by how much a condition of optimality may be missed, in units of the decision
   */
  public DualTrainer(double tolerance) {
    this.tolerance = tolerance;
  }

  @Override
  public Chain chain(FoldKernel fold, int[] labels, int classes, Kernel kernel, double[] weights) {
    return new DualChain(fold, labels, classes, kernel, weights, tolerance);
  }

  @Override
  public Trainer refined() {
    return new DualTrainer(tolerance / 100);
  }
}
