package org.quarry.ui.model;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.quarry.ui.kit.Texts;

/** How rows are divided, drawn to scale: training and hold-out, and below the folds in turn. */
final class SplitPicture extends VBox {
  private static final int MOST_FOLDS = 10;
  private static final double LEAST_PERCENT = 8;

  SplitPicture(long training, long held, int folds) {
    super(4);
    setId("split-picture");
    double heldShare = held == 0 ? 0 : Math.max(LEAST_PERCENT, 100.0 * held / (training + held));
    GridPane top = row(100 - heldShare, heldShare);
    top.add(part(Texts.number(training) + " to train", "part-training"), 0, 0);
    if (held > 0) {
      top.add(part(Texts.number(held) + " held out", "part-held"), 1, 0);
    }
    getChildren().add(top);
    for (int fold = 0; fold < Math.min(folds, MOST_FOLDS); fold++) {
      getChildren().add(fold(fold, folds, 100 - heldShare));
    }
    Label words = Parts.words("split-words", "secondary");
    words.setText(words(training, held, folds));
    getChildren().add(words);
  }

  private static String words(long training, long held, int folds) {
    String search =
        folds < 2
            ? ""
            : "Each candidate is fitted %d times, each time on all folds but one, and scored on that one, some %s. "
                .formatted(folds, Texts.count(Math.round((double) training / folds), "row"));
    return search
        + (held == 0
            ? "Nothing is held out: there will be no report on unseen rows."
            : "The rows held out are seen once, by the best candidate, at the end.");
  }

  private static GridPane fold(int tested, int folds, double percent) {
    double[] parts = new double[folds + 1];
    for (int i = 0; i < folds; i++) {
      parts[i] = percent / folds;
    }
    parts[folds] = 100 - percent;
    GridPane row = row(parts);
    for (int i = 0; i < folds; i++) {
      Label part =
          part(
              i == tested && folds <= MOST_FOLDS / 2 ? "scored" : "",
              i == tested ? "part-scored" : "part-fitted");
      row.add(part, i, 0);
    }
    return row;
  }

  private static GridPane row(double... percents) {
    GridPane row = new GridPane(4, 0);
    for (double percent : percents) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(percent);
      row.getColumnConstraints().add(column);
    }
    return row;
  }

  private static Label part(String text, String style) {
    Label part = new Label(text);
    part.setMaxWidth(Double.MAX_VALUE);
    part.setMinWidth(Region.USE_COMPUTED_SIZE);
    part.getStyleClass().addAll("split-part", style);
    GridPane.setFillWidth(part, true);
    return part;
  }
}
