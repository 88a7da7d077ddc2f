package org.quarry.database.records;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.Column;

/**
 * Days and moments, typed as ISO text and kept as the cell has them: text with a blank or a T, with
 * or without seconds, or a number of seconds or milliseconds since 1970 in UTC.
 *
 * @param unit whether the value is a text or a number since 1970
 * @param separator what stands between day and time
 * @param timed whether there is a time
 * @param seconds whether the time has seconds
 * @param zone what stands behind the time, such as Z
 */
public record MomentForm(Unit unit, char separator, boolean timed, boolean seconds, String zone)
    implements ValueForm {
  /** What a moment is kept as. */
  public enum Unit {
    TEXT,
    SECONDS,
    MILLISECONDS
  }

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})"
              + "(?:([ T])(\\d{2}):(\\d{2})(?::(\\d{2})(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})?)?");

  /**
   * A number of milliseconds has this size from 1973 on, one of seconds not before the year 5138.
   */
  private static final long MILLISECONDS_FROM = 100_000_000_000L;

  /** The form of a column declared so, or of a text that is a moment; else null. */
  static @Nullable MomentForm of(Column column, @Nullable Object known) {
    String type = column.type().toUpperCase(Locale.ROOT);
    if (known instanceof String text) {
      Matcher iso = ISO.matcher(text);
      if (iso.matches()) {
        boolean timed = iso.group(4) != null;
        return new MomentForm(
            Unit.TEXT,
            timed ? iso.group(4).charAt(0) : ' ',
            timed,
            !timed || iso.group(7) != null,
            iso.group(9) == null ? "" : iso.group(9));
      }
    }
    boolean declared = type.contains("DATE") || type.contains("TIMESTAMP");
    if (!declared || known instanceof Double) {
      return null;
    }
    Unit unit =
        known instanceof Long number
            ? Math.abs(number) >= MILLISECONDS_FROM ? Unit.MILLISECONDS : Unit.SECONDS
            : Unit.TEXT;
    return new MomentForm(unit, ' ', unit != Unit.TEXT || type.contains("TIME"), true, "");
  }

  @Override
  public String shown(Object value) {
    return unit != Unit.TEXT && value instanceof Long number
        ? moment(number).map(this::write).orElseGet(() -> TypedValue.text(number))
        : TypedValue.text(value);
  }

  private Optional<LocalDateTime> moment(long number) {
    long scale = unit == Unit.MILLISECONDS ? 1000 : 1;
    try {
      return Optional.of(
              LocalDateTime.ofEpochSecond(
                  Math.floorDiv(number, scale),
                  (int) Math.floorMod(number, scale) * 1_000_000,
                  ZoneOffset.UTC))
          .filter(moment -> moment.getYear() >= 0 && moment.getYear() <= 9999);
    } catch (DateTimeException outside) {
      return Optional.empty();
    }
  }

  /** A typed text as it stands; where a number is kept, the number of the moment it names. */
  @Override
  public Object value(String text) {
    String typed = text.strip();
    if (unit == Unit.TEXT) {
      return typed.matches("[+-]?\\d{1,18}") ? (Object) Long.valueOf(typed) : text;
    }
    if (typed.matches("-?\\d{5,18}")) {
      return Long.valueOf(typed);
    }
    Optional<LocalDateTime> moment = read(typed);
    if (moment.isEmpty()) {
      return text;
    }
    Instant instant = moment.get().toInstant(offset(typed));
    return unit == Unit.SECONDS ? instant.getEpochSecond() : instant.toEpochMilli();
  }

  private static ZoneOffset offset(String iso) {
    Matcher matcher = ISO.matcher(iso);
    String zone = matcher.matches() ? matcher.group(9) : null;
    try {
      return zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone);
    } catch (DateTimeException none) {
      return ZoneOffset.UTC;
    }
  }

  /** The moment a text names, its day at midnight if it has no time; empty if it names none. */
  public Optional<LocalDateTime> read(String text) {
    Matcher iso = ISO.matcher(text.strip());
    if (!iso.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
      LocalTime time =
          iso.group(4) == null
              ? LocalTime.MIDNIGHT
              : LocalTime.of(
                  number(iso, 5), number(iso, 6), iso.group(7) == null ? 0 : number(iso, 7));
      String fraction = iso.group(8);
      if (fraction != null) {
        time =
            time.withNano(Integer.parseInt((fraction.substring(1) + "00000000").substring(0, 9)));
      }
      return Optional.of(day.atTime(time));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static int number(Matcher iso, int group) {
    return Integer.parseInt(iso.group(group));
  }

  /** A moment as this form types it. */
  public String write(LocalDateTime moment) {
    String day = moment.toLocalDate().toString();
    return timed ? day + separator + time(moment.toLocalTime()) + zone : day;
  }

  /** A time as this form types it: {@code 09:30:00}, {@code 09:30}. */
  public String time(LocalTime time) {
    String minutes = String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
    String withSeconds =
        seconds || time.getSecond() != 0 || time.getNano() != 0
            ? String.format(Locale.ROOT, "%s:%02d", minutes, time.getSecond())
            : minutes;
    int millis = time.getNano() / 1_000_000;
    return millis == 0 ? withSeconds : String.format(Locale.ROOT, "%s.%03d", withSeconds, millis);
  }

  @Override
  public @Nullable String doubt(String text) {
    String typed = text.strip();
    if (read(typed).isPresent() || value(text) instanceof Long) {
      return null;
    }
    Matcher iso = ISO.matcher(typed);
    if (iso.matches()) {
      return "“" + typed + "” is no " + (iso.group(4) == null ? "day" : "moment") + " there is";
    }
    return "“" + typed + "” is no date like " + write(LocalDate.of(2024, 12, 31).atTime(23, 59));
  }

  @Override
  public @Nullable String doubtSoFar(String text) {
    return ISO.matcher(text.strip()).matches() ? doubt(text) : null;
  }
}
