package org.quarry.ui.kit;

import java.time.Duration;
import java.util.Locale;

/** How numbers, times and counts read everywhere. */
public final class Texts {
  /** Stands between groups of three digits: a thin space that does not break. */
  private static final char THIN = '\u202f';

  private Texts() {}

  /** A whole number with thin spaces: {@code 7 330 226}. */
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', THIN);
  }

  /** "1 row", "2 rows". */
  public static String count(long number, String thing) {
    return number(number) + " " + thing + (number == 1 ? "" : "s");
  }

  /** A size in units of 1024: {@code 12 B}, {@code 12.3 MB}. */
  public static String bytes(long bytes) {
    if (bytes < 1024) {
      return bytes + " B";
    }
    double value = bytes / 1024.0;
    String[] units = {"KB", "MB", "GB"};
    int unit = 0;
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
  }

  /** A time taken: {@code 0.8 ms}, {@code 12 ms}, {@code 3.4 s}, {@code 2:05 min}. */
  public static String nanos(long nanos) {
    double ms = nanos / 1e6;
    if (ms < 10) {
      return String.format(Locale.ROOT, "%.1f ms", ms);
    }
    if (ms < 1000) {
      return String.format(Locale.ROOT, "%.0f ms", ms);
    }
    if (ms < 60_000) {
      return String.format(Locale.ROOT, "%.1f s", ms / 1000);
    }
    Duration duration = Duration.ofNanos(nanos);
    return String.format(
        Locale.ROOT, "%d:%02d min", duration.toMinutes(), duration.toSecondsPart());
  }

  /** A time to come, {@code 0:04}. */
  public static String left(long nanos) {
    long seconds = Math.round(nanos / 1e9);
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }
}
