package org.quarry.learning.data;

import java.util.Arrays;
import java.util.List;
import org.quarry.learning.LearningProblem;

/**
 * What can be learned from: the rows whose target is set, in their order, each feature as a raw
 * number as {@link Coder} makes it, NaN where it is missing. Nothing is filled in or scaled yet:
 * that is {@link Preparation}'s, and measured on rows for training only. Left out and counted are
 * rows with a NULL target, which are to be predicted; rows that lack a feature that must not be
 * missing; and rows without a group where there is one. Immutable.
 */
public final class DataSet {
  private final Roles roles;
  private final List<ClassLabel> classes;
  private final List<ClassLabel> groups;
  private final List<Object> identities;
  private final double[][] values;
  private final int[] labels;
  private final int[] group;
  private final Left left;

  /**
   * How many rows were left out.
   *
   * @param unlabelled without a target: those to be predicted
   * @param incomplete with a target, without a feature that must not be missing
   * @param ungrouped with a target and every such feature, without a group
   */
  record Left(int unlabelled, int incomplete, int ungrouped) {}

  /** Keeps the arrays, which are not to be changed. */
  DataSet(
      Roles roles,
      List<ClassLabel> classes,
      List<ClassLabel> groups,
      List<Object> identities,
      double[][] values,
      int[] labels,
      int[] group,
      Left left) {
    this.roles = roles;
    this.classes = List.copyOf(classes);
    this.groups = List.copyOf(groups);
    this.identities = List.copyOf(identities);
    this.values = values;
    this.labels = labels;
    this.group = group;
    this.left = left;
  }

  /**
   * Makes a data set of features that are all numbers, where none may be missing.
   *
   * @param rows the rows
   * @param features the columns to learn from, one at least, each once
   * @param target the column to learn; none of the features
   * @throws LearningProblem as {@link #of(Rows, Roles)}
   */
  public static DataSet of(Rows rows, List<String> features, String target) {
    return of(rows, Roles.numeric(features, target));
  }

  /**
   * Makes a data set.
   *
   * @param rows the rows
   * @param roles what their columns are for
   * @throws LearningProblem if a column is unknown, a feature holds what its kind does not allow (a
   *     text is never taken for a number), the target or the group holds a blob, or fewer than two
   *     classes are left
   */
  public static DataSet of(Rows rows, Roles roles) {
    DataSetBuilder builder = new DataSetBuilder(rows.columns(), roles);
    rows.rows().forEach(builder::add);
    return builder.build();
  }

  /** Whether a value can be a numeric feature: a Long or a finite Double. */
  public static boolean isNumber(Object value) {
    return value instanceof Long || (value instanceof Double number && Double.isFinite(number));
  }

  /** How many rows there are to learn from. */
  public int size() {
    return labels.length;
  }

  /** What the columns are for, by the names that the rows give them; categories are known. */
  public Roles roles() {
    return roles;
  }

  /** The names of the features, as the columns are named. */
  public List<String> features() {
    return roles.features().stream().map(Feature::name).toList();
  }

  /** The name of the target, as the column is named. */
  public String target() {
    return roles.target();
  }

  /** The classes, in order. */
  public List<ClassLabel> classes() {
    return classes;
  }

  /** The groups, in order; empty when no column is the group. */
  public List<ClassLabel> groups() {
    return groups;
  }

  /** The identity of a row, as it was given. */
  public Object identity(int row) {
    return identities.get(row);
  }

  /** The class of a row, as a position in {@link #classes}. */
  public int label(int row) {
    return labels[row];
  }

  /** How many rows have no target: those to be predicted. */
  public int unlabelled() {
    return left.unlabelled();
  }

  /** How many rows have a target but lack a feature that must not be missing. */
  public int incomplete() {
    return left.incomplete();
  }

  /** How many other rows have no group, where a column is the group. */
  public int ungrouped() {
    return left.ungrouped();
  }

  /** The raw features of a row; not to be changed. */
  public double[] values(int row) {
    return values[row];
  }

  /** The raw features of the rows named; the arrays are shared and not to be changed. */
  public double[][] values(int[] rows) {
    return Arrays.stream(rows).mapToObj(row -> values[row]).toArray(double[][]::new);
  }

  /** The classes of the rows named. */
  public int[] labels(int[] rows) {
    return Arrays.stream(rows).map(row -> labels[row]).toArray();
  }

  /** The groups of the rows named, as positions in {@link #groups}; of no groups, all -1. */
  public int[] groups(int[] rows) {
    return Arrays.stream(rows).map(row -> group[row]).toArray();
  }
}
