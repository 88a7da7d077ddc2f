package org.quarry.learning.svm;

/**
 * The rows of a kernel matrix. It has a row for each training point and a column for each point of
 * a fold, training points first, so that solving reads the front of a row and scoring its end. For
 * one thread at a time.
 */
public interface KernelRows {
  /** How many points there are, training or not: the length of a row. */
  int points();

  /** The kernel of a training point with itself. */
  double diagonal(int point);

  /**
   * The kernel of one training point with some points.
   *
   * @param point the training point
   * @param of the points wanted
   * @param count how many of the first of them
   * @param into the kernels, in the order of {@code of}
   */
  void gather(int point, int[] of, int count, double[] into);

  /**
   * The kernel of one training point with the first points.
   *
   * @param point the training point
   * @param count how many points are wanted
   * @param scratch an array for {@code count} numbers that may be used
   * @return an array that begins with the kernels; not to be changed, and good until the next call
   */
  double[] front(int point, int count, double[] scratch);

  /** Adds a multiple of a row: {@code sums[k] += factor * kernel(point, k)} for every point. */
  void add(int point, double factor, double[] sums);

  /** Gives the rows back to their pool; nothing may be asked any more. */
  void release();
}
