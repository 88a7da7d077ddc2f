package org.quarry.learning.svm;

/**
 * The exponential of many numbers at once, in a shape that the compiler turns into vector
 * instructions: a Taylor polynomial of x / 2¹² raised to the power 2¹² by squaring. The relative
 * error is below 1e-10 from -100 to 0 and below 1e-7 from -700 on; anything smaller gives
 * exp(-700).
 */
final class FastExp {
  private static final double SHRINK = 1.0 / 4096;
  private static final double LEAST = -700;

  private FastExp() {}

  /**
   * Sets {@code into[k] = exp(factor * of[k])}.
   *
   * @param of numbers that factor takes to 0 or below
   * @param count how many of the first to take
   * @param into may be {@code of}
   */
  static void of(double[] of, double factor, int count, double[] into) {
    double scaled = factor * SHRINK;
    double least = LEAST * SHRINK;
    for (int k = 0; k < count; k++) {
      double x = Math.max(scaled * of[k], least);
      double y =
          x
              * (1
                  + x
                      * (0.5
                          + x
                              * (1.0 / 6
                                  + x
                                      * (1.0 / 24
                                          + x
                                              * (1.0 / 120
                                                  + x * (1.0 / 720 + x * (1.0 / 5040)))))));
      // (1 + y)² - 1 keeps the digits that 1 + y would lose while y is small.
      y = y * (2 + y);
      y = y * (2 + y);
      y = y * (2 + y);
      y = y * (2 + y);
      y = y * (2 + y);
      y = y * (2 + y);
      double e = 1 + y;
      e = e * e;
      e = e * e;
      e = e * e;
      e = e * e;
      e = e * e;
      into[k] = e * e;
    }
  }
}
