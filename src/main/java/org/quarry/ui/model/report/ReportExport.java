package org.quarry.ui.model.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quarry.learning.picture.BarPictures;
import org.quarry.learning.picture.CurvePictures;
import org.quarry.learning.picture.HtmlReport;
import org.quarry.learning.picture.Picture;
import org.quarry.learning.picture.QualityPictures;
import org.quarry.learning.picture.Svg;
import org.quarry.learning.report.CalibrationCurve;
import org.quarry.learning.report.DecisionGrid;
import org.quarry.learning.report.LearningCurve;
import org.quarry.learning.report.PermutationImportance;
import org.quarry.learning.report.Predictions;
import org.quarry.learning.report.ThresholdCurve;
import org.quarry.learning.training.ModelReport;
import org.quarry.work.Monitor;

/** Writes a report, and pictures of it, to files. */
final class ReportExport {
  private static final double WIDTH = 440;
  private static final double HEIGHT = 330;
  private static final int MOST_CLASSES = 12;

  private final ReportModel model;

  ReportExport(ReportModel model) {
    this.model = model;
  }

  /**
   * Writes the page; what a person has not looked at yet is computed, but for the learning curve.
   */
  void html(Path file) {
    ModelReport report = model.report().get();
    if (report == null) {
      return;
    }
    LearningCurve learning = model.learning().value().get();
    PermutationImportance known = model.importance().value().get();
    DecisionGrid grid = model.boundary().value().get();
    ReportPictures pictures = new ReportPictures(model);
    List<Picture> ready = new ArrayList<>();
    if (learning != null) {
      ready.add(pictures.learning(learning, report, WIDTH, HEIGHT));
    }
    if (grid != null) {
      ready.add(pictures.boundary(grid, report, WIDTH, HEIGHT));
    }
    model.fail(null);
    model
        .background()
        .start(
            "Writing " + file.getFileName(),
            monitor -> {
              List<Picture> drawn = new ArrayList<>();
              if (report.size() > 0) {
                held(report, drawn, monitor);
                PermutationImportance importance =
                    known == null ? report.importance(report.metric(), 30, 0, monitor) : known;
                drawn.add(
                    BarPictures.importance(
                        importance,
                        report.features().stream().map(feature -> feature.name()).toList(),
                        report.metric().text(),
                        2 * WIDTH));
              }
              drawn.addAll(ready);
              write(file, HtmlReport.of(report.result(), drawn));
              return file;
            },
            written -> {},
            model::fail);
  }

  private static void held(ModelReport report, List<Picture> drawn, Monitor monitor) {
    if (report.classes().size() <= MOST_CLASSES) {
      Picture matrix = ReportPictures.matrix(report);
      if (matrix != null) {
        drawn.add(matrix);
      }
    }
    Predictions predictions = report.calibrated(monitor);
    int first = report.classes().size() == 2 ? 1 : 0;
    int last =
        report.classes().size() == 2 ? 1 : Math.min(MOST_CLASSES, report.classes().size()) - 1;
    for (int label = first; label <= last; label++) {
      String name = report.classes().get(label).text();
      ThresholdCurve curve = ThresholdCurve.of(predictions, label);
      if (curve != null) {
        double usual = report.classes().size() == 2 ? Double.MIN_VALUE : 0.5;
        drawn.add(CurvePictures.roc(curve, name, usual, WIDTH, HEIGHT));
        drawn.add(CurvePictures.precisionRecall(curve, name, usual, WIDTH, HEIGHT));
      }
      drawn.add(
          QualityPictures.calibration(
              CalibrationCurve.of(predictions, label), name, WIDTH, HEIGHT));
    }
  }

  /** Writes a picture as SVG. */
  void svg(Picture picture, Path file) {
    start(file, () -> write(file, Svg.file(picture)));
  }

  /** Something that writes, or says why it could not. */
  @FunctionalInterface
  interface Writing {
    /** Writes. */
    void run();
  }

  /** Writes a file in the background. */
  void start(Path file, Writing writing) {
    model.fail(null);
    model
        .background()
        .start(
            "Writing " + file.getFileName(),
            monitor -> {
              writing.run();
              return file;
            },
            written -> {},
            model::fail);
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException refused) {
      throw problem(file, refused);
    }
  }

  static ReportProblem problem(Path file, IOException refused) {
    String why = refused.getMessage();
    return new ReportProblem(
        file.toString(), why == null ? "The system gives no reason." : why + ".", refused);
  }
}
