package org.quarry.database.profile;

import org.jspecify.annotations.Nullable;

/**
 * A value and how often it occurs.
 *
 * @param value null, Long, Double or String; of a longer text its first {@value ProfileSql#HEAD}
 *     characters
 * @param count how many rows have it; of a longer text, how many begin so
 * @param clipped whether the text goes on
 */
public record ValueCount(@Nullable Object value, long count, boolean clipped) {
  /** Reads a row of value and count. */
  static ValueCount of(@Nullable Object[] row) {
    Object value = row[0];
    boolean clipped =
        value instanceof String text && text.codePointCount(0, text.length()) > ProfileSql.HEAD;
    Object head =
        clipped && value instanceof String text
            ? text.substring(0, text.offsetByCodePoints(0, ProfileSql.HEAD))
            : value;
    return new ValueCount(head, Figures.number(row[1]), clipped);
  }
}
