package org.quarry.ui.model;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.learning.report.Report;
import org.quarry.learning.training.NestedScore;
import org.quarry.learning.training.TrainingResult;
import org.quarry.ui.kit.Icons;
import org.quarry.ui.kit.Texts;
import org.quarry.ui.model.report.ReportModel;

/** What the training found: the score, the best parameters, the matrix and the report. */
final class ResultPane extends ScrollPane {
  private final VBox content = new VBox(12);
  private final UseModel use;
  private final ReportModel model;

  ResultPane(UseModel use, ReportModel report) {
    this.use = use;
    this.model = report;
    setId("model-result-pane");
    setFitToWidth(true);
    getStyleClass().addAll("model-pane", "edge-to-edge");
    content.getStyleClass().add("model-pane-content");
    setContent(content);
    use.result().subscribe(this::fill);
  }

  private void fill(@Nullable TrainingResult result) {
    content.getChildren().clear();
    setVvalue(0);
    if (result == null) {
      Label none = Parts.words("model-no-result", "secondary");
      none.setText("Train, and the report on the rows held out stands here.");
      content.getChildren().add(none);
      return;
    }
    Report report = result.holdOut();
    if (report == null) {
      content.getChildren().add(headline("Nothing was held out, so there is no report."));
    } else {
      content
          .getChildren()
          .add(
              headline(
                  "Accuracy %s on %s held out"
                      .formatted(
                          Numbers.share(report.accuracy()), Texts.count(report.rows(), "row"))));
    }
    use.change()
        .ifPresent(
            change -> {
              Label since = Parts.words("model-change");
              since.setText(change.text());
              content.getChildren().add(since);
            });
    content.getChildren().add(best(result));
    NestedScore nested = result.nested();
    if (nested != null) {
      Label honest = Parts.words("model-nested", "secondary");
      honest.setText(
          "Nested, on rows the search did not see: %s %s ± %s. The best mean is the best of many and"
                  .formatted(
                      text(result).metric().text(),
                      text(result).four(nested.mean()),
                      Numbers.score(nested.std()))
              + " looks better than it is.");
      content.getChildren().add(honest);
    }
    if (result.settings().scaleBeforeFolds()) {
      content
          .getChildren()
          .add(
              Parts.note(
                  Feather.INFO, "Scaled before the folds: the mean is a little too good.", "info"));
    }
    if (report != null) {
      content.getChildren().add(figures(report));
      if (report.labels().size() <= ConfusionMatrix.MOST_CLASSES) {
        content.getChildren().addAll(Parts.heading("Confusion matrix"), matrix(report));
      }
      content.getChildren().addAll(reportHead(report), reportText(report));
    }
  }

  private static ScoreText text(TrainingResult result) {
    return new ScoreText(result.settings().validation().metric());
  }

  private static Label headline(String text) {
    Label headline = Parts.words("model-headline", "heading");
    headline.setText(text);
    return headline;
  }

  private static Label figures(Report report) {
    Label figures = Parts.words("model-figures", "secondary");
    figures.setText(
        "Balanced accuracy %s · MCC %s · kappa %s"
            .formatted(
                Numbers.score(report.balancedAccuracy()),
                Numbers.score(report.matthews()),
                Double.isNaN(report.kappa()) ? "undefined" : Numbers.score(report.kappa())));
    return figures;
  }

  private static VBox best(TrainingResult result) {
    Label candidate = Parts.words("model-best-candidate", "model-best-candidate");
    candidate.setText("Best: " + result.best().candidate().text());
    Label figures = Parts.words("model-best-figures", "secondary");
    ScoreText text = text(result);
    figures.setText(
        "%s %s ± %s over %s · %s to train · %s · %s"
            .formatted(
                text.mean(),
                text.four(result.best().mean()),
                Numbers.score(result.best().std()),
                PastRun.checked(result.settings().validation()),
                Texts.count(result.model().origin().trainingRows(), "row"),
                Texts.count(result.model().vectors(), "support vector"),
                Texts.nanos((long) (result.totalSeconds() * 1e9))));
    return new VBox(2, candidate, figures);
  }

  private Node matrix(Report report) {
    ConfusionMatrix matrix = new ConfusionMatrix(report, model::showCell);
    matrix.setMaxWidth(Region.USE_PREF_SIZE);
    ScrollPane scroll = new ScrollPane(matrix);
    scroll.getStyleClass().add("edge-to-edge");
    scroll.setVbarPolicy(ScrollBarPolicy.NEVER);
    scroll.setMinHeight(Region.USE_PREF_SIZE);
    return scroll;
  }

  private static HBox reportHead(Report report) {
    Label title = Parts.heading("Classification report");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Button copy = new Button("Copy", Icons.of(Feather.COPY));
    copy.setId("copy-report");
    copy.setOnAction(
        event -> {
          ClipboardContent text = new ClipboardContent();
          text.putString(report.text());
          Clipboard.getSystemClipboard().setContent(text);
        });
    HBox head = new HBox(8, title, copy);
    head.getStyleClass().add("report-head");
    return head;
  }

  private static Node reportText(Report report) {
    Label text = new Label(report.text().stripTrailing());
    text.setId("model-report");
    text.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    text.getStyleClass().addAll("mono", "model-report");
    ScrollPane scroll = new ScrollPane(text);
    scroll.getStyleClass().addAll("edge-to-edge", "report-box");
    scroll.setVbarPolicy(ScrollBarPolicy.NEVER);
    scroll.setMinHeight(Region.USE_PREF_SIZE);
    return scroll;
  }
}
