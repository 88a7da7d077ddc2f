package org.quarry.learning.svm;

import org.jspecify.annotations.Nullable;

/** All rows of a kernel matrix as doubles, computed at once. */
final class ExactRows implements KernelRows {
  private final double[][] rows;

  private final @Nullable RowPool pool;

  private ExactRows(double[][] rows, @Nullable RowPool pool) {
    this.rows = rows;
    this.pool = pool;
  }

  /** The rows given, which are not to be changed. */
  static ExactRows of(double[][] values) {
    return new ExactRows(values, null);
  }

  /**
   * Computes the rows of a kernel from those of what it is a function of.
   *
   * @param kernel the kernel
   * @param bases squared distances for rbf, else products, in rows
   * @param pool where rows come from and go to
   */
  static ExactRows of(Kernel kernel, double[][] bases, RowPool pool) {
    if (kernel.shape() == Kernel.Shape.LINEAR) {
      return new ExactRows(bases, null);
    }
    double[][] rows = new double[bases.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = pool.doubles();
      kernel.values(bases[i], rows[i].length, rows[i]);
    }
    return new ExactRows(rows, pool);
  }

  @Override
  public int points() {
    return rows[0].length;
  }

  @Override
  public double diagonal(int point) {
    return rows[point][point];
  }

  @Override
  public void gather(int point, int[] of, int count, double[] into) {
    double[] row = rows[point];
    for (int k = 0; k < count; k++) {
      into[k] = row[of[k]];
    }
  }

  @Override
  public double[] front(int point, int count, double[] scratch) {
    return rows[point];
  }

  @Override
  public void add(int point, double factor, double[] sums) {
    double[] row = rows[point];
    for (int k = 0; k < row.length; k++) {
      sums[k] += factor * row[k];
    }
  }

  @Override
  public void release() {
    if (pool != null) {
      for (double[] row : rows) {
        pool.give(row);
      }
    }
  }
}
