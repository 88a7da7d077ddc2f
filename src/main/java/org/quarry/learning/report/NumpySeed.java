package org.quarry.learning.report;

/** How scikit-learn draws one seed from another. */
final class NumpySeed {
  private static final int TWIST_SHIFT = 397;
  private static final long MOST = 0xffffffffL;

  private NumpySeed() {}

  /**
   * The number {@code RandomState(seed).randint(2 ** 31)}: the low 31 bits of the first word that
   * numpy's Mersenne Twister (MT19937) gives.
   *
   * @param seed 0 to 2³² - 1
   * @throws IllegalArgumentException if it is out of range
   */
  static long derive(long seed) {
    if (seed < 0 || seed > MOST) {
      throw new IllegalArgumentException("seed " + seed);
    }
    int first = (int) seed;
    int second = following(first, 1);
    int word = second;
    for (int i = 2; i <= TWIST_SHIFT; i++) {
      word = following(word, i);
    }
    int y = (first & 0x80000000) | (second & 0x7fffffff);
    y = word ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) & 0x7fffffff;
  }

  private static int following(int word, int index) {
    return 1812433253 * (word ^ (word >>> 30)) + index;
  }
}
