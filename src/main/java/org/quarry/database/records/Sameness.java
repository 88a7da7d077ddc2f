package org.quarry.database.records;

import java.nio.ByteBuffer;
import java.util.Locale;

/** Values as SQLite compares them: those that are equal there are equal here. */
public final class Sameness {
  private Sameness() {}

  /** The value as one that has equality: 1.0 is 1, and bytes are equal by content. */
  public static Object of(Object value) {
    if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
      return number.longValue();
    }
    return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
  }

  /** The same under a collation of SQLite's own; one that is not known compares as BINARY. */
  public static Object of(Object value, String collation) {
    if (!(value instanceof String text)) {
      return of(value);
    }
    return switch (collation) {
      case "NOCASE" -> asciiLower(text);
      case "RTRIM" -> text.replaceAll(" +$", "");
      default -> text;
    };
  }

  /** SQLite knows the case of the 26 letters of ASCII only. */
  private static String asciiLower(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    text.chars()
        .forEach(
            c ->
                lower.append(
                    c < 0x80
                        ? String.valueOf((char) c).toLowerCase(Locale.ROOT)
                        : String.valueOf((char) c)));
    return lower.toString();
  }
}
