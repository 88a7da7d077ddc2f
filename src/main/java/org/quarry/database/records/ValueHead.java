package org.quarry.database.records;

import org.jspecify.annotations.Nullable;

/**
 * The beginning of one value, with the size of the whole.
 *
 * @param value null, Long, Double, or the beginning of a String or {@code byte[]}
 * @param bytes how many bytes the whole has as the file stores it; 0 for a number or NULL
 * @param characters how many characters a whole text has; 0 for anything else
 * @param whole whether {@code value} is all of it
 */
public record ValueHead(@Nullable Object value, long bytes, long characters, boolean whole) {
  /** From a row of {@link RecordMapper#head}. */
  static ValueHead of(@Nullable Object[] row) {
    Object value = row[3];
    boolean sized = value instanceof String || value instanceof byte[];
    return new ValueHead(
        value,
        sized ? number(row[0]) : 0,
        value instanceof String ? number(row[1]) : 0,
        number(row[2]) != 0);
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }
}
