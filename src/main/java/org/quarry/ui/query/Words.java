package org.quarry.ui.query;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers in sentences. */
final class Words {
  private Words() {}

  /** {@code 1 row}, {@code 100 000 rows} with thin spaces. */
  static String count(long count, String noun) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setGroupingSeparator('\u2009');
    String number = new DecimalFormat("#,##0", symbols).format(count);
    return number + " " + noun + (count == 1 ? "" : "s");
  }

  /** {@code 0.8 ms}, {@code 12 ms}, {@code 3.4 s}. */
  static String time(long nanos) {
    double ms = nanos / 1e6;
    if (ms < 10) {
      return String.format(Locale.ROOT, "%.1f ms", ms);
    }
    return ms < 1000
        ? String.format(Locale.ROOT, "%.0f ms", ms)
        : String.format(Locale.ROOT, "%.1f s", ms / 1000);
  }
}
