package org.quarry.database;

import java.math.BigDecimal;
import java.util.Locale;

/** How a number with a fraction reads. */
public final class NumberText {
  private NumberText() {}

  /** The shortest digits that give the same double back: {@code 0.1043}, {@code 1.0e20}. */
  public static String of(double number) {
    if (Double.isInfinite(number)) {
      return number > 0 ? "Inf" : "-Inf";
    }
    double size = Math.abs(number);
    if (size == 0 || (size >= 1e-4 && size < 1e15)) {
      String plain = BigDecimal.valueOf(number).toPlainString();
      return plain.contains(".") ? plain : plain + ".0";
    }
    return Double.toString(number).toLowerCase(Locale.ROOT);
  }
}
