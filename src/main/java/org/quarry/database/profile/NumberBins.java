package org.quarry.database.profile;

import java.util.Locale;

/**
 * Bins of equal width that begin at a round number.
 *
 * @param start where the first begins
 * @param step how wide each is, above 0
 * @param count how many there are
 * @param mean about what squares are taken
 */
record NumberBins(double start, double step, int count, double mean) {
  /** About so many bins are made. */
  private static final int WANTED = 20;

  /** Bins for values from {@code min} to {@code max}, both finite. */
  static NumberBins of(double min, double max, boolean whole, double mean) {
    // Halved first, because the whole span of doubles is no double.
    double rough = (max / 2 - min / 2) / WANTED * 2;
    double step = whole ? Math.max(1, nice(rough)) : nice(rough);
    double start = Math.floor(min / step) * step;
    boolean flat = !(rough > 0) || min + step == min || max + step == max || !finite(start);
    if (flat && min < max) {
      // The values lie closer than doubles can part.
      return new NumberBins(min, Math.max(max - min, Math.ulp(max)), 1, mean);
    }
    if (min == max) {
      return new NumberBins(min, 1, 1, mean);
    }
    int count = (int) Math.floor((max - start) / step) + 1;
    return new NumberBins(start, step, Math.max(1, count), mean);
  }

  private static boolean finite(double value) {
    return Math.abs(value) <= Double.MAX_VALUE;
  }

  /** Steps of 1, 2 or 5 times a power of ten. */
  private static double nice(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double part = rough / power;
    return power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
  }

  /** Where a bin begins. */
  double low(int bin) {
    double low = start + bin * step;
    // Sums of tenths leave a rest where a zero is meant.
    return Math.abs(low) < step / 1e9
        ? 0
        : Double.parseDouble(String.format(Locale.ROOT, "%.15g", low));
  }
}
