package org.quarry.learning.svm;

/** All rows of a kernel matrix as doubles, computed at once. */
final class ExactRows implements KernelRows {
  private final double[][] rows;

  private ExactRows(double[][] rows) {
    this.rows = rows;
  }

  /**
   * Computes the rows of a kernel from those of what it is a function of.
   *
   * @param kernel the kernel
   * @param bases squared distances for rbf, else products, in rows
   */
  static ExactRows of(Kernel kernel, double[][] bases) {
    if (kernel.shape() == Kernel.Shape.LINEAR) {
      return new ExactRows(bases);
    }
    double[][] rows = new double[bases.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[bases[i].length];
      kernel.values(bases[i], rows[i].length, rows[i]);
    }
    return new ExactRows(rows);
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
}
