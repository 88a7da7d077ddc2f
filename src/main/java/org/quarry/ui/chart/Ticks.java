package org.quarry.ui.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * An axis that begins, ends and is ruled at round numbers: steps of 1, 2 or 5 times a power of ten
 * (Heckbert, "Nice numbers for graph labels", Graphics Gems, 1990). Zero is always on it.
 *
 * @param low where it begins, at most 0
 * @param high where it ends, at least 0 and above {@code low}
 * @param step from one line to the next
 */
record Ticks(double low, double high, double step) {
  /** The axis for values from {@code min} to {@code max} with about {@code wanted} steps. */
  static Ticks of(double min, double max, int wanted) {
    double from = Math.min(0, min);
    double to = Math.max(0, max);
    if (from == to) {
      return new Ticks(0, 1, 1);
    }
    double step = nice((to - from) / Math.max(1, wanted));
    return new Ticks(Math.floor(from / step) * step, Math.ceil(to / step) * step, step);
  }

  private static double nice(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double part = rough / power;
    return power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
  }

  /** How many lines there are, both ends included. */
  int count() {
    return (int) Math.round((high - low) / step) + 1;
  }

  /** The value of a line, from 0. */
  double value(int line) {
    double value = low + line * step;
    return Math.abs(value) < step / 1e6 ? 0 : value;
  }

  /** Where a value stands, 0 at the beginning of the axis and 1 at its end. */
  double position(double value) {
    return (value - low) / (high - low);
  }

  /** A number as people read it: groups parted by thin spaces, at most four decimals. */
  static String text(double value) {
    double size = Math.abs(value);
    if (size != 0 && (size >= 1e15 || size < 1e-4)) {
      return String.format(Locale.ROOT, "%.3g", value);
    }
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setGroupingSeparator('\u2009');
    symbols.setMinusSign('\u2212');
    return new DecimalFormat(size >= 100 ? "#,##0.##" : "#,##0.####", symbols).format(value);
  }
}
