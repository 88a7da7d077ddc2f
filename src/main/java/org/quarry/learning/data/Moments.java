package org.quarry.learning.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads days and moments as ISO 8601 and SQLite write them: {@code 2026-01-31}, {@code 2026-01-31
 * 12:30}, {@code 2026-01-31T12:30:59.5Z}.
 */
final class Moments {
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})"
              + "(?:[ T](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)(Z|[+-]\\d{2}:\\d{2})?)?");

  private Moments() {}

  /**
   * The moment that a value names, or null. One with an offset is taken to UTC, one without is
   * taken as it stands; a day is its first moment.
   */
  static @Nullable LocalDateTime of(Object value) {
    if (!(value instanceof String text)) {
      return null;
    }
    Matcher iso = ISO.matcher(text);
    if (!iso.matches()) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(iso.group(1));
      if (iso.group(2) == null) {
        return day.atStartOfDay();
      }
      LocalDateTime moment = day.atTime(LocalTime.parse(iso.group(2)));
      return iso.group(3) == null
          ? moment
          : moment
              .atOffset(ZoneOffset.of(iso.group(3)))
              .withOffsetSameInstant(ZoneOffset.UTC)
              .toLocalDateTime();
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }
}
