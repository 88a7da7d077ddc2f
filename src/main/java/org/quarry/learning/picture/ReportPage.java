package org.quarry.learning.picture;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.Feature;
import org.quarry.learning.report.CalibrationCurve;
import org.quarry.learning.report.DecisionGrid;
import org.quarry.learning.report.LearningCurve;
import org.quarry.learning.report.PermutationImportance;
import org.quarry.learning.report.Predictions;
import org.quarry.learning.report.Report;
import org.quarry.learning.report.ThresholdCurve;
import org.quarry.learning.training.ModelReport;
import org.quarry.work.Monitor;

/** Computes and draws what a report tells, for a page of its own. */
public final class ReportPage {
  /** How often each feature is shuffled. */
  public static final int REPEATS = 30;

  /** How many values of each feature a boundary asks. */
  public static final int STEPS = 72;

  /** How wide a picture is. */
  public static final double WIDTH = 440;

  /** How high a picture is. */
  public static final double HEIGHT = 330;

  private static final double[] SHARES = {0.1, 0.2, 0.3, 0.5, 0.8, 1};
  private static final int MOST_CLASSES = 12;

  private ReportPage() {}

  /** The shares of the rows for training at which a learning curve is measured, ascending. */
  public static double[] shares() {
    return SHARES.clone();
  }

  /**
   * The page with everything that can be told; all of it is computed.
   *
   * @throws org.quarry.work.Cancelled when stopped
   */
  public static String whole(ModelReport report, Monitor monitor) {
    List<Picture> pictures = new ArrayList<>(held(report, null, monitor));
    monitor.report(0, Monitor.UNKNOWN, "Measuring the learning curve");
    pictures.add(learning(report.learningCurve(0, monitor, SHARES), report));
    int[] axes = report.axes();
    if (axes.length > 1) {
      pictures.add(boundary(report.boundary(axes[0], axes[1], STEPS, monitor), report));
    }
    return HtmlReport.of(report.result(), pictures);
  }

  /**
   * Pictures of the rows held out, none without any: the confusion matrix, the curves of a class,
   * or of each where there are many, and what the features are worth.
   *
   * @param known the importance if it is known already, else it is measured
   * @throws org.quarry.work.Cancelled when stopped
   */
  public static List<Picture> held(
      ModelReport report, @Nullable PermutationImportance known, Monitor monitor) {
    List<Picture> drawn = new ArrayList<>();
    if (report.size() == 0) {
      return drawn;
    }
    Picture matrix = report.classes().size() <= MOST_CLASSES ? matrix(report) : null;
    if (matrix != null) {
      drawn.add(matrix);
    }
    curves(report, report.calibrated(monitor), drawn);
    PermutationImportance importance =
        known == null ? report.importance(report.metric(), REPEATS, 0, monitor) : known;
    drawn.add(
        BarPictures.importance(importance, features(report), report.metric().text(), 2 * WIDTH));
    return drawn;
  }

  private static void curves(ModelReport report, Predictions predictions, List<Picture> drawn) {
    boolean two = report.classes().size() == 2;
    int last = two ? 1 : Math.min(MOST_CLASSES, report.classes().size()) - 1;
    for (int label = two ? 1 : 0; label <= last; label++) {
      String name = report.classes().get(label).text();
      ThresholdCurve curve = ThresholdCurve.of(predictions, label);
      if (curve != null) {
        double usual = two ? Double.MIN_VALUE : 0.5;
        drawn.add(CurvePictures.roc(curve, name, usual, WIDTH, HEIGHT));
        drawn.add(CurvePictures.precisionRecall(curve, name, usual, WIDTH, HEIGHT));
      }
      drawn.add(
          QualityPictures.calibration(
              CalibrationCurve.of(predictions, label), name, WIDTH, HEIGHT));
    }
  }

  /** A learning curve. */
  public static Picture learning(LearningCurve curve, ModelReport report) {
    return QualityPictures.learning(curve, report.metric().text(), WIDTH, HEIGHT);
  }

  /** A boundary with the rows held out. */
  public static Picture boundary(DecisionGrid grid, ModelReport report) {
    return boundary(grid, report, WIDTH, HEIGHT);
  }

  /** The same for a width and a height. */
  public static Picture boundary(
      DecisionGrid grid, ModelReport report, double width, double height) {
    int across = grid.x().column();
    int up = grid.y().column();
    List<BoundaryPicture.Point> points = new ArrayList<>();
    for (int row = 0; row < report.size(); row++) {
      double x = report.values(row)[across];
      double y = report.values(row)[up];
      if (!Double.isNaN(x) && !Double.isNaN(y)) {
        points.add(
            new BoundaryPicture.Point(
                row,
                x,
                y,
                report.classes().indexOf(report.result().heldOut().get(row).actual()),
                report.classes().indexOf(report.result().heldOut().get(row).predicted())));
      }
    }
    return BoundaryPicture.of(
        grid,
        points,
        features(report).get(across),
        features(report).get(up),
        report.classes().stream().map(ClassLabel::text).toList(),
        width,
        height);
  }

  /** The confusion matrix of the rows held out, or null without any. */
  public static @Nullable Picture matrix(ModelReport report) {
    Report held = report.result().holdOut();
    return held == null
        ? null
        : MatrixPicture.of(
            "Confusion matrix",
            held.labels().stream().map(ClassLabel::text).toList(),
            held.confusionMatrix(),
            (actual, predicted) -> new int[0]);
  }

  private static List<String> features(ModelReport report) {
    return report.features().stream().map(Feature::name).toList();
  }
}
