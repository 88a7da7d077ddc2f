package org.quarry.ui.model.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quarry.database.OutputFile;
import org.quarry.learning.picture.HtmlReport;
import org.quarry.learning.picture.Picture;
import org.quarry.learning.picture.ReportPage;
import org.quarry.learning.picture.Svg;
import org.quarry.learning.report.DecisionGrid;
import org.quarry.learning.report.LearningCurve;
import org.quarry.learning.report.PermutationImportance;
import org.quarry.learning.training.ModelReport;

/** Writes a report, and pictures of it, to files. */
final class ReportExport {
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
    List<Picture> ready = new ArrayList<>();
    if (learning != null) {
      ready.add(ReportPage.learning(learning, report));
    }
    if (grid != null) {
      ready.add(ReportPage.boundary(grid, report));
    }
    model.fail(null);
    model
        .background()
        .start(
            "Writing " + file.getFileName(),
            monitor -> {
              List<Picture> drawn = new ArrayList<>(ReportPage.held(report, known, monitor));
              drawn.addAll(ready);
              write(file, HtmlReport.of(report.result(), drawn));
              return file;
            },
            written -> {},
            model::fail);
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
      OutputFile.write(file, text);
    } catch (IOException refused) {
      throw problem(file, refused);
    }
  }

  static ReportProblem problem(Path file, IOException refused) {
    return new ReportProblem(file.toString(), OutputFile.reason(refused), refused);
  }
}
