package org.quarry.benchmark;

import java.util.Arrays;
import java.util.Locale;

/** Times of repeated work, and how they are printed. */
final class Figures {
  private Figures() {}

  /** Something that is timed. */
  interface Timed {
    void run() throws Exception;
  }

  /** The milliseconds it takes once. */
  static double once(Timed work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  /** The milliseconds it takes each time, in ascending order. */
  static double[] times(int number, Timed work) throws Exception {
    double[] times = new double[number];
    for (int i = 0; i < number; i++) {
      times[i] = once(work);
    }
    Arrays.sort(times);
    return times;
  }

  static double median(double[] sorted) {
    return sorted[sorted.length / 2];
  }

  static double worst(double[] sorted) {
    return sorted[sorted.length - 1];
  }

  /** Prints a line of a Markdown table. */
  static void line(String what, String figure) {
    System.out.println("| " + what + " | " + figure + " |");
  }

  static void line(String what, double[] sorted) {
    line(
        what,
        String.format(Locale.ROOT, "median %s, worst %s", ms(median(sorted)), ms(worst(sorted))));
  }

  static String ms(double value) {
    return value < 10
        ? String.format(Locale.ROOT, "%.2f ms", value)
        : value < 10_000
            ? String.format(Locale.ROOT, "%.0f ms", value)
            : String.format(Locale.ROOT, "%.1f s", value / 1000);
  }
}
