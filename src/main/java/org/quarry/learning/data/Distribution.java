package org.quarry.learning.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quarry.database.profile.Bin;
import org.quarry.database.profile.ColumnProfile;

/**
 * How the values of a column are spread, small enough to be drawn in a cell. Immutable.
 *
 * @param bars of numbers and days some equal stretches in their order, of all else the most
 *     frequent values, the most frequent first
 * @param stretches whether the bars are stretches, not single values
 * @param different how many values differ, at least
 * @param nulls how many of the rows looked at have no value
 */
public record Distribution(List<Bar> bars, boolean stretches, long different, long nulls) {
  private static final int MOST_BARS = 12;
  private static final int WIDEST = 24;

  /**
   * One bar.
   *
   * @param name what is counted
   * @param rows how many rows
   */
  public record Bar(String name, long rows) {}

  /** Copies the list. */
  public Distribution {
    bars = List.copyOf(bars);
  }

  /** The distribution that a profile saw. */
  public static Distribution of(ColumnProfile profile) {
    long different = profile.distinct().count();
    List<Bar> bars =
        profile.histogram().isEmpty() || different <= MOST_BARS
            ? profile.top().stream()
                .filter(top -> top.value() != null)
                .limit(MOST_BARS)
                .map(top -> new Bar(clip(String.valueOf(top.value())), top.count()))
                .toList()
            : merged(profile.histogram());
    boolean stretches = !profile.histogram().isEmpty() && different > MOST_BARS;
    return new Distribution(bars, stretches, different, profile.storage().nulls());
  }

  private static List<Bar> merged(List<Bin> bins) {
    int each = Math.ceilDiv(bins.size(), MOST_BARS);
    List<Bar> bars = new ArrayList<>();
    for (int from = 0; from < bins.size(); from += each) {
      List<Bin> part = bins.subList(from, Math.min(bins.size(), from + each));
      bars.add(
          new Bar(
              text(part.getFirst().low()) + " to " + text(part.getLast().high()),
              part.stream().mapToLong(Bin::count).sum()));
    }
    return bars;
  }

  private static String text(Object bound) {
    return bound instanceof Double number ? "%.4g".formatted(number) : bound.toString();
  }

  /** The distribution of a column of some rows. */
  static Distribution of(Rows rows, int column) {
    Map<ClassLabel, Long> counts = new HashMap<>();
    List<Double> numbers = new ArrayList<>();
    long nulls = 0;
    long others = 0;
    for (Row row : rows.rows()) {
      @Nullable Object value = row.values().get(column);
      ClassLabel label = value == null ? null : ClassLabel.of(value);
      if (label != null) {
        counts.merge(label, 1L, Long::sum);
      }
      if (value == null) {
        nulls++;
      } else if (DataSet.isNumber(value)) {
        numbers.add(((Number) value).doubleValue());
      } else {
        others++;
      }
    }
    boolean stretches = others == 0 && counts.size() > MOST_BARS;
    List<Bar> bars =
        stretches
            ? stretches(numbers)
            : counts.entrySet().stream()
                .sorted(
                    Map.Entry.<ClassLabel, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_BARS)
                .map(count -> new Bar(clip(count.getKey().text()), count.getValue()))
                .toList();
    return new Distribution(bars, stretches, counts.size(), nulls);
  }

  private static List<Bar> stretches(List<Double> numbers) {
    double low = numbers.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double high = numbers.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    // By halves, for the whole range may be more than a double holds.
    double step = high / MOST_BARS - low / MOST_BARS;
    long[] counts = new long[MOST_BARS];
    for (double number : numbers) {
      counts[Math.clamp((long) (number / step - low / step), 0, MOST_BARS - 1)]++;
    }
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      bars.add(new Bar(text(low + i * step) + " to " + text(low + (i + 1) * step), counts[i]));
    }
    return bars;
  }

  private static String clip(String text) {
    return text.codePointCount(0, text.length()) <= WIDEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, WIDEST)) + "…";
  }

  /** The rows of the highest bar. */
  public long highest() {
    return bars.stream().mapToLong(Bar::rows).max().orElse(0);
  }

  /** All bars in words, a line each. */
  public String words() {
    String lines =
        bars.stream().map(bar -> bar.name() + ": " + bar.rows()).collect(Collectors.joining("\n"));
    String more = !stretches && different > bars.size() ? "\nand other values" : "";
    String none = nulls == 0 ? "" : (lines.isEmpty() ? "" : "\n") + "NULL: " + nulls;
    return lines + more + none;
  }
}
