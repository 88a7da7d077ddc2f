package org.quarry.ui.records;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.BlobSize;

/** Adds up cells one after the other; memory stays bounded. */
final class SelectionCount {
  /** How many different values are kept to tell new ones from. */
  static final int KEPT = 100_000;

  /** Up to here every whole number is a double. */
  private static final long EXACT = 1L << 53;

  private final Set<Object> distinct = new HashSet<>();
  private boolean more;
  private long cells;
  private long values;
  private long numbers;
  private long whole;
  private boolean wholeOnly = true;
  private double sum;
  private double lost;
  private @Nullable Number least;
  private @Nullable Number most;
  private @Nullable String first;
  private @Nullable String last;

  /** Counts a cell: null, Long, Double, String, {@code byte[]}, or what stands for a long value. */
  void add(@Nullable Object value) {
    cells++;
    if (value == null) {
      return;
    }
    values++;
    more |= !Paged.isWhole(value);
    more |= value instanceof byte[];
    Object told = told(value);
    if (distinct.size() < KEPT) {
      distinct.add(told);
    } else if (!distinct.contains(told)) {
      more = true;
    }
    if (value instanceof Number number) {
      number(number);
    } else if (value instanceof String text) {
      first = first == null || text.compareTo(first) < 0 ? text : first;
      last = last == null || text.compareTo(last) > 0 ? text : last;
    }
  }

  /** What a value is told apart by. SQLite holds 1 and 1.0 for one value, 0.0 and -0.0 too. */
  private static Object told(Object value) {
    return switch (value) {
      case byte[] bytes -> new BlobSize(bytes.length);
      case Double number -> number + 0.0;
      case Long number when number > -EXACT && number < EXACT -> (double) number;
      default -> value;
    };
  }

  private void number(Number number) {
    numbers++;
    if (number instanceof Long part && wholeOnly) {
      long next = whole + part;
      wholeOnly = ((whole ^ next) & (part ^ next)) >= 0;
      whole = next;
    } else {
      wholeOnly = false;
    }
    // Neumaier's sum: what one addition loses is kept and added at the end.
    double part = number.doubleValue();
    double next = sum + part;
    lost += Math.abs(sum) >= Math.abs(part) ? (sum - next) + part : (part - next) + sum;
    sum = next;
    least = least == null || compare(number, least) < 0 ? number : least;
    most = most == null || compare(number, most) > 0 ? number : most;
  }

  private static int compare(Number one, Number other) {
    return one instanceof Long a && other instanceof Long b
        ? Long.compare(a, b)
        : Double.compare(one.doubleValue(), other.doubleValue());
  }

  /** The figures so far; {@code partial} when more cells are selected. */
  SelectionStats stats(boolean partial) {
    double exact = Double.isFinite(sum + lost) ? sum + lost : sum;
    return new SelectionStats(
        cells,
        partial,
        values,
        distinct.size(),
        more,
        numbers,
        wholeOnly ? (Number) whole : (Number) exact,
        least == null ? first : least,
        most == null ? last : most);
  }
}
