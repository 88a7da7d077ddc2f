package org.quarry.database.filter;

import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes values in the language that {@link FilterParser} reads, each as nothing but itself. */
public final class FilterText {
  /** What is read as it stands: no sign of the language, and no blank at an end. */
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*(?: [\\p{L}\\p{N}_-]+)*");

  private FilterText() {}

  /**
   * A value as a list or a comparison takes it: {@code AUT}, {@code "a, b"}, {@code 0.5}, {@code
   * null}.
   *
   * @param value null, Long, Double or String
   */
  public static String value(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Double number when Double.isInfinite(number) -> number > 0 ? "9e999" : "-9e999";
      case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
          Long.toString(number.longValue());
      case Number number -> number.toString();
      default -> text(value.toString());
    };
  }

  private static String text(String text) {
    return PLAIN.matcher(text).matches() && !text.equalsIgnoreCase("null") ? text : quoted(text);
  }

  /** A text in quotes, which alone says: contains it. */
  public static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  /** The filter that lets pass what equals a value, or is NULL. */
  public static String equal(@Nullable Object value) {
    return value == null ? "null" : value.equals("") ? "empty" : "=" + value(value);
  }

  /**
   * The filter that lets pass what lies between two values, both included: numbers, or the texts of
   * two years or months.
   */
  public static String between(Object low, Object high) {
    if (low instanceof Number) {
      return low.equals(high) ? equal(low) : value(low) + ".." + value(high);
    }
    return low + ".." + high;
  }

  /**
   * The filter that lets pass one of some values.
   *
   * @param values what {@link #value} wrote, at least one
   */
  public static String in(Collection<String> values) {
    return "in: " + String.join(", ", values);
  }

  /**
   * The filter that lets pass none of some values.
   *
   * @param values what {@link #value} wrote, at least one, {@code null} not among them
   * @param orNull whether NULL passes
   */
  public static String notIn(Collection<String> values, boolean orNull) {
    return "not in: " + String.join(", ", values) + (orNull ? " | null" : "");
  }
}
