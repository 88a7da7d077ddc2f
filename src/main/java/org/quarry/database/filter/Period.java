package org.quarry.database.filter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A year, month, day, minute or second as the half-open range of the texts that SQLite's date
 * functions write for the moments in it. Neither bound reads as a number, so that a column's
 * numeric affinity leaves it a text.
 *
 * @param start the smallest text in it
 * @param end the smallest text after it
 * @param timed whether it is shorter than a day
 * @param year whether it is a year, whose four digits may also be a number
 */
record Period(String start, String end, boolean timed, boolean year) {
  private static final Pattern TEXT =
      Pattern.compile(
          "(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d)(?:[ T](\\d\\d):(\\d\\d)(?::(\\d\\d))?)?)?)?");

  /** The period that a text names, if it names one. */
  static Optional<Period> of(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(parts));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Period of(Matcher parts) {
    int year = Integer.parseInt(parts.group(1));
    if (parts.group(2) == null) {
      return new Period(year(year), year(year + 1), false, true);
    }
    YearMonth month = Year.of(year).atMonth(Integer.parseInt(parts.group(2)));
    if (parts.group(3) == null) {
      return new Period(month.toString(), text(month.plusMonths(1).atDay(1), 7), false, false);
    }
    LocalDate day = month.atDay(Integer.parseInt(parts.group(3)));
    if (parts.group(4) == null) {
      return new Period(day.toString(), text(day.plusDays(1), 10), false, false);
    }
    boolean second = parts.group(6) != null;
    LocalDateTime from =
        day.atTime(
            Integer.parseInt(parts.group(4)),
            Integer.parseInt(parts.group(5)),
            second ? Integer.parseInt(parts.group(6)) : 0);
    LocalDateTime to = from.plus(1, second ? ChronoUnit.SECONDS : ChronoUnit.MINUTES);
    return new Period(text(from, second), text(to, second), true, false);
  }

  private static String year(int year) {
    // A colon follows the digit 9, so this stands after every text of the year 9999.
    return year > 9999 ? ":" : "%04d-".formatted(year);
  }

  private static String text(LocalDate day, int length) {
    return day.getYear() > 9999 ? ":" : day.toString().substring(0, length);
  }

  private static String text(LocalDateTime moment, boolean second) {
    String time = "%02d:%02d".formatted(moment.getHour(), moment.getMinute());
    return text(moment.toLocalDate(), 10)
        + " "
        + time
        + (second ? ":%02d".formatted(moment.getSecond()) : "");
  }
}
