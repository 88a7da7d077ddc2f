package org.quarry.learning.svm;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

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
  private final float[] @Nullable [] rows;
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
    int most = (int) Math.min(trainings, fit);
    this.rows = new float[most][];
    this.holder = new int[most];
    this.computed = new double[points.count()];
  }

  private float[] row(int point) {
    int at = place[point];
    if (at >= 0) {
      return present(rows[at]);
    }
    float[] row;
    if (kept < rows.length) {
      at = kept++;
      row = pool.floats();
      rows[at] = row;
    } else {
      at = random.nextInt(rows.length);
      place[holder[at]] = -1;
      row = present(rows[at]);
    }
    compute(point, row);
    holder[at] = point;
    place[point] = at;
    return row;
  }

  private void compute(int point, float[] row) {
    int count = row.length;
    if (kernel.shape() == Kernel.Shape.RBF) {
      points.squaredDistances(point, count, computed);
    } else {
      points.products(point, count, computed);
    }
    kernel.values(computed, count, computed);
    for (int k = 0; k < count; k++) {
      row[k] = (float) computed[k];
    }
  }

  private static float[] present(float @Nullable [] row) {
    if (row == null) {
      throw new IllegalStateException("a row lost its place");
    }
    return row;
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
    float[] row = row(point);
    for (int k = 0; k < count; k++) {
      into[k] = row[of[k]];
    }
  }

  @Override
  public double[] front(int point, int count, double[] scratch) {
    float[] row = row(point);
    for (int k = 0; k < count; k++) {
      scratch[k] = row[k];
    }
    return scratch;
  }

  @Override
  public void add(int point, double factor, double[] sums) {
    float[] row = row(point);
    for (int k = 0; k < row.length; k++) {
      sums[k] += factor * row[k];
    }
  }

  @Override
  public void release() {
    for (int at = 0; at < kept; at++) {
      pool.give(present(rows[at]));
      rows[at] = null;
    }
    kept = 0;
    Arrays.fill(place, -1);
  }
}
