package org.quarry.learning.svm;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one length that were used and may be used again. The kernels of a search come and go by
 * hundreds of megabytes; memory that was touched before is much quicker than fresh. Rows of floats
 * come many in one array: a garbage collector moves small arrays about, and large ones never. Safe
 * for use by several threads.
 */
public final class RowPool {
  private static final int BLOCK_BYTES = 8_000_000;

  private final int length;
  private final Queue<float[]> floats = new ConcurrentLinkedQueue<>();
  private final Queue<double[]> doubles = new ConcurrentLinkedQueue<>();

  /** Makes an empty pool for rows of a length. */
  public RowPool(int length) {
    this.length = length;
  }

  /** How many rows of floats one array holds, one behind the other. */
  int rowsInBlock() {
    return Math.max(1, BLOCK_BYTES / (Float.BYTES * Math.max(1, length)));
  }

  /** Rows of floats with anything in them. */
  float[] block() {
    float @Nullable [] used = floats.poll();
    return used == null ? new float[rowsInBlock() * length] : used;
  }

  /** A row with anything in it. */
  double[] doubles() {
    double @Nullable [] used = doubles.poll();
    return used == null ? new double[length] : used;
  }

  void give(float[] block) {
    floats.add(block);
  }

  void give(double[] row) {
    doubles.add(row);
  }
}
