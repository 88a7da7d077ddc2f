package org.quarry.ui.model;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.quarry.learning.report.Report;
import org.quarry.ui.kit.Texts;

/** A confusion matrix: a row for each actual class, a column for each predicted one. */
final class ConfusionMatrix extends GridPane {
  /** More classes are read in the report below. */
  static final int MOST_CLASSES = 12;

  private static final double FAINTEST = 0.10;
  private static final double STRONGEST = 0.55;

  ConfusionMatrix(Report report) {
    super(4, 4);
    setId("confusion-matrix");
    getStyleClass().add("confusion-matrix");
    int classes = report.labels().size();
    Label predicted = head("Predicted");
    add(predicted, 1, 0, classes, 1);
    GridPane.setHalignment(predicted, HPos.CENTER);
    Label actual = head("Actual");
    add(actual, 0, 1);
    for (int i = 0; i < classes; i++) {
      String label = report.labels().get(i).text();
      add(name(label, Pos.CENTER), i + 1, 1);
      add(name(label, Pos.CENTER_RIGHT), 0, i + 2);
      List<Long> counts = report.confusionMatrix().get(i);
      for (int j = 0; j < classes; j++) {
        add(cell(report, i, j, counts), j + 1, i + 2);
      }
    }
  }

  private static StackPane cell(Report report, int actual, int predicted, List<Long> row) {
    long count = row.get(predicted);
    long all = row.stream().mapToLong(Long::longValue).sum();
    double share = all == 0 ? 0 : (double) count / all;
    Region tint = new Region();
    tint.getStyleClass().addAll("matrix-tint", actual == predicted ? "right" : "wrong");
    tint.setOpacity(count == 0 ? 0 : FAINTEST + share * (STRONGEST - FAINTEST));
    Label number = new Label(Texts.number(count));
    number.setId("matrix-" + actual + "-" + predicted);
    number.getStyleClass().add("matrix-count");
    Label word = new Label(actual == predicted ? "right" : "wrong");
    word.getStyleClass().add("matrix-word");
    VBox words = new VBox(number, word);
    words.getStyleClass().add("matrix-words");
    StackPane cell = new StackPane(tint, words);
    cell.getStyleClass().add("matrix-cell");
    Tooltip.install(
        cell,
        new Tooltip(
            "%s of class %s predicted as %s, %d %% of the class"
                .formatted(
                    Texts.count(count, "row"),
                    report.labels().get(actual).text(),
                    report.labels().get(predicted).text(),
                    Math.round(share * 100))));
    return cell;
  }

  private static Label head(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("secondary");
    return label;
  }

  private static Label name(String text, Pos alignment) {
    Label label = new Label(text);
    label.getStyleClass().add("matrix-name");
    label.setAlignment(alignment);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }
}
