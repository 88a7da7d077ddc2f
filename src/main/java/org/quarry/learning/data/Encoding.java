package org.quarry.learning.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the raw value of a feature becomes columns of a point, as measured on some rows: what a
 * missing value counts as, and which categories there are. A feature that has no value in those
 * rows makes no column. Immutable.
 *
 * @param feature the feature
 * @param fill what a missing value counts as: the mean, or a value, or a code; NaN where it counts
 *     as nothing or there was no value
 * @param seen the codes of the categories that occurred, in ascending order; empty unless nominal
 * @param gaps whether a value was missing
 */
public record Encoding(Feature feature, double fill, List<Integer> seen, boolean gaps) {
  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if the parts contradict each other
   */
  public Encoding {
    seen = List.copyOf(seen);
    int[] codes = seen.stream().mapToInt(Integer::intValue).toArray();
    boolean ascending = IntStream.range(1, codes.length).allMatch(i -> codes[i - 1] < codes[i]);
    boolean known =
        codes.length == 0
            || (codes[0] >= 0 && codes[codes.length - 1] < feature.categories().size());
    if (!ascending || !known) {
      throw new IllegalArgumentException("its categories are damaged: " + seen);
    }
    boolean fills =
        switch (feature.missing()) {
          case LEAVE_OUT, CATEGORY -> false;
          case MODE -> feature.kind() != Kind.NOMINAL || !seen.isEmpty();
          case MEAN, INDICATOR -> true;
        };
    boolean fits =
        Double.isNaN(fill)
            ? !fills || (gaps && seen.isEmpty())
            : fills
                && Double.isFinite(fill)
                && (feature.kind() != Kind.NOMINAL
                    || IntStream.of(codes).anyMatch(code -> code == fill));
    if (!fits || (gaps && feature.missing() == Missing.LEAVE_OUT)) {
      throw new IllegalArgumentException(
          "“" + feature.name() + "” cannot fill what is missing with " + fill);
    }
  }

  /**
   * Measures a feature.
   *
   * @param values its raw value in each row, NaN where it is missing
   */
  static Encoding measure(Feature feature, double[] values) {
    double[] present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    List<Integer> seen =
        feature.kind() == Kind.NOMINAL
            ? Arrays.stream(present)
                .mapToInt(value -> (int) value)
                .distinct()
                .sorted()
                .boxed()
                .toList()
            : List.of();
    double fill =
        present.length == 0
            ? Double.NaN
            : switch (feature.missing()) {
              case LEAVE_OUT, CATEGORY -> Double.NaN;
              case MEAN, INDICATOR -> mean(present);
              case MODE -> mode(present);
            };
    return new Encoding(feature, fill, seen, present.length < values.length);
  }

  /** Divided before it is summed only where the sum goes beyond all numbers. */
  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    if (Double.isFinite(sum)) {
      return sum / values.length;
    }
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    return mean;
  }

  private static double mode(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double mode = sorted[0];
    int most = 0;
    int run = 0;
    for (int i = 0; i < sorted.length; i++) {
      run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
      if (run > most) {
        most = run;
        mode = sorted[i];
      }
    }
    return mode;
  }

  /** Whether there is one number for the value itself. */
  private boolean single() {
    return feature.kind() != Kind.NOMINAL
        && (feature.missing() == Missing.LEAVE_OUT || !Double.isNaN(fill));
  }

  /** Whether one more number tells that the value is missing. */
  private boolean tellsMissing() {
    return switch (feature.missing()) {
      case CATEGORY -> gaps;
      case INDICATOR -> gaps && single();
      case LEAVE_OUT, MEAN, MODE -> false;
    };
  }

  /** How many columns of a point it makes. */
  public int width() {
    return (single() ? 1 : seen.size()) + (tellsMissing() ? 1 : 0);
  }

  /** What its columns are called: {@code area}, {@code country=AUT}, {@code area is missing}. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    if (single()) {
      names.add(feature.name());
    }
    seen.forEach(code -> names.add(feature.name() + "=" + feature.categories().get(code).text()));
    if (tellsMissing()) {
      names.add(feature.name() + " is missing");
    }
    return names;
  }

  /**
   * Writes the columns of a raw value.
   *
   * @param raw the value, NaN when it is missing
   * @param point where they go; 0 there so far
   * @param at the place of the first
   */
  void write(double raw, double[] point, int at) {
    boolean missing = Double.isNaN(raw);
    double value = missing ? fill : raw;
    if (single()) {
      point[at] = value;
    } else if (!Double.isNaN(value)) {
      int place = place(value);
      if (place >= 0) {
        point[at + place] = 1;
      }
    }
    if (missing && tellsMissing()) {
      point[at + width() - 1] = 1;
    }
  }

  /** Whether a raw value is a category, or missing as a category, that did not occur. */
  boolean unseen(double raw) {
    if (feature.kind() != Kind.NOMINAL) {
      return false;
    }
    return Double.isNaN(raw) ? feature.missing() == Missing.CATEGORY && !gaps : place(raw) < 0;
  }

  private int place(double code) {
    return Collections.binarySearch(seen, (int) code);
  }
}
