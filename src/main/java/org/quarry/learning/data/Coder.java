package org.quarry.learning.data;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a feature's values into raw numbers: a number stays, a moment becomes what the feature
 * says, a category the position it has among the feature's categories. Immutable; safe for several
 * threads.
 */
public final class Coder {
  /** The code of a category that the feature does not know. */
  public static final double UNKNOWN = -1;

  private final Feature feature;
  private final Map<ClassLabel, Integer> codes = new HashMap<>();

  /** Makes the coder of a feature. */
  public Coder(Feature feature) {
    this.feature = feature;
    feature.categories().forEach(category -> codes.put(category, codes.size()));
  }

  /** Whether a value can be one of a feature of that kind. */
  public static boolean accepts(Kind kind, Object value) {
    return switch (kind) {
      case NUMERIC -> DataSet.isNumber(value);
      case NOMINAL -> ClassLabel.of(value) != null;
      case DATE -> Moments.of(value) != null;
    };
  }

  /**
   * The number of a value: NaN for NULL, {@link #UNKNOWN} for a category that has no code.
   *
   * @param value a value that {@link #accepts}, or null
   * @throws IllegalArgumentException if it is no such value
   */
  public double code(@Nullable Object value) {
    if (value == null) {
      return Double.NaN;
    }
    return switch (feature.kind()) {
      case NUMERIC -> number(value);
      case NOMINAL -> {
        Integer code = codes.get(ClassLabel.of(value));
        yield code == null ? UNKNOWN : code;
      }
      case DATE -> {
        LocalDateTime moment = Moments.of(value);
        if (moment == null) {
          throw new IllegalArgumentException("no moment: " + value);
        }
        yield feature.number().of(moment);
      }
    };
  }

  private static double number(Object value) {
    if (!DataSet.isNumber(value)) {
      throw new IllegalArgumentException("no number: " + value);
    }
    return ((Number) value).doubleValue();
  }
}
