package org.quarry.ui.inspector;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a number as a moment in every usual count of time, and a text as the date it writes. */
final class DateReadings {
  private static final DateTimeFormatter PLAIN =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);
  private static final DateTimeFormatter ZONED =
      new DateTimeFormatterBuilder().append(PLAIN).appendPattern(" xxx").toFormatter(Locale.ROOT);
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)"
              + "(?:[ T]+(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9})\\d*)?)?\\s*"
              + "(Z|[+-]\\d\\d:?\\d\\d)?)?");

  /** A count of time: its unit in seconds and the moment of zero in seconds since 1970. */
  private enum Count {
    SECONDS("Unix seconds", "1", "0", false),
    MILLISECONDS("Unix milliseconds", "0.001", "0", false),
    MICROSECONDS("Unix microseconds", "0.000001", "0", false),
    NANOSECONDS("Unix nanoseconds", "0.000000001", "0", false),
    JULIAN("Julian day", "86400", "-210866760000", true),
    MAC("Mac seconds since 2001", "1", "978307200", false),
    EXCEL("Excel days", "86400", "-2209161600", true),
    WEBKIT("WebKit microseconds since 1601", "0.000001", "-11644473600", false),
    FILETIME("Windows file time", "0.0000001", "-11644473600", false),
    TICKS(".NET ticks", "0.0000001", "-62135596800", false);

    private final String words;
    private final BigDecimal unit;
    private final BigDecimal zero;
    private final boolean days;

    Count(String words, String unit, String zero, boolean days) {
      this.words = words;
      this.unit = new BigDecimal(unit);
      this.zero = new BigDecimal(zero);
      this.days = days;
    }

    /** Days have no more than milliseconds in a double, as SQLite takes them. */
    private BigDecimal seconds(BigDecimal number) {
      BigDecimal seconds = number.multiply(unit).add(zero);
      return days ? seconds.setScale(3, RoundingMode.HALF_UP) : seconds;
    }
  }

  private final ZoneId zone;

  private DateReadings(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Every way to read a value as a moment of the years 1 to 9999, the plausible ones first; none if
   * it is neither a number nor a date of ISO 8601.
   *
   * @param zone the local zone
   */
  static List<DateReading> of(@Nullable Object value, ZoneId zone) {
    DateReadings readings = new DateReadings(zone);
    return switch (value) {
      case Long number -> readings.number(BigDecimal.valueOf(number));
      case Double number when Double.isFinite(number) ->
          readings.number(BigDecimal.valueOf(number));
      case String text -> readings.text(text.strip());
      case null, default -> List.of();
    };
  }

  /** Whether a text writes a date. */
  static boolean isDate(String text) {
    return text.length() <= 40 && !of(text, ZoneOffset.UTC).isEmpty() && text.indexOf('-') > 0;
  }

  private List<DateReading> number(BigDecimal number) {
    List<DateReading> found = new ArrayList<>();
    for (Count count : Count.values()) {
      BigDecimal seconds = count.seconds(number);
      if (seconds.abs().compareTo(BigDecimal.valueOf(300_000_000_000L)) < 0) {
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        long nanos = seconds.subtract(whole).movePointRight(9).longValue();
        Instant moment = Instant.ofEpochSecond(whole.longValueExact(), nanos);
        int year = moment.atZone(ZoneOffset.UTC).getYear();
        if (year >= 1 && year <= 9999) {
          found.add(reading(count.words, moment));
        }
      }
    }
    found.sort(Comparator.comparing(reading -> !reading.plausible()));
    return found;
  }

  private List<DateReading> text(String text) {
    if (text.matches("[+-]?\\d{1,19}(\\.\\d{1,9})?")) {
      return number(new BigDecimal(text));
    }
    Matcher iso = ISO.matcher(text);
    if (!iso.matches()) {
      return List.of();
    }
    try {
      LocalDateTime written =
          LocalDateTime.of(part(iso, 1), part(iso, 2), part(iso, 3), part(iso, 4), part(iso, 5))
              .withSecond(part(iso, 6))
              .withNano(nanos(iso.group(7)));
      if (iso.group(8) != null) {
        Instant moment = written.toInstant(ZoneOffset.of(iso.group(8)));
        return List.of(reading("As written", moment));
      }
      return List.of(
          reading("Taken as UTC", written.toInstant(ZoneOffset.UTC)),
          reading("Taken as local time", written.atZone(zone).toInstant()));
    } catch (DateTimeException noSuchDay) {
      // The 31st of February has the form of a date and is none.
      return List.of();
    }
  }

  private static int part(Matcher iso, int group) {
    return iso.group(group) == null ? 0 : Integer.parseInt(iso.group(group));
  }

  private static int nanos(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt((digits + "00000000").substring(0, 9));
  }

  private DateReading reading(String name, Instant moment) {
    int year = moment.atZone(ZoneOffset.UTC).getYear();
    BigDecimal unix =
        BigDecimal.valueOf(moment.getEpochSecond())
            .add(BigDecimal.valueOf(moment.getNano(), 9))
            .stripTrailingZeros();
    return new DateReading(
        name,
        PLAIN.format(moment.atZone(ZoneOffset.UTC)),
        ZONED.format(moment.atZone(zone)),
        unix.toPlainString(),
        year >= 1900 && year < 2200);
  }
}
