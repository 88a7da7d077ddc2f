package org.quarry.ui.model;

import java.util.Locale;
import org.quarry.learning.report.Metric;

/**
 * How the scores of a metric read: a loss above 0 and the better the lower, any other as it is.
 *
 * @param metric the metric
 */
record ScoreText(Metric metric) {
  /** A score to four digits, or empty while it is not known. */
  String four(double score) {
    return Numbers.score(figure(score));
  }

  /** A score to three digits, or empty while it is not known. */
  String three(double score) {
    return Numbers.share(figure(score));
  }

  /** {@code .956}, {@code 1.23}, {@code 12.3}: three digits, for there is little room. */
  String brief(double score) {
    return brief3(figure(score));
  }

  /** A difference of scores with its sign, as the figures differ. */
  String difference(double difference) {
    return Numbers.difference(figure(difference));
  }

  /** {@code Mean accuracy}. */
  String mean() {
    return "Mean " + metric.text();
  }

  /** What figures are sorted by: 1 where the higher is the better, else -1. */
  int direction() {
    return metric.figure(1) > 0 ? 1 : -1;
  }

  private double figure(double score) {
    // A loss of 0 comes as -0.
    return metric.figure(score) + 0.0;
  }

  /** {@code .956}, {@code 1.23}, {@code 12.3}, {@code 123}. */
  static String brief3(double figure) {
    double size = Math.abs(figure);
    String sign = figure < 0 ? "−" : "";
    if (size < 0.9995) {
      return sign + "." + String.valueOf(1000 + Math.round(size * 1000)).substring(1);
    }
    String format = size < 9.995 ? "%.2f" : size < 99.95 ? "%.1f" : "%.0f";
    return sign + String.format(Locale.ROOT, format, size);
  }
}
