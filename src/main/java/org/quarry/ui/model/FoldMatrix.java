package org.quarry.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.quarry.learning.search.FoldScore;
import org.quarry.ui.kit.Texts;

/** A small confusion matrix of the rows that the folds tested, summed over the folds. */
final class FoldMatrix extends GridPane {
  private static final int COMMONEST = 5;

  private record Mistake(int actual, int predicted, long rows) {}

  /**
   * Makes one.
   *
   * @param names the classes
   * @param counts for each actual class the rows predicted as each class
   */
  FoldMatrix(List<String> names, List<List<Long>> counts) {
    super(4, 4);
    setId("model-candidate-matrix");
    getStyleClass().add("fold-matrix");
    Label predicted = small("Actual ↓  Predicted →");
    add(predicted, 0, 0, names.size() + 1, 1);
    for (int i = 0; i < names.size(); i++) {
      Label head = name(names.get(i));
      add(head, i + 1, 1);
      setHalignment(head, HPos.CENTER);
      Label side = name(names.get(i));
      add(side, 0, i + 2);
      setHalignment(side, HPos.RIGHT);
      for (int j = 0; j < names.size(); j++) {
        Label count = new Label(Texts.number(counts.get(i).get(j)));
        count.setId("fold-matrix-" + i + "-" + j);
        count.getStyleClass().addAll("fold-count", i == j ? "right" : "wrong");
        count.setAccessibleText(
            "%s of class %s predicted as %s, %s"
                .formatted(
                    Texts.count(counts.get(i).get(j), "row"),
                    names.get(i),
                    names.get(j),
                    i == j ? "right" : "wrong"));
        add(count, j + 1, i + 2);
      }
    }
    setMaxWidth(Region.USE_PREF_SIZE);
  }

  private static Label small(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("secondary");
    return label;
  }

  private static Label name(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("fold-name");
    label.setMaxWidth(96);
    return label;
  }

  /** The matrices of fits, cell by cell together. */
  static List<List<Long>> sum(List<FoldScore> fits) {
    int classes = fits.getFirst().confusion().size();
    List<List<Long>> sums = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      List<Long> row = new ArrayList<>();
      for (int j = 0; j < classes; j++) {
        int actual = i;
        int predicted = j;
        row.add(fits.stream().mapToLong(fit -> fit.confusion().get(actual).get(predicted)).sum());
      }
      sums.add(row);
    }
    return sums;
  }

  /** The commonest mistakes in a sentence, where a matrix would be too large to read. */
  static String commonest(List<String> names, List<List<Long>> counts) {
    List<Mistake> mistakes = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      for (int j = 0; j < names.size(); j++) {
        if (i != j && counts.get(i).get(j) > 0) {
          mistakes.add(new Mistake(i, j, counts.get(i).get(j)));
        }
      }
    }
    mistakes.sort((one, other) -> Long.compare(other.rows(), one.rows()));
    return mistakes.isEmpty()
        ? "No row is predicted wrongly."
        : "Commonest mistakes: "
            + mistakes.stream()
                .limit(COMMONEST)
                .map(
                    each ->
                        "%s as %s %s"
                            .formatted(
                                names.get(each.actual()),
                                names.get(each.predicted()),
                                Texts.number(each.rows())))
                .collect(Collectors.joining(", "));
  }
}
