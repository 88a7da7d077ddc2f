package org.quarry.learning.data;

/**
 * Sums in the order in which numpy adds the numbers of an array, on which their last digits depend:
 * below 8 numbers one by one, else in 8 sums side by side. Source: numpy's pairwise summation,
 * {@code loops_utils.h}.
 */
final class NumpySums {
  private static final int LANES = 8;
  private static final int BLOCK = 128;

  private NumpySums() {}

  /** The sum. */
  static double sum(double[] numbers) {
    return sum(numbers, 0, numbers.length);
  }

  private static double sum(double[] numbers, int from, int size) {
    if (size > BLOCK) {
      int half = size / 2;
      half -= half % LANES;
      return sum(numbers, from, half) + sum(numbers, from + half, size - half);
    }
    int i = 0;
    double sum = 0;
    if (size >= LANES) {
      double[] r = new double[LANES];
      for (; i < size - size % LANES; i += LANES) {
        for (int lane = 0; lane < LANES; lane++) {
          r[lane] += numbers[from + i + lane];
        }
      }
      sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
    }
    for (; i < size; i++) {
      sum += numbers[from + i];
    }
    return sum;
  }

  /** The standard deviation of the population. */
  static double deviation(double[] numbers) {
    double mean = sum(numbers) / numbers.length;
    double[] squares = new double[numbers.length];
    for (int i = 0; i < squares.length; i++) {
      double off = numbers[i] - mean;
      squares[i] = off * off;
    }
    return Math.sqrt(sum(squares) / squares.length);
  }
}
