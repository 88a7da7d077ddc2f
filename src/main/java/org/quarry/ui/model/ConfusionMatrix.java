package org.quarry.ui.model;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
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

  /**
   * Makes one; {@code chosen} takes the actual and the predicted class of a cell that is clicked.
   */
  ConfusionMatrix(Report report, BiConsumer<Integer, Integer> chosen) {
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
        StackPane cell = cell(report, i, j, counts);
        if (counts.get(j) > 0) {
          open(cell, i, j, chosen);
        }
        add(cell, j + 1, i + 2);
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
            "%s of class %s predicted as %s, %d %% of the class; click to show them"
                .formatted(
                    Texts.count(count, "row"),
                    report.labels().get(actual).text(),
                    report.labels().get(predicted).text(),
                    Math.round(share * 100))));
    return cell;
  }

  /** Makes a cell open its rows, by mouse and by key. */
  private static void open(
      StackPane cell, int actual, int predicted, BiConsumer<Integer, Integer> chosen) {
    cell.getStyleClass().add("opens");
    cell.setCursor(Cursor.HAND);
    cell.setFocusTraversable(true);
    cell.setAccessibleRole(AccessibleRole.BUTTON);
    cell.setOnMouseClicked(event -> chosen.accept(actual, predicted));
    cell.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            chosen.accept(actual, predicted);
            event.consume();
          }
        });
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
