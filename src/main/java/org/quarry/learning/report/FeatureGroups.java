package org.quarry.learning.report;

import java.util.stream.IntStream;

/**
 * Which columns of a point make up one feature: a number is one column, a column of texts is one
 * for each of its values. What is shuffled or replaced is a feature as a whole, since a point with
 * two texts at once would be none. Immutable.
 */
public final class FeatureGroups {
  private final int[][] columns;

  private FeatureGroups(int[][] columns) {
    this.columns = columns;
  }

  /** Each column is a feature. */
  public static FeatureGroups single(int columns) {
    return new FeatureGroups(
        IntStream.range(0, columns).mapToObj(column -> new int[] {column}).toArray(int[][]::new));
  }

  /**
   * Features of several columns.
   *
   * @param columns for each feature its columns, one at least
   * @throws IllegalArgumentException if a feature has no column
   */
  public static FeatureGroups of(int[]... columns) {
    int[][] copy = new int[columns.length][];
    for (int i = 0; i < copy.length; i++) {
      if (columns[i].length == 0) {
        throw new IllegalArgumentException("feature " + i + " has no column");
      }
      copy[i] = columns[i].clone();
    }
    return new FeatureGroups(copy);
  }

  /** How many features there are. */
  public int size() {
    return columns.length;
  }

  /** The columns of a feature; not to be changed. */
  int[] columns(int feature) {
    return columns[feature];
  }

  /** The point with the columns of a feature taken from another point. */
  double[] replace(double[] point, int feature, double[] from) {
    double[] replaced = point.clone();
    for (int column : columns[feature]) {
      replaced[column] = from[column];
    }
    return replaced;
  }
}
