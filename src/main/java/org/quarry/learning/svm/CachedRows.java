package org.quarry.learning.svm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Rows of a kernel matrix as floats, computed when asked for and kept within a budget of memory.
 * When it is used up a random row gives way: solvers pass over the rows in cycles, on which the
 * least recently used row is the one needed next.
 */
final class CachedRows implements KernelRows {
  private static final int LEAST_ROWS = 16;

  private final Kernel kernel;
  private final Points points;
  private final RowPool pool;
  private final int[] place;
  private final int[] holder;
  private final int length;
  private final int rowsInBlock;
  private final List<float[]> blocks = new ArrayList<>();
  private final double[] computed;
  private final SplittableRandom random = new SplittableRandom(1);
  private int kept;

  /**
   * Makes an empty cache.
   *
   * @param kernel the kernel
   * @param points the points, training points first
   * @param trainings how many points are for training
   * @param pool where rows come from and go to
   * @param bytes how much memory the rows may take; a few rows are always kept
   */
  CachedRows(Kernel kernel, Points points, int trainings, RowPool pool, long bytes) {
    this.kernel = kernel;
    this.points = points;
    this.pool = pool;
    this.place = new int[trainings];
    Arrays.fill(place, -1);
    long fit = Math.max(LEAST_ROWS, bytes / ((long) Float.BYTES * points.count()));
    this.holder = new int[(int) Math.min(trainings, fit)];
    this.length = points.count();
    this.rowsInBlock = pool.rowsInBlock();
    this.computed = new double[length];
  }

  /** The place of a point's row, which is computed if it is not there. */
  private int at(int point) {
    int at = place[point];
    if (at >= 0) {
      return at;
    }
    if (kept < holder.length) {
      at = kept++;
      if (at % rowsInBlock == 0) {
        blocks.add(pool.block());
      }
    } else {
      at = random.nextInt(holder.length);
      place[holder[at]] = -1;
    }
    compute(point, block(at), start(at));
    holder[at] = point;
    place[point] = at;
    return at;
  }

  private float[] block(int at) {
    return blocks.get(at / rowsInBlock);
  }

  private int start(int at) {
    return at % rowsInBlock * length;
  }

  private void compute(int point, float[] block, int start) {
    if (kernel.shape() == Kernel.Shape.RBF) {
      points.squaredDistances(point, length, computed);
    } else {
      points.products(point, length, computed);
    }
    kernel.values(computed, length, computed);
    for (int k = 0; k < length; k++) {
      block[start + k] = (float) computed[k];
    }
  }

  @Override
  public int points() {
    return points.count();
  }

  @Override
  public double diagonal(int point) {
    return (float) kernel.value(points.base(kernel, point));
  }

  @Override
  public void gather(int point, int[] of, int count, double[] into) {
    int at = at(point);
    float[] block = block(at);
    int start = start(at);
    for (int k = 0; k < count; k++) {
      into[k] = block[start + of[k]];
    }
  }

  @Override
  public double[] front(int point, int count, double[] scratch) {
    int at = at(point);
    float[] block = block(at);
    int start = start(at);
    for (int k = 0; k < count; k++) {
      scratch[k] = block[start + k];
    }
    return scratch;
  }

  @Override
  public void add(int point, double factor, double[] sums) {
    int at = at(point);
    float[] block = block(at);
    int start = start(at);
    for (int k = 0; k < length; k++) {
      sums[k] += factor * block[start + k];
    }
  }

  @Override
  public void release() {
    blocks.forEach(pool::give);
    blocks.clear();
    kept = 0;
    Arrays.fill(place, -1);
  }
}
