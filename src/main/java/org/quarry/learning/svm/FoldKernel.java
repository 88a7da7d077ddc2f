package org.quarry.learning.svm;

import org.jspecify.annotations.Nullable;
import org.quarry.work.Monitor;

/**
 * The kernels over the points of one fold. While all rows of a fold fit the memory allowed they are
 * made of distances and products that all kernels share; beyond that each kernel computes rows when
 * they are wanted. Safe for use by several threads.
 */
public final class FoldKernel {
  private final double[][] rows;
  private final Points points;
  private final int trainings;
  private final RowPool pool;
  private final Monitor monitor;
  private final long bytes;
  private final boolean exact;
  private double @Nullable [] @Nullable [] distances;
  private double @Nullable [] @Nullable [] products;

  /**
   * Takes the points of a fold; the array is shared and not to be changed.
   *
   * @param rows scaled points, those for training first; one at least
   * @param trainings how many are for training, one at least
   * @param pool where rows of the kernels come from, as long as there are points
   * @param bytes how much memory one kernel may take
   * @param monitor asked whether to stop while kernels are computed
   */
  public FoldKernel(double[][] rows, int trainings, RowPool pool, long bytes, Monitor monitor) {
    this(rows, trainings, pool, bytes, bytes, monitor);
  }

  /**
   * Takes the points of one fold of many.
   *
   * @param rows scaled points, those for training first; one at least
   * @param trainings how many are for training, one at least
   * @param pool where rows of the kernels come from, as long as there are points
   * @param whole how much memory one kernel may take for all of its rows to be kept
   * @param bytes how much the rows of a kernel may take that is not kept whole
   * @param monitor asked whether to stop while kernels are computed
   */
  public FoldKernel(
      double[][] rows, int trainings, RowPool pool, long whole, long bytes, Monitor monitor) {
    this.rows = rows;
    this.points = Points.of(rows);
    this.trainings = trainings;
    this.pool = pool;
    this.monitor = monitor;
    this.exact = (long) trainings * rows.length * Double.BYTES <= whole / 2;
    this.bytes = exact ? whole : bytes;
  }

  /** The memory that a kernel over so many points takes whole, in bytes. */
  public static long wholeBytes(long trainings, long points) {
    return trainings * points * Float.BYTES;
  }

  /** How much memory one of the kernels may take. */
  public long bytes() {
    return bytes;
  }

  /** How many of the points are for training. */
  public int trainings() {
    return trainings;
  }

  /** How many points there are. */
  public int size() {
    return rows.length;
  }

  /** A point; not to be changed. */
  double[] point(int index) {
    return rows[index];
  }

  /**
   * The rows of a kernel, for one thread.
   *
   * @throws org.quarry.work.Cancelled when the monitor says stop
   */
  KernelRows rows(Kernel kernel) {
    return exact
        ? ExactRows.of(kernel, bases(kernel.shape()), pool)
        : new CachedRows(kernel, points, trainings, pool, bytes);
  }

  private synchronized double[][] bases(Kernel.Shape shape) {
    boolean rbf = shape == Kernel.Shape.RBF;
    double[] @Nullable [] known = rbf ? distances : products;
    if (known == null) {
      known = points.bases(shape, trainings, monitor);
      if (rbf) {
        distances = known;
      } else {
        products = known;
      }
    }
    return known;
  }
}
