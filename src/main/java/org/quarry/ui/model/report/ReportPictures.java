package org.quarry.ui.model.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.quarry.learning.data.Coder;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Kind;
import org.quarry.learning.picture.BarPictures;
import org.quarry.learning.picture.CurvePictures;
import org.quarry.learning.picture.MatrixPicture;
import org.quarry.learning.picture.Picture;
import org.quarry.learning.picture.QualityPictures;
import org.quarry.learning.picture.ReportPage;
import org.quarry.learning.report.CalibrationCurve;
import org.quarry.learning.report.DecisionGrid;
import org.quarry.learning.report.LearningCurve;
import org.quarry.learning.report.Occlusion;
import org.quarry.learning.report.PermutationImportance;
import org.quarry.learning.report.Predictions;
import org.quarry.learning.report.ThresholdCurve;
import org.quarry.learning.training.ModelReport;

/** The pictures of a report for a width and a height. */
final class ReportPictures {
  private final ReportModel model;

  ReportPictures(ReportModel model) {
    this.model = model;
  }

  private String aim() {
    return model.classes().get(model.thresholds().aim().get());
  }

  Picture roc(ThresholdCurve curve, double width, double height) {
    return CurvePictures.roc(curve, aim(), model.thresholds().threshold().get(), width, height);
  }

  Picture precisionRecall(ThresholdCurve curve, double width, double height) {
    return CurvePictures.precisionRecall(
        curve, aim(), model.thresholds().threshold().get(), width, height);
  }

  Picture atThreshold() {
    ThresholdModel at = model.thresholds();
    return MatrixPicture.of(
        "At this threshold", List.of(aim(), "not " + aim()), at.matrix(), at::rows);
  }

  Picture calibration(Predictions predictions, int aim, double width, double height) {
    return QualityPictures.calibration(
        CalibrationCurve.of(predictions, aim), model.classes().get(aim), width, height);
  }

  Picture learning(LearningCurve curve, ModelReport report, double width, double height) {
    return QualityPictures.learning(curve, report.metric().text(), width, height);
  }

  Picture importance(PermutationImportance found, ModelReport report, double width) {
    return BarPictures.importance(found, model.features(), report.metric().text(), width);
  }

  Picture reasons(Occlusion why, ModelReport report, int row, double width) {
    List<String> names =
        IntStream.range(0, report.features().size())
            .mapToObj(feature -> named(report.features().get(feature), report.values(row)[feature]))
            .toList();
    String label = report.result().heldOut().get(row).predicted().text();
    return BarPictures.reasons(why, names, label, width);
  }

  private static String named(Feature feature, double value) {
    return feature.name() + " = " + value(feature, value);
  }

  private static String value(Feature feature, double value) {
    if (Double.isNaN(value)) {
      return "NULL";
    }
    if (feature.kind() == Kind.NOMINAL) {
      return value == Coder.UNKNOWN ? "another" : feature.categories().get((int) value).text();
    }
    return String.format(Locale.ROOT, "%.5g", value)
        .replaceAll("(\\.\\d*?)0+$", "$1")
        .replaceAll("\\.$", "");
  }

  Picture boundary(DecisionGrid grid, ModelReport report, double width, double height) {
    return ReportPage.boundary(grid, report, width, height);
  }
}
