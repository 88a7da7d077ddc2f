package org.quarry.learning.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quarry.learning.picture.Mark.Meaning;
import org.quarry.learning.picture.Plane.Axis;
import org.quarry.learning.report.CurvePoint;
import org.quarry.learning.report.ThresholdCurve;

/** The ROC and the precision-recall curve of one class, with the point of a threshold. */
public final class CurvePictures {
  private CurvePictures() {}

  /**
   * The ROC curve.
   *
   * @param name the class
   * @param threshold the one whose point is marked
   */
  public static Picture roc(
      ThresholdCurve curve, String name, double threshold, double width, double height) {
    Plane plane =
        new Plane(
                String.format(Locale.ROOT, "ROC of “%s”, area %.3f", name, curve.area()),
                width,
                height,
                Axis.share("False positive rate"),
                Axis.share("True positive rate"))
            .axes();
    plane.line(List.of(plane.spot(0, 0), plane.spot(1, 1)), Tone.AXIS, true);
    List<Mark.Spot> spots = new ArrayList<>();
    for (CurvePoint point : curve.points()) {
      spots.add(plane.spot(point.falsePositiveRate(), point.recall()));
    }
    plane.line(spots, Tone.FIRST, false);
    for (CurvePoint point : curve.points()) {
      plane.dot(point.falsePositiveRate(), point.recall(), 2.5, Tone.FIRST, meaning(curve, point));
    }
    CurvePoint at = curve.at(threshold);
    mark(plane, at.falsePositiveRate(), at.recall());
    return plane.picture();
  }

  /** The precision-recall curve, as {@link #roc} takes it. */
  public static Picture precisionRecall(
      ThresholdCurve curve, String name, double threshold, double width, double height) {
    Plane plane =
        new Plane(
                String.format(
                    Locale.ROOT,
                    "Precision and recall of “%s”, average precision %.3f",
                    name,
                    curve.averagePrecision()),
                width,
                height,
                Axis.share("Recall"),
                Axis.share("Precision"))
            .axes();
    List<Mark.Spot> spots = new ArrayList<>();
    double before = 1;
    for (CurvePoint point : curve.points()) {
      // Steps, because the average precision is the area below steps.
      double recall = point.recall();
      if (!spots.isEmpty()) {
        spots.add(plane.spot(before, point.drawnPrecision()));
      }
      spots.add(plane.spot(recall, point.drawnPrecision()));
      before = recall;
    }
    plane.line(spots, Tone.FIRST, false);
    for (CurvePoint point : curve.points()) {
      plane.dot(point.recall(), point.drawnPrecision(), 2.5, Tone.FIRST, meaning(curve, point));
    }
    CurvePoint at = curve.at(threshold);
    mark(plane, at.recall(), at.drawnPrecision());
    return plane.picture();
  }

  private static Meaning meaning(ThresholdCurve curve, CurvePoint point) {
    return new Meaning(
        String.format(
            Locale.ROOT,
            "Threshold %.4f: recall %.3f, precision %.3f, false positive rate %.3f",
            point.threshold(),
            point.recall(),
            point.precision(),
            point.falsePositiveRate()),
        curve.rowsAt(point));
  }

  private static void mark(Plane plane, double across, double up) {
    plane.add(new Mark.Dot(plane.x(across), plane.y(up), 7, Tone.SECOND, true, null));
    plane.dot(across, up, 3, Tone.SECOND, null);
  }
}
