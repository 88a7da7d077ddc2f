package org.quarry.learning.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quarry.learning.Counted;
import org.quarry.learning.LearningProblem;
import org.quarry.work.Monitor;

/**
 * The way from the raw values of a row to a point: missing values filled in, categories spread out
 * to a column each, every column taken to mean 0 and deviation 1. All of it is measured on the rows
 * trained on and on no other. Deviations are the population's, as scikit-learn's {@code
 * StandardScaler} has them; a column that is constant but for rounding is only shifted. The bound
 * for "constant" is that of Chan, Golub and LeVeque, "Algorithms for computing the sample variance"
 * (1983), as scikit-learn uses it. Immutable; safe for several threads.
 */
public final class Preparation {
  private static final double EPSILON = Math.ulp(1.0);

  private final List<Encoding> encodings;
  private final double[] means;
  private final double[] deviations;

  private Preparation(List<Encoding> encodings, double[] means, double[] deviations) {
    this.encodings = List.copyOf(encodings);
    this.means = means;
    this.deviations = deviations;
  }

  /**
   * The preparation with the figures given.
   *
   * @param encodings one for each feature
   * @param means of each column
   * @param deviations of each column, above 0
   * @throws IllegalArgumentException if there is not one of each for each column, or a figure is
   *     out of range
   */
  public static Preparation of(List<Encoding> encodings, double[] means, double[] deviations) {
    int width = width(encodings);
    if (means.length != width
        || deviations.length != width
        || !Arrays.stream(means).allMatch(Double::isFinite)
        || !Arrays.stream(deviations).allMatch(each -> each > 0 && Double.isFinite(each))) {
      throw new IllegalArgumentException("the scaling is damaged");
    }
    return new Preparation(encodings, means.clone(), deviations.clone());
  }

  /**
   * Measures rows.
   *
   * @param features the features
   * @param raw of each row, one at least, the raw value of each feature as {@link Coder} makes it;
   *     NaN where one is missing
   * @throws LearningProblem.TooFewRows if no feature has a value in these rows
   */
  public static Preparation measure(List<Feature> features, double[][] raw) {
    return measure(features, raw, Monitor.NONE);
  }

  /**
   * The same, stopped by a monitor.
   *
   * @throws LearningProblem.TooFewRows if no feature has a value in these rows
   * @throws org.quarry.work.Cancelled when stopped
   */
  public static Preparation measure(List<Feature> features, double[][] raw, Monitor monitor) {
    List<Encoding> encodings = new ArrayList<>();
    for (int j = 0; j < features.size(); j++) {
      monitor.checkpoint();
      int feature = j;
      encodings.add(
          Encoding.measure(
              features.get(j), Arrays.stream(raw).mapToDouble(row -> row[feature]).toArray()));
    }
    int width = width(encodings);
    if (width == 0) {
      throw new LearningProblem.TooFewRows(
          "There is nothing to learn from.",
          "In %s for training no feature has a value.".formatted(Counted.rows(raw.length)),
          "Choose other features.");
    }
    double[][] points = new double[raw.length][];
    for (int i = 0; i < raw.length; i++) {
      monitor.checkpoint();
      points[i] = encode(encodings, width, raw[i]);
    }
    double[] means = new double[width];
    double[] deviations = new double[width];
    for (int j = 0; j < width; j++) {
      monitor.checkpoint();
      scale(points, j, means, deviations);
    }
    return new Preparation(encodings, means, deviations);
  }

  private static void scale(double[][] points, int j, double[] means, double[] deviations) {
    int rows = points.length;
    double sum = 0;
    for (double[] point : points) {
      sum += point[j];
    }
    double mean = sum / rows;
    double squares = 0;
    double rest = 0;
    for (double[] point : points) {
      double off = point[j] - mean;
      squares += off * off;
      rest += off;
    }
    double variance = (squares - rest * rest / rows) / rows;
    double slack = rows * mean * EPSILON;
    boolean constant = variance <= rows * EPSILON * variance + slack * slack;
    means[j] = mean;
    deviations[j] = constant ? 1 : Math.sqrt(variance);
  }

  private static int width(List<Encoding> encodings) {
    return encodings.stream().mapToInt(Encoding::width).sum();
  }

  private static double[] encode(List<Encoding> encodings, int width, double[] raw) {
    double[] point = new double[width];
    int at = 0;
    for (int j = 0; j < raw.length; j++) {
      Encoding encoding = encodings.get(j);
      encoding.write(raw[j], point, at);
      at += encoding.width();
    }
    return point;
  }

  /**
   * The point of a row, as a new array. A category that was not among the rows measured has 0 in
   * the columns of its feature before they are scaled.
   *
   * @param raw the raw value of each feature
   */
  public double[] apply(double[] raw) {
    double[] point = encode(encodings, means.length, raw);
    for (int j = 0; j < point.length; j++) {
      point[j] = (point[j] - means[j]) / deviations[j];
    }
    return point;
  }

  /** The points of rows, as new arrays. */
  public double[][] apply(double[][] raw) {
    return apply(raw, Monitor.NONE);
  }

  /**
   * The same, stopped by a monitor.
   *
   * @throws org.quarry.work.Cancelled when stopped
   */
  public double[][] apply(double[][] raw, Monitor monitor) {
    double[][] points = new double[raw.length][];
    for (int i = 0; i < raw.length; i++) {
      monitor.checkpoint();
      points[i] = apply(raw[i]);
    }
    return points;
  }

  /** Whether a row holds a category that was not among the rows measured. */
  public boolean unseen(double[] raw) {
    for (int j = 0; j < raw.length; j++) {
      if (unseen(j, raw[j])) {
        return true;
      }
    }
    return false;
  }

  /** Whether a raw value of one feature is such a category. */
  public boolean unseen(int feature, double raw) {
    return encodings.get(feature).unseen(raw);
  }

  /** How many columns a point has. */
  public int width() {
    return means.length;
  }

  /** What the columns of a point are called: {@code area}, {@code country=AUT}. */
  public List<String> names() {
    return encodings.stream().flatMap(encoding -> encoding.names().stream()).toList();
  }

  /** The features, in order. */
  public List<Feature> features() {
    return encodings.stream().map(Encoding::feature).toList();
  }

  /** How each feature becomes columns. */
  public List<Encoding> encodings() {
    return encodings;
  }

  /** The mean of each column. */
  public double[] means() {
    return means.clone();
  }

  /** What each column is divided by. */
  public double[] deviations() {
    return deviations.clone();
  }
}
