package org.quarry.database.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bins of the numbers of a column, and the sum of the squares about their mean.
 *
 * @param bins the bins, also those between others that have no number
 * @param squares the sum of squares about the mean
 */
record Histogram(List<Bin> bins, double squares) {
  /** Counts the finite numbers. */
  static Histogram of(ProfileMapper mapper, Looked looked, Figures figures) {
    Number least = figures.least();
    Number greatest = figures.greatest();
    if (least == null || greatest == null) {
      return new Histogram(List.of(), 0);
    }
    Double mean = figures.mean();
    NumberBins shape =
        NumberBins.of(
            least.doubleValue(),
            greatest.doubleValue(),
            figures.storage().reals() == 0,
            mean == null ? 0 : mean);
    Map<Long, @Nullable Object[]> counted = new HashMap<>();
    double squares = 0;
    for (@Nullable Object[] row : mapper.numberBins(looked, shape)) {
      counted.put(Figures.number(row[0]), row);
      squares += row[4] instanceof Number part ? part.doubleValue() : 0;
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < shape.count(); i++) {
      Object low = shape.low(i);
      Object high = shape.low(i + 1);
      @Nullable Object[] row = counted.get((long) i);
      bins.add(
          row == null || row[2] == null || row[3] == null
              ? new Bin(low, high, 0, low, high)
              : new Bin(low, high, Figures.number(row[1]), row[2], row[3]));
    }
    return new Histogram(bins, squares);
  }
}
