package org.quarry.learning.picture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.quarry.learning.Counted;
import org.quarry.learning.picture.Mark.Meaning;
import org.quarry.learning.picture.Plane.Axis;
import org.quarry.learning.report.CalibrationCurve;
import org.quarry.learning.report.LearningCurve;

/** Whether probabilities come true, and whether more rows would help. */
public final class QualityPictures {
  private QualityPictures() {}

  /**
   * The calibration curve of a class.
   *
   * @param name the class
   */
  public static Picture calibration(
      CalibrationCurve curve, String name, double width, double height) {
    Plane plane =
        new Plane(
                String.format(
                    Locale.ROOT, "Calibration of “%s”, Brier score %.4f", name, curve.brier()),
                width,
                height,
                Axis.share("Probability predicted"),
                Axis.share("Share that came true"))
            .axes();
    plane.line(List.of(plane.spot(0, 0), plane.spot(1, 1)), Tone.AXIS, true);
    plane.line(
        curve.bins().stream().map(bin -> plane.spot(bin.predicted(), bin.share())).toList(),
        Tone.FIRST,
        false);
    int most = curve.bins().stream().mapToInt(CalibrationCurve.Bin::rows).max().orElse(1);
    for (CalibrationCurve.Bin bin : curve.bins()) {
      plane.dot(
          bin.predicted(),
          bin.share(),
          4 + 6 * Math.sqrt((double) bin.rows() / most),
          Tone.FIRST,
          new Meaning(
              String.format(
                  Locale.ROOT,
                  "%.1f to %.1f: %s, predicted %.3f, came true %.3f",
                  bin.from(),
                  bin.to(),
                  Counted.rows(bin.rows()),
                  bin.predicted(),
                  bin.share()),
              curve.rows(bin)));
    }
    return plane.picture();
  }

  /**
   * The learning curve.
   *
   * @param metric what the score is called
   */
  public static Picture learning(LearningCurve curve, String metric, double width, double height) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (LearningCurve.Size size : known(curve)) {
      least = Math.min(least, Math.min(size.test() - size.testDeviation(), size.training()));
      most =
          Math.max(
              most,
              Math.max(
                  size.test() + size.testDeviation(), size.training() + size.trainingDeviation()));
    }
    double margin = Double.isFinite(most - least) ? Math.max(0.01, (most - least) * 0.08) : 0;
    double from = Double.isFinite(least) ? least - margin : 0;
    double to = Double.isFinite(most) ? most + margin : 1;
    int rows = curve.sizes().getLast().rows();
    Plane plane =
        new Plane(
                "Would more rows help?",
                width,
                height,
                new Axis("Rows to train on", 0, rows * 1.03),
                new Axis(metric, from, to))
            .axes();
    plane.legend(List.of("Trained on", "Not seen"), List.of(Tone.SECOND, Tone.FIRST));
    side(
        plane,
        curve,
        LearningCurve.Size::training,
        LearningCurve.Size::trainingDeviation,
        Tone.SECOND);
    side(plane, curve, LearningCurve.Size::test, LearningCurve.Size::testDeviation, Tone.FIRST);
    return plane.picture();
  }

  private static List<LearningCurve.Size> known(LearningCurve curve) {
    return curve.sizes().stream()
        .filter(size -> Double.isFinite(size.test()) && Double.isFinite(size.training()))
        .toList();
  }

  private static void side(
      Plane plane,
      LearningCurve curve,
      ToDoubleFunction<LearningCurve.Size> mean,
      ToDoubleFunction<LearningCurve.Size> deviation,
      Tone tone) {
    List<Mark.Spot> upper = new ArrayList<>();
    List<Mark.Spot> lower = new ArrayList<>();
    List<Mark.Spot> middle = new ArrayList<>();
    for (LearningCurve.Size size : known(curve)) {
      double at = mean.applyAsDouble(size);
      double off = deviation.applyAsDouble(size);
      middle.add(plane.spot(size.rows(), at));
      upper.add(plane.spot(size.rows(), at + off));
      lower.add(plane.spot(size.rows(), at - off));
    }
    Collections.reverse(lower);
    upper.addAll(lower);
    plane.add(new Mark.Area(upper, tone));
    plane.line(middle, tone, false);
    for (LearningCurve.Size size : known(curve)) {
      plane.dot(
          size.rows(),
          mean.applyAsDouble(size),
          4,
          tone,
          new Meaning(
              String.format(
                  Locale.ROOT,
                  "%d rows: %.4f ± %.4f",
                  size.rows(),
                  mean.applyAsDouble(size),
                  deviation.applyAsDouble(size)),
              new int[0]));
    }
  }
}
