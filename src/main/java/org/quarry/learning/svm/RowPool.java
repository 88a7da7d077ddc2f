package org.quarry.learning.svm;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Arrays of one length that were used and may be used again. The kernels of a search come and go by
 * hundreds of megabytes; memory that was touched before is much quicker than fresh. Safe for use by
 * several threads.
 */
public final class RowPool {
  private final int length;
  private final Queue<float[]> floats = new ConcurrentLinkedQueue<>();
  private final Queue<double[]> doubles = new ConcurrentLinkedQueue<>();

  /** Makes an empty pool for arrays of a length. */
  public RowPool(int length) {
    this.length = length;
  }

  /** An array with anything in it. */
  float[] floats() {
    float @Nullable [] used = floats.poll();
    return used == null ? new float[length] : used;
  }

  /** An array with anything in it. */
  double[] doubles() {
    double @Nullable [] used = doubles.poll();
    return used == null ? new double[length] : used;
  }

  void give(float[] row) {
    floats.add(row);
  }

  void give(double[] row) {
    doubles.add(row);
  }
}
