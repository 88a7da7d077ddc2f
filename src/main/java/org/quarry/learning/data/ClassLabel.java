package org.quarry.learning.data;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The name of a class: a value of the target column. Numbers that are equal are one class (1 and
 * 1.0), as SQLite compares them. Numbers order before texts, by size; texts by code unit.
 *
 * @param value a Long, a finite Double that is no whole number a long holds, or a String
 */
public record ClassLabel(Object value) implements Comparable<ClassLabel> {
  private static final Comparator<String> BY_CODE_UNIT = Comparator.naturalOrder();

  /** Makes a label of a value that {@link #of} would make. */
  public ClassLabel {
    if (!(value instanceof Long
        || value instanceof String
        || (value instanceof Double number && number.equals(canonical(number))))) {
      throw new IllegalArgumentException("no class label: " + value);
    }
  }

  /**
   * The label of a value, or null when the value can name no class: a blob, NaN or an infinity.
   *
   * @param value a Long, Double, String or {@code byte[]}
   */
  public static @Nullable ClassLabel of(Object value) {
    return switch (value) {
      case Long number -> new ClassLabel(number);
      case String text -> new ClassLabel(text);
      case Double number when Double.isFinite(number) -> new ClassLabel(canonical(number));
      default -> null;
    };
  }

  private static Object canonical(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < 0x1p63;
    if (whole) {
      return (long) number;
    }
    return number;
  }

  /** How it is shown. */
  public String text() {
    return value.toString();
  }

  @Override
  public int compareTo(ClassLabel other) {
    if (value instanceof String mine && other.value instanceof String theirs) {
      return BY_CODE_UNIT.compare(mine, theirs);
    }
    if (value instanceof Long mine && other.value instanceof Long theirs) {
      return Long.compare(mine, theirs);
    }
    if (value instanceof Number mine && other.value instanceof Number theirs) {
      return Double.compare(mine.doubleValue(), theirs.doubleValue());
    }
    return value instanceof Number ? -1 : 1;
  }
}
