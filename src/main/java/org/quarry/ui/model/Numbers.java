package org.quarry.ui.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the figures of this screen read. */
final class Numbers {
  private static final int SHORT = 5;

  private Numbers() {}

  /** A share of 0 to 1 to three digits, or empty while it is not known. */
  static String share(double share) {
    return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.3f", share);
  }

  /** A share of 0 to 1 to four digits, or empty while it is not known. */
  static String score(double share) {
    return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.4f", share);
  }

  /** A difference of shares with its sign, to four digits: {@code +0.0021}. */
  static String difference(double difference) {
    return Double.isNaN(difference)
        ? ""
        : String.format(Locale.ROOT, "%+.4f", difference).replace('-', '−');
  }

  /** A value in a column: {@code 0.03125}, {@code 3.052e-5}. */
  static String value(double value) {
    String plain = Entries.plain(value);
    return plain.length() <= 8 ? plain : exponent("%.3e", value);
  }

  /** Values along an axis, short: {@code 0.01}, {@code 1e-4}, {@code 2⁻⁵}. */
  static List<String> axis(List<Double> values) {
    List<String> plain = values.stream().map(Entries::plain).toList();
    if (plain.stream().allMatch(text -> text.length() <= SHORT)) {
      return plain;
    }
    if (values.stream().allMatch(value -> Math.scalb(1.0, Math.getExponent(value)) == value)) {
      return values.stream().map(value -> "2" + raised(Math.getExponent(value))).toList();
    }
    return values.stream()
        .map(
            value -> {
              String text = Entries.plain(value);
              return text.length() <= SHORT ? text : exponent("%.1e", value);
            })
        .toList();
  }

  private static String exponent(String format, double value) {
    return String.format(Locale.ROOT, format, value)
        .replaceFirst("\\.?0*e", "e")
        .replaceFirst("e([-+])0*", "e$1")
        .replace("e+", "e");
  }

  private static String raised(int exponent) {
    return Integer.toString(exponent)
        .chars()
        .mapToObj(digit -> digit == '-' ? "⁻" : String.valueOf("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0')))
        .collect(Collectors.joining());
  }
}
