package org.quarry.ui.records;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.RowCount;
import org.quarry.database.records.TypedValue;
import org.quarry.ui.kit.Texts;

/** How figures read: numbers with thin spaces and no more digits than an eye wants. */
final class FigureText {
  private static final int DIGITS = 6;
  private static final int SHOWN = 80;

  private FigureText() {}

  /** A value: whole numbers in full, others with about six digits that count, texts in one line. */
  static String of(@Nullable Object value) {
    return switch (value) {
      case Long number -> Texts.number(number);
      case Double number -> number(number);
      case null, default -> line(TypedValue.text(value));
    };
  }

  private static String number(double number) {
    double size = Math.abs(number);
    if (!Double.isFinite(number)) {
      return TypedValue.text(number);
    }
    if (size != 0 && (size >= 1e15 || size < 1e-4)) {
      return String.format(Locale.ROOT, "%.4g", number);
    }
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setGroupingSeparator('\u202f');
    BigDecimal rounded =
        size >= 1e5
            ? BigDecimal.valueOf(number)
            : BigDecimal.valueOf(number).round(new MathContext(DIGITS));
    return new DecimalFormat(size >= 1e5 ? "#,##0.#" : "#,##0.##########", symbols).format(rounded);
  }

  /** A text without line breaks, cut where it is long. */
  static String line(String text) {
    String flat = text.replaceAll("[\\r\\n\\t]+", " ");
    return flat.length() > SHOWN ? flat.substring(0, SHOWN) + "…" : flat;
  }

  /** A share in percent: {@code 12 %}, {@code < 1 %}. */
  static String share(long part, long whole) {
    double percent = whole == 0 ? 0 : 100.0 * part / whole;
    return percent > 0 && percent < 1
        ? "< 1 %"
        : percent > 99 && percent < 100 ? "> 99 %" : Math.round(percent) + " %";
  }

  /** A number of rows as far as it is known. */
  static String rows(RowCount count) {
    return RecordsFoot.rows(count);
  }
}
