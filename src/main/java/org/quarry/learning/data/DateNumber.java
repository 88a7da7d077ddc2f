package org.quarry.learning.data;

import java.time.LocalDateTime;

/** The number that a moment becomes. */
public enum DateNumber {
  /** Days since 1970, with the part of the day that is over. */
  DAYS("days"),
  /** Seconds since 1970. */
  SECONDS("seconds"),
  /** The year. */
  YEAR("year"),
  /** The month, 1 to 12. */
  MONTH("month"),
  /** The day of the week, 1 (Monday) to 7. */
  WEEKDAY("weekday"),
  /** The hour of the day, 0 to 23. */
  HOUR("hour");

  private static final double SECONDS_A_DAY = 86_400;

  private final String text;

  DateNumber(String text) {
    this.text = text;
  }

  /** Its name in files and commands. */
  public String text() {
    return text;
  }

  /** The number of a moment. */
  double of(LocalDateTime moment) {
    return switch (this) {
      case DAYS -> moment.toLocalDate().toEpochDay() + nanos(moment) / (SECONDS_A_DAY * 1e9);
      case SECONDS -> moment.toLocalDate().toEpochDay() * SECONDS_A_DAY + nanos(moment) / 1e9;
      case YEAR -> moment.getYear();
      case MONTH -> moment.getMonthValue();
      case WEEKDAY -> moment.getDayOfWeek().getValue();
      case HOUR -> moment.getHour();
    };
  }

  private static long nanos(LocalDateTime moment) {
    return moment.toLocalTime().toNanoOfDay();
  }
}
