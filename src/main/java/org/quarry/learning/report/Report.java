package org.quarry.learning.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.data.ClassLabel;

/**
 * How good predictions are, by the figures of scikit-learn's {@code classification_report}. Where a
 * figure would divide by 0 it is 0. Immutable.
 */
public final class Report {
  private static final String FIGURES = " %9s %9s %9s %9s\n";

  /**
   * The figures of a class, or a mean of them.
   *
   * @param precision right among those predicted as the class, 0 to 1
   * @param recall right among those of the class, 0 to 1
   * @param f1 the harmonic mean of both, 0 to 1
   * @param support how many rows are of the class
   */
  public record Scores(double precision, double recall, double f1, long support) {}

  private final List<ClassLabel> labels;
  private final List<List<Long>> matrix;
  private final List<Scores> scores;
  private final long rows;
  private final long right;

  private Report(List<ClassLabel> labels, List<List<Long>> matrix) {
    this.labels = List.copyOf(labels);
    this.matrix = matrix.stream().map(List::copyOf).toList();
    List<Scores> each = new ArrayList<>();
    long all = 0;
    long hits = 0;
    for (int i = 0; i < labels.size(); i++) {
      long support = 0;
      long predicted = 0;
      for (int j = 0; j < labels.size(); j++) {
        support += matrix.get(i).get(j);
        predicted += matrix.get(j).get(i);
      }
      long hit = matrix.get(i).get(i);
      each.add(
          new Scores(
              ratio(hit, predicted),
              ratio(hit, support),
              ratio(2 * hit, predicted + support),
              support));
      all += support;
      hits += hit;
    }
    this.scores = List.copyOf(each);
    this.rows = all;
    this.right = hits;
  }

  /**
   * Compares predictions with the truth. A class that neither holds is left out of the report, as
   * scikit-learn leaves it out.
   *
   * @param classes the classes, in order
   * @param actual the true class of each row, as a position in classes
   * @param predicted the predicted class of each row
   * @throws IllegalArgumentException if the arrays differ in length or are empty
   */
  public static Report of(List<ClassLabel> classes, int[] actual, int[] predicted) {
    if (actual.length != predicted.length || actual.length == 0) {
      throw new IllegalArgumentException(actual.length + " rows, " + predicted.length + " guesses");
    }
    int[][] counts = new int[classes.size()][classes.size()];
    boolean[] occurs = new boolean[classes.size()];
    for (int i = 0; i < actual.length; i++) {
      counts[actual[i]][predicted[i]]++;
      occurs[actual[i]] = true;
      occurs[predicted[i]] = true;
    }
    List<ClassLabel> labels = new ArrayList<>();
    List<List<Long>> matrix = new ArrayList<>();
    for (int i = 0; i < occurs.length; i++) {
      if (occurs[i]) {
        labels.add(classes.get(i));
        List<Long> row = new ArrayList<>();
        for (int j = 0; j < occurs.length; j++) {
          if (occurs[j]) {
            row.add((long) counts[i][j]);
          }
        }
        matrix.add(row);
      }
    }
    return new Report(labels, matrix);
  }

  /**
   * The report of a confusion matrix.
   *
   * @param labels the classes, in order
   * @param matrix a row for each actual class with a count for each predicted class
   * @throws IllegalArgumentException if the matrix is not a square of the labels' size, a count is
   *     below 0, or all are 0
   */
  public static Report of(List<ClassLabel> labels, List<List<Long>> matrix) {
    if (matrix.size() != labels.size()
        || matrix.stream().anyMatch(row -> row.size() != labels.size())
        || matrix.stream().flatMap(List::stream).anyMatch(count -> count < 0)
        || matrix.stream().flatMap(List::stream).allMatch(count -> count == 0)) {
      throw new IllegalArgumentException("no confusion matrix: " + matrix);
    }
    return new Report(labels, matrix);
  }

  /** Reports are equal when their classes and counts are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Report report
        && labels.equals(report.labels)
        && matrix.equals(report.matrix);
  }

  @Override
  public int hashCode() {
    return Objects.hash(labels, matrix);
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** The classes that occur, in order. */
  public List<ClassLabel> labels() {
    return labels;
  }

  /** The counts: a row for each actual class, in it one for each predicted class. */
  public List<List<Long>> confusionMatrix() {
    return matrix;
  }

  /** The figures of each class, in the order of {@link #labels}. */
  public List<Scores> scores() {
    return scores;
  }

  /** How many rows were predicted. */
  public long rows() {
    return rows;
  }

  /** The share predicted right, 0 to 1. */
  public double accuracy() {
    return ratio(right, rows);
  }

  /** The mean recall of the classes that have rows, 0 to 1. */
  public double balancedAccuracy() {
    return Confusion.of(matrix).balancedAccuracy();
  }

  /**
   * The correlation of truth and prediction, -1 to 1: Matthews' coefficient, for many classes that
   * of Gorodkin (2004); 0 when either is one class throughout.
   */
  public double matthews() {
    return Confusion.of(matrix).matthews();
  }

  /**
   * Cohen's kappa: agreement beyond chance, at most 1; not a number when truth and prediction are
   * one and the same class throughout.
   */
  public double kappa() {
    return Confusion.of(matrix).kappa();
  }

  /** The mean over the classes, each counting the same; its support is all rows. */
  public Scores macro() {
    return mean(Collections.nCopies(scores.size(), 1L));
  }

  /** The mean over the classes, each counting by its rows; its support is all rows. */
  public Scores weighted() {
    return mean(scores.stream().map(Scores::support).toList());
  }

  private Scores mean(List<Long> weights) {
    return new Scores(
        mean(weights, Scores::precision),
        mean(weights, Scores::recall),
        mean(weights, Scores::f1),
        rows);
  }

  private double mean(List<Long> weights, ToDoubleFunction<Scores> figure) {
    double sum = 0;
    long total = 0;
    for (int i = 0; i < weights.size(); i++) {
      sum += figure.applyAsDouble(scores.get(i)) * weights.get(i);
      total += weights.get(i);
    }
    return sum / total;
  }

  /**
   * The report as scikit-learn's {@code classification_report} prints it with two digits, to the
   * character; lines end with a line feed.
   */
  public String text() {
    int width = "weighted avg".length();
    for (ClassLabel label : labels) {
      width = Math.max(width, length(label.text()));
    }
    StringBuilder text = new StringBuilder();
    text.append(right("", width))
        .append(' ')
        .append(FIGURES.formatted("precision", "recall", "f1-score", "support"))
        .append('\n');
    for (int i = 0; i < labels.size(); i++) {
      text.append(line(labels.get(i).text(), width, scores.get(i)));
    }
    text.append('\n')
        .append(right("accuracy", width))
        .append(' ')
        .append(FIGURES.formatted("", "", digits(accuracy()), rows))
        .append(line("macro avg", width, macro()))
        .append(line("weighted avg", width, weighted()));
    return text.toString();
  }

  private static String line(String name, int width, Scores of) {
    return right(name, width)
        + " "
        + FIGURES.formatted(
            digits(of.precision()), digits(of.recall()), digits(of.f1()), of.support());
  }

  private static String right(String text, int width) {
    return " ".repeat(width - length(text)) + text;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Two digits, rounded as Python rounds: by the exact value, ties to even. */
  private static String digits(double value) {
    return new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }
}
