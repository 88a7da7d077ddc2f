package org.quarry.ui.records;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.TypedValue;
import org.quarry.ui.grid.CellKind;
import org.quarry.ui.kit.Texts;

/** Formats of numbers. Rounding is of the shortest digits that name the number, half up. */
enum NumberFormat implements ColumnFormat {
  THOUSANDS("thousands", "Thousands: 1\u202f234\u202f567.89"),
  FIXED_0("fixed-0", "No decimals", 0),
  FIXED_1("fixed-1", "1 decimal", 1),
  FIXED_2("fixed-2", "2 decimals", 2),
  FIXED_3("fixed-3", "3 decimals", 3),
  FIXED_4("fixed-4", "4 decimals", 4),
  FIXED_5("fixed-5", "5 decimals", 5),
  FIXED_6("fixed-6", "6 decimals", 6),
  SCIENTIFIC("scientific", "Scientific: 1.234568e+06"),
  PERCENT("percent", "Percent: 0.1234 as 12.34\u202f%"),
  HEXADECIMAL("hexadecimal", "Hexadecimal: 0xFF"),
  BYTES("bytes", "Bytes: 12.3 KB");

  /** Past this a double has no exact units, and decimals would be invented. */
  private static final double EXACT = 1e15;

  private final String id;
  private final String title;
  private final int decimals;

  NumberFormat(String id, String title) {
    this(id, title, 0);
  }

  NumberFormat(String id, String title, int decimals) {
    this.id = id;
    this.title = title;
    this.decimals = decimals;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public CellKind kind() {
    return CellKind.NUMBER;
  }

  @Override
  public Optional<String> text(@Nullable Object value) {
    return switch (value) {
      case Long number -> text(number.longValue());
      case Double number when Double.isFinite(number) -> text(number.doubleValue());
      case null, default -> Optional.empty();
    };
  }

  private Optional<String> text(long number) {
    return switch (this) {
      case THOUSANDS -> Optional.of(grouped(Long.toString(number)));
      case HEXADECIMAL -> Optional.of("0x" + Long.toHexString(number).toUpperCase(Locale.ROOT));
      case BYTES -> number < 0 ? Optional.empty() : Optional.of(Texts.bytes(number));
      case SCIENTIFIC ->
          Optional.of(String.format(Locale.ROOT, "%.6e", BigDecimal.valueOf(number)));
      case PERCENT -> Optional.of(percent(BigDecimal.valueOf(number), 0));
      default -> Optional.of(fixed(BigDecimal.valueOf(number)));
    };
  }

  private Optional<String> text(double number) {
    boolean large = Math.abs(number) >= EXACT;
    return switch (this) {
      case HEXADECIMAL, BYTES -> Optional.empty();
      case SCIENTIFIC -> Optional.of(String.format(Locale.ROOT, "%.6e", number));
      case THOUSANDS -> {
        String plain = TypedValue.text(number);
        yield plain.indexOf('e') < 0 ? Optional.of(grouped(plain)) : Optional.empty();
      }
      case PERCENT ->
          large ? Optional.empty() : Optional.of(percent(BigDecimal.valueOf(number), 2));
      default -> large ? Optional.empty() : Optional.of(fixed(BigDecimal.valueOf(number)));
    };
  }

  private String fixed(BigDecimal number) {
    return grouped(number.setScale(decimals, RoundingMode.HALF_UP).toPlainString());
  }

  private static String percent(BigDecimal number, int decimals) {
    BigDecimal hundred = number.movePointRight(2).setScale(decimals, RoundingMode.HALF_UP);
    return grouped(hundred.toPlainString()) + "\u202f%";
  }

  /** Thin spaces between the thousands of the whole part. */
  private static String grouped(String plain) {
    int from = plain.startsWith("-") ? 1 : 0;
    int point = plain.indexOf('.');
    int end = point < 0 ? plain.length() : point;
    if (end - from <= 3) {
      return plain;
    }
    StringBuilder text = new StringBuilder(plain);
    for (int at = end - 3; at > from; at -= 3) {
      text.insert(at, '\u202f');
    }
    return text.toString();
  }
}
