package org.quarry.ui.model.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.report.CurvePoint;
import org.quarry.learning.report.Outcome;
import org.quarry.learning.report.Predictions;
import org.quarry.learning.report.ThresholdCurve;

/** One class against the rest at a threshold that can be moved. For the UI thread. */
public final class ThresholdModel {
  private final IntegerProperty aim = new SimpleIntegerProperty();
  private final DoubleProperty threshold = new SimpleDoubleProperty();
  private final ReadOnlyObjectWrapper<@Nullable ThresholdCurve> curve =
      new ReadOnlyObjectWrapper<>();
  private @Nullable Predictions predictions;
  private double least;
  private double most;

  ThresholdModel() {
    aim.subscribe((was, is) -> aimed());
  }

  /** Takes predictions with what orders them, or null when there are none any more. */
  void take(@Nullable Predictions taken) {
    if (taken == predictions) {
      return;
    }
    predictions = taken;
    int first = taken != null && taken.classes() == 2 ? 1 : 0;
    if (aim.get() == first) {
      aimed();
    } else {
      aim.set(first);
    }
  }

  private void aimed() {
    Predictions of = predictions;
    if (of == null) {
      curve.set(null);
      return;
    }
    double[] scores = of.scores(aim.get());
    least = Arrays.stream(scores).min().orElseThrow();
    most = Arrays.stream(scores).max().orElseThrow();
    threshold.set(usual());
    curve.set(ThresholdCurve.of(of, aim.get()));
  }

  /** The class that is told from the rest, a position among the classes. */
  public IntegerProperty aim() {
    return aim;
  }

  /** Rows with at least this score are predicted to be of the class. */
  public DoubleProperty threshold() {
    return threshold;
  }

  /** The curve, or null while there is none, or all rows or none are of the class. */
  public ReadOnlyObjectProperty<@Nullable ThresholdCurve> curve() {
    return curve.getReadOnlyProperty();
  }

  /** The least score of a row. */
  double least() {
    return Math.min(least, usual());
  }

  /** The highest score of a row, and a little. */
  double most() {
    return Math.max(most, usual()) + (most - least) * 0.01;
  }

  /** The threshold at which the model itself decides; of more than two classes one half. */
  double usual() {
    Predictions of = predictions;
    if (of == null || of.classes() > 2) {
      return 0.5;
    }
    // A decision of exactly 0 is for the first class.
    return aim.get() == 1 ? Double.MIN_VALUE : 0;
  }

  /** The figures at the threshold, in a line; empty without a curve. */
  public String figures() {
    ThresholdCurve of = curve.get();
    if (of == null) {
      return "";
    }
    CurvePoint at = of.at(threshold.get());
    return String.format(
        Locale.ROOT,
        "Precision %.3f · recall %.3f · F1 %.3f · specificity %.3f · accuracy %.3f",
        at.precision(),
        at.recall(),
        at.f1(),
        at.specificity(),
        at.accuracy());
  }

  /** The matrix at the threshold: the class and the rest, actual by predicted. */
  public List<List<Long>> matrix() {
    ThresholdCurve of = curve.get();
    if (of == null) {
      return List.of();
    }
    CurvePoint at = of.at(threshold.get());
    return List.of(
        List.of((long) at.truePositives(), (long) at.falseNegatives()),
        List.of((long) at.falsePositives(), (long) at.trueNegatives()));
  }

  /** The rows of a cell of {@link #matrix}. */
  public int[] rows(int actual, int predicted) {
    ThresholdCurve of = curve.get();
    Outcome outcome =
        actual == 0
            ? predicted == 0 ? Outcome.TRUE_POSITIVE : Outcome.FALSE_NEGATIVE
            : predicted == 0 ? Outcome.FALSE_POSITIVE : Outcome.TRUE_NEGATIVE;
    return of == null ? new int[0] : of.rows(threshold.get(), outcome);
  }
}
