package org.quarry.learning.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How one class stands out from the rest at every threshold of a score: the ROC curve, the
 * precision-recall curve and the confusion matrix of any threshold, each with the rows behind it.
 * Points are those of scikit-learn's {@code roc_curve(drop_intermediate=False)} and {@code
 * precision_recall_curve}: one for each distinct score, and one where no row is picked. Immutable.
 */
public final class ThresholdCurve {
  private final boolean[] positive;
  private final double[] scores;

  /** The distinct scores, falling. */
  private final double[] thresholds;

  /** How many rows have at least that score, and how many of them are of the class. */
  private final int[] picked;

  private final int[] hits;

  private ThresholdCurve(boolean[] positive, double[] scores) {
    this.positive = positive;
    this.scores = scores;
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> -scores[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] distinct = new double[order.length];
    int[] upTo = new int[order.length];
    int[] right = new int[order.length];
    int size = 0;
    int found = 0;
    for (int i = 0; i < order.length; i++) {
      double score = scores[order[i]];
      found += positive[order[i]] ? 1 : 0;
      if (size == 0 || score < distinct[size - 1]) {
        // -0.0 equals 0.0 but would be shown otherwise.
        distinct[size++] = score + 0.0;
      }
      upTo[size - 1] = i + 1;
      right[size - 1] = found;
    }
    thresholds = Arrays.copyOf(distinct, size);
    picked = Arrays.copyOf(upTo, size);
    hits = Arrays.copyOf(right, size);
  }

  /**
   * Measures one class against the rest.
   *
   * @param actual the class of each row held out
   * @param of the class that stands out
   * @param scores for each row a decision or a probability, finite, the higher the more it speaks
   *     for the class
   * @return the curve, or null when all rows or none are of the class: then there is nothing to
   *     tell apart
   * @throws IllegalArgumentException if the arrays differ in length or a score is not finite
   */
  public static @Nullable ThresholdCurve of(int[] actual, int of, double[] scores) {
    if (actual.length != scores.length || !Arrays.stream(scores).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(actual.length + " rows, " + scores.length + " scores");
    }
    boolean[] positive = new boolean[actual.length];
    int count = 0;
    for (int i = 0; i < positive.length; i++) {
      positive[i] = actual[i] == of;
      count += positive[i] ? 1 : 0;
    }
    return count == 0 || count == positive.length
        ? null
        : new ThresholdCurve(positive, scores.clone());
  }

  /**
   * Measures one class against the rest by what predictions hold, as {@link Predictions#scores}
   * orders them.
   *
   * @return the curve, or null when all rows or none are of the class
   * @throws IllegalArgumentException if the predictions hold neither decisions nor probabilities
   */
  public static @Nullable ThresholdCurve of(Predictions predictions, int of) {
    return of(predictions.actual(), of, predictions.scores(of));
  }

  /**
   * The points of the ROC curve by falling threshold, from (0, 0), where no row is picked, to (1,
   * 1), where all are. Backwards, with {@link CurvePoint#drawnPrecision} over {@link
   * CurvePoint#recall}, they are the precision-recall curve.
   */
  public List<CurvePoint> points() {
    return IntStream.range(0, thresholds.length + 1).mapToObj(this::point).toList();
  }

  private CurvePoint point(int index) {
    double threshold = index == 0 ? Double.POSITIVE_INFINITY : thresholds[index - 1];
    return point(threshold, index);
  }

  /** The point whose rows are those of the first so many distinct scores. */
  private CurvePoint point(double threshold, int distinct) {
    int rows = distinct == 0 ? 0 : picked[distinct - 1];
    int right = distinct == 0 ? 0 : hits[distinct - 1];
    int all = hits[hits.length - 1];
    int others = positive.length - all;
    return new CurvePoint(threshold, right, rows - right, all - right, others - (rows - right));
  }

  /**
   * The point of any threshold, in logarithmic time.
   *
   * @param threshold rows with at least this score are predicted to be of the class; not NaN. A
   *     machine of two classes picks above 0 and not at 0; the two differ only for a decision of 0
   */
  public CurvePoint at(double threshold) {
    int low = 0;
    int high = thresholds.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (thresholds[middle] >= threshold) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return point(threshold, low);
  }

  /**
   * The rows behind a cell of the confusion matrix of a threshold, as positions in the hold-out, in
   * their order.
   */
  public int[] rows(double threshold, Outcome outcome) {
    return IntStream.range(0, scores.length)
        .filter(row -> positive[row] == outcome.actual())
        .filter(row -> scores[row] >= threshold == outcome.predicted())
        .toArray();
  }

  /**
   * The rows with exactly the score of a point: those that this step of the curve adds; none for
   * the point where no row is picked.
   */
  public int[] rowsAt(CurvePoint point) {
    return IntStream.range(0, scores.length)
        .filter(row -> scores[row] == point.threshold())
        .toArray();
  }

  /** The area under the ROC curve, 0 to 1. */
  public double area() {
    long halves = 0;
    int rows = 0;
    int right = 0;
    for (int i = 0; i < picked.length; i++) {
      int across = (picked[i] - hits[i]) - (rows - right);
      halves += (long) across * (hits[i] + right);
      rows = picked[i];
      right = hits[i];
    }
    return halves / (2.0 * right * (rows - right));
  }

  /**
   * The average precision: the area below the precision-recall curve as steps, as scikit-learn's
   * {@code average_precision_score} sums it, 0 to 1.
   */
  public double averagePrecision() {
    double sum = 0;
    int right = 0;
    for (int i = 0; i < picked.length; i++) {
      sum += (double) (hits[i] - right) * hits[i] / picked[i];
      right = hits[i];
    }
    return sum / right;
  }
}
