package org.quarry.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.search.FoldScore;
import org.quarry.learning.training.TrainingResult;
import org.quarry.ui.kit.Texts;

/** One candidate: its folds, its confusion matrix, its time, and whether it converged. */
final class CandidatePane extends ScrollPane {
  private static final int LINES = 5;

  private final ScoresModel scores;
  private final DataModel data;
  private final VBox content = new VBox(8);

  CandidatePane(ScoresModel scores, DataModel data) {
    this.scores = scores;
    this.data = data;
    setId("model-candidate-pane");
    setFitToWidth(true);
    getStyleClass().addAll("edge-to-edge", "candidate-pane");
    content.getStyleClass().add("candidate-content");
    setContent(content);
    Parts.whenever(this::fill, scores.chosen(), scores.run().revision(), scores.run().result());
  }

  private void fill() {
    content.getChildren().clear();
    Optional<ScoreRow> shown = scores.shown();
    Parts.show(this, shown.isPresent());
    shown.ifPresent(this::fill);
  }

  private void fill(ScoreRow row) {
    Label title = Parts.words("model-candidate", "model-heading");
    title.setText(row.candidate().text());
    Label figures = Parts.words("model-candidate-figures", "secondary");
    figures.setText(figures(row));
    content.getChildren().addAll(title, figures);
    unconverged(row)
        .ifPresent(
            text -> content.getChildren().add(Parts.note(Feather.ALERT_TRIANGLE, text, "warning")));
    FlowPane parts = new FlowPane(24, 8, folds(row));
    List<FoldScore> fits = row.fits().stream().flatMap(Optional::stream).toList();
    if (!fits.isEmpty()) {
      List<List<Long>> counts = FoldMatrix.sum(fits);
      parts
          .getChildren()
          .add(
              counts.size() <= ConfusionMatrix.MOST_CLASSES
                  ? new FoldMatrix(names(counts.size()), counts)
                  : mistakes(counts));
    }
    content.getChildren().add(parts);
  }

  private String figures(ScoreRow row) {
    int all = scores.run().scores().size();
    List<String> parts = new ArrayList<>();
    parts.add(
        row.complete()
            ? "Rank %s of %s, mean %s ± %s"
                .formatted(
                    Texts.number(row.rank()),
                    Texts.number(all),
                    scores.run().text().four(row.mean()),
                    Numbers.score(row.std()))
            : "%d of %d folds so far".formatted(row.done(), row.fits().size()));
    if (row.done() > 0) {
      parts.add(Texts.nanos(row.nanos()));
      parts.add(row.converged() ? "converged" : "did not converge");
    }
    if (row.share() < 1) {
      parts.add("left behind at %d %% of the rows".formatted(Math.round(row.share() * 100)));
    }
    return String.join(" · ", parts);
  }

  /** What to say of a candidate that did not converge on some fold, a sentence or two. */
  static Optional<String> unconverged(ScoreRow row) {
    double gap = 0;
    List<String> folds = new ArrayList<>();
    for (int i = 0; i < row.fits().size(); i++) {
      Optional<FoldScore> fit = row.fits().get(i);
      if (fit.isPresent() && !fit.get().converged()) {
        folds.add(Integer.toString(i + 1));
        gap = Math.max(gap, fit.get().gap());
      }
    }
    return folds.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s did not converge on fold %s: it stopped %.2g short of the optimum, so its score"
                    .formatted(row.candidate().text(), String.join(", ", folds), gap)
                + " may be off. A smaller C converges sooner.");
  }

  private GridPane folds(ScoreRow row) {
    GridPane grid = new GridPane(12, 2);
    grid.setId("model-candidate-folds");
    grid.getStyleClass().add("fold-scores");
    for (int i = 0; i < row.fits().size(); i++) {
      int column = i / LINES * 3;
      int line = i % LINES + 1;
      if (line == 1) {
        grid.add(small("Fold"), column, 0);
        grid.add(small("Score"), column + 1, 0);
        grid.add(small("Time"), column + 2, 0);
        for (int k = 0; k < 3; k++) {
          ColumnConstraints right = new ColumnConstraints();
          right.setHalignment(k == 0 ? HPos.LEFT : HPos.RIGHT);
          grid.getColumnConstraints().add(right);
        }
      }
      Optional<FoldScore> fit = row.fits().get(i);
      Label score = new Label(fit.map(each -> scores.run().text().four(each.score())).orElse("–"));
      score.setId("model-candidate-fold-" + i);
      grid.add(small(Integer.toString(i + 1)), column, line);
      grid.add(score, column + 1, line);
      grid.add(small(fit.map(each -> Texts.nanos(each.nanos())).orElse("")), column + 2, line);
    }
    return grid;
  }

  private static Label small(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("secondary");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /** The names of the classes; numbers while a training still reads them. */
  private List<String> names(int count) {
    @Nullable TrainingResult result = scores.run().result().get();
    @Nullable Survey survey = data.survey().get();
    List<String> names =
        result != null
            ? result.model().origin().classes().stream().map(ClassLabel::text).toList()
            : survey == null
                ? List.of()
                : survey.classes().keySet().stream().map(ClassLabel::text).toList();
    if (names.size() == count) {
      return names;
    }
    List<String> numbers = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      numbers.add("class " + i);
    }
    return numbers;
  }

  private Label mistakes(List<List<Long>> counts) {
    Label text = Parts.words("model-candidate-mistakes", "secondary");
    text.setText(FoldMatrix.commonest(names(counts.size()), counts));
    return text;
  }
}
