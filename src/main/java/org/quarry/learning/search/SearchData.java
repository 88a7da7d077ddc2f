package org.quarry.learning.search;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.DataSet;
import org.quarry.learning.data.Feature;

/**
 * The rows of a search, side by side; the arrays are shared and not to be changed.
 *
 * @param features the features
 * @param points the raw features of each row
 * @param labels the class of each row, as a position in the classes
 * @param classes the classes
 * @param groups the group of each row, or null when there are none
 */
public record SearchData(
    List<Feature> features,
    double[][] points,
    int[] labels,
    List<ClassLabel> classes,
    int @Nullable [] groups) {
  /** The rows of a data set that are named, in that order. */
  public static SearchData of(DataSet data, int[] rows) {
    return new SearchData(
        data.roles().features(),
        data.values(rows),
        data.labels(rows),
        data.classes(),
        data.roles().group() == null ? null : data.groups(rows));
  }

  /** Some of the rows, in the order given. */
  public SearchData rows(int[] chosen) {
    int[] known = groups;
    return new SearchData(
        features,
        Arrays.stream(chosen).mapToObj(row -> points[row]).toArray(double[][]::new),
        Arrays.stream(chosen).map(row -> labels[row]).toArray(),
        classes,
        known == null ? null : Arrays.stream(chosen).map(row -> known[row]).toArray());
  }

  /** How many rows there are. */
  public int size() {
    return labels.length;
  }
}
