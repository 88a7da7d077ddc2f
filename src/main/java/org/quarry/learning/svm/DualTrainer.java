package org.quarry.learning.svm;

/** Trains by our own solver of the dual problem. */
public final class DualTrainer implements Trainer {
  /** The tolerance of scikit-learn and of SMO. */
  public static final double TOLERANCE = 1e-3;

  /** A hundredth of it, at which labels are those of the exact optimum but for ties. */
  private static final double FINE = 1e-5;

  /** Up to so many points the finer tolerance costs next to nothing, thanks to Newton steps. */
  private static final int SMALL = 2000;

  private final double small;
  private final double large;

  /** Makes a trainer that is finer than {@link #TOLERANCE} where that is cheap. */
  public DualTrainer() {
    this(FINE, TOLERANCE);
  }

  /**
   * Makes a trainer.
   *
   * @param tolerance by how much a condition of optimality may be missed, in units of the decision
   */
  public DualTrainer(double tolerance) {
    this(tolerance, tolerance);
  }

  private DualTrainer(double small, double large) {
    this.small = small;
    this.large = large;
  }

  @Override
  public Chain chain(FoldKernel fold, int[] labels, int classes, Kernel kernel, double[] weights) {
    double tolerance = labels.length <= SMALL ? small : large;
    return new DualChain(fold, labels, classes, kernel, weights, tolerance);
  }

  @Override
  public Trainer refined() {
    return new DualTrainer(Math.min(small, FINE));
  }
}
