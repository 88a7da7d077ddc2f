package org.quarry.learning.svm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rows that come, go and come back are those that the kernel says, whatever block they lie in. */
class CachedRowsTest {
  private static final int POINTS = 1_700;
  private static final int TRAININGS = 1_600;
  private static final Kernel KERNEL = new Kernel(Kernel.Shape.RBF, 0.3, 3, 0);

  private final double[][] points = points();

  private static double[][] points() {
    Random random = new Random(3);
    double[][] points = new double[POINTS][5];
    for (double[] point : points) {
      for (int j = 0; j < point.length; j++) {
        point[j] = random.nextGaussian();
      }
    }
    return points;
  }

  private double kernel(int one, int other) {
    double squared = 0;
    for (int j = 0; j < points[one].length; j++) {
      squared += Math.pow(points[one][j] - points[other][j], 2);
    }
    return Math.exp(-0.3 * squared);
  }

  @Test
  void rowsAreTheKernelWhileOthersTakeTheirPlaces() {
    RowPool pool = new RowPool(POINTS);
    assertThat(pool.rowsInBlock()).as("rows in a block").isBetween(100, TRAININGS - 100);
    long bytes = 1_400L * POINTS * Float.BYTES;
    CachedRows rows = new CachedRows(KERNEL, Points.of(points), TRAININGS, pool, bytes);
    Random random = new Random(4);
    double[] scratch = new double[POINTS];
    int[] of = {POINTS - 1, 0, 812};
    for (int ask = 0; ask < 6_000; ask++) {
      int point = random.nextInt(TRAININGS);
      int other = random.nextInt(TRAININGS);
      assertThat(rows.front(point, TRAININGS, scratch)[other])
          .isCloseTo(kernel(point, other), within(1e-7));
      rows.gather(other, of, 3, scratch);
      assertThat(scratch[0]).isCloseTo(kernel(other, POINTS - 1), within(1e-7));
      assertThat(scratch[2]).isCloseTo(kernel(other, 812), within(1e-7));
    }
    double[] sums = new double[POINTS];
    rows.add(5, 2, sums);
    rows.add(1_599, -1, sums);
    assertThat(sums[1_650]).isCloseTo(2 * kernel(5, 1_650) - kernel(1_599, 1_650), within(1e-6));
  }

  @Test
  void whatIsGivenBackServesTheNextKernel() {
    RowPool pool = new RowPool(POINTS);
    CachedRows first = new CachedRows(KERNEL, Points.of(points), TRAININGS, pool, 1L << 20);
    double[] scratch = new double[POINTS];
    first.front(7, POINTS, scratch);
    first.release();
    float[] used = pool.block();
    pool.give(used);
    CachedRows second = new CachedRows(KERNEL, Points.of(points), TRAININGS, pool, 1L << 20);
    assertThat(second.front(9, POINTS, scratch)[3]).isCloseTo(kernel(9, 3), within(1e-7));
    second.release();
    assertThat(pool.block()).isSameAs(used);
  }
}
