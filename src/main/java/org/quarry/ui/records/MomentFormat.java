package org.quarry.ui.records;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quarry.ui.grid.CellKind;

/**
 * Numbers that count time, as date and time: {@code 2023-11-14 22:13:20}, with a fraction of the
 * second where there is one. Years outside 0 to 9999 do not fit.
 *
 * @param epoch what the numbers count
 * @param local in the time zone of this machine, not in UTC
 */
record MomentFormat(Epoch epoch, boolean local) implements ColumnFormat {
  /** What a number counts, and from when. */
  enum Epoch {
    UNIX_SECONDS("unix-seconds", "Unix seconds", 1, 0),
    UNIX_MILLISECONDS("unix-milliseconds", "Unix milliseconds", 0.001, 0),
    UNIX_MICROSECONDS("unix-microseconds", "Unix microseconds", 0.000001, 0),
    JULIAN_DAY("julian-day", "Julian day", 86_400, -2_440_587.5 * 86_400),
    APPLE_SECONDS("apple-seconds", "Apple seconds since 2001", 1, 978_307_200),
    EXCEL_DAY("excel-day", "Excel day", 86_400, -25_569.0 * 86_400);

    private final String id;
    private final String words;
    private final BigDecimal unit;
    private final BigDecimal start;

    Epoch(String id, String words, double unit, double start) {
      this.id = id;
      this.words = words;
      this.unit = BigDecimal.valueOf(unit);
      this.start = BigDecimal.valueOf(start);
    }

    /** Days are doubles, good for a millisecond; the others are exact to the microsecond. */
    private int decimals() {
      return this == JULIAN_DAY || this == EXCEL_DAY ? 3 : 6;
    }

    /** Seconds since 1970; empty for the day that Excel alone has, 29 February 1900. */
    private Optional<BigDecimal> seconds(BigDecimal number) {
      BigDecimal days = number;
      if (this == EXCEL_DAY && number.compareTo(BigDecimal.valueOf(61)) < 0) {
        if (number.compareTo(BigDecimal.valueOf(60)) >= 0) {
          return Optional.empty();
        }
        days = number.add(BigDecimal.ONE);
      }
      return Optional.of(days.multiply(unit).add(start));
    }
  }

  private static final BigDecimal FAR = BigDecimal.valueOf(1_000_000_000_000L);

  /** Each epoch in UTC and in local time. */
  static Stream<MomentFormat> all() {
    return Stream.of(Epoch.values())
        .flatMap(epoch -> Stream.of(new MomentFormat(epoch, false), new MomentFormat(epoch, true)));
  }

  @Override
  public String id() {
    return epoch.id + (local ? "-local" : "-utc");
  }

  @Override
  public String title() {
    return epoch.words + (local ? ", local time" : ", UTC");
  }

  @Override
  public CellKind kind() {
    return CellKind.NUMBER;
  }

  @Override
  public Optional<String> text(@Nullable Object value) {
    return text(value, local ? ZoneId.systemDefault() : ZoneOffset.UTC);
  }

  /** The same in a time zone. */
  Optional<String> text(@Nullable Object value, ZoneId zone) {
    return switch (value) {
      case Long number -> moment(BigDecimal.valueOf(number), zone);
      case Double number when Double.isFinite(number) -> moment(BigDecimal.valueOf(number), zone);
      case null, default -> Optional.empty();
    };
  }

  private Optional<String> moment(BigDecimal number, ZoneId zone) {
    return epoch
        .seconds(number)
        .map(exact -> exact.setScale(epoch.decimals(), RoundingMode.HALF_UP))
        .filter(seconds -> seconds.abs().compareTo(FAR) < 0)
        .flatMap(seconds -> written(seconds, zone));
  }

  private static Optional<String> written(BigDecimal seconds, ZoneId zone) {
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    long nanos = seconds.subtract(whole).movePointRight(9).longValueExact();
    try {
      LocalDateTime time =
          LocalDateTime.ofInstant(Instant.ofEpochSecond(whole.longValueExact(), nanos), zone);
      return time.getYear() < 0 || time.getYear() > 9999
          ? Optional.empty()
          : Optional.of(written(time));
    } catch (DateTimeException outOfTime) {
      return Optional.empty();
    }
  }

  private static String written(LocalDateTime time) {
    StringBuilder text = new StringBuilder(time.toLocalDate().toString()).append(' ');
    two(text, time.getHour()).append(':');
    two(text, time.getMinute()).append(':');
    two(text, time.getSecond());
    int fraction = time.get(ChronoField.MICRO_OF_SECOND);
    if (fraction > 0) {
      String micros = Integer.toString(1_000_000 + fraction).substring(1);
      text.append('.').append(micros.endsWith("000") ? micros.substring(0, 3) : micros);
    }
    return text.toString();
  }

  private static StringBuilder two(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
