package org.quarry.learning.search;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.DataSet;
import org.quarry.learning.data.Feature;

/** The rows of a search side by side, in arrays that are shared and not to be changed. */
public final class SearchData {
  private final List<Feature> features;
  private final double[][] points;
  private final int[] labels;
  private final List<ClassLabel> classes;
  private final int @Nullable [] groups;

  private SearchData(
      List<Feature> features,
      double[][] points,
      int[] labels,
      List<ClassLabel> classes,
      int @Nullable [] groups) {
    this.features = features;
    this.points = points;
    this.labels = labels;
    this.classes = classes;
    this.groups = groups;
  }

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

  /** The features. */
  public List<Feature> features() {
    return features;
  }

  /** The raw features of each row. */
  public double[][] points() {
    return points;
  }

  /** The class of each row, as a position in {@link #classes}. */
  public int[] labels() {
    return labels;
  }

  /** The classes. */
  public List<ClassLabel> classes() {
    return classes;
  }

  /** The group of each row, or null when there are none. */
  public int @Nullable [] groups() {
    return groups;
  }
}
