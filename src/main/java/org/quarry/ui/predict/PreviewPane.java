package org.quarry.ui.predict;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.model.PredictionCounts;
import org.quarry.learning.model.TablePrediction;
import org.quarry.learning.search.CandidateScore;
import org.quarry.learning.training.NestedScore;
import org.quarry.ui.kit.Texts;

/** What to expect of a prediction, and what of it would be staged. */
final class PreviewPane extends ScrollPane {
  private static final double BAR = 240;
  private static final double ROW = 32;

  /** The heading of a table, its border and its scroll bar. */
  private static final double AROUND = 60;

  private final PredictModel model;
  private final VBox content = new VBox();

  PreviewPane(PredictModel model) {
    this.model = model;
    setId("predict-preview");
    setFitToWidth(true);
    getStyleClass().add("edge-to-edge");
    content.getStyleClass().add("predict-preview");
    setContent(content);
    model.prediction().subscribe(this::fill);
    model.done().subscribe(() -> fill(model.prediction().get()));
  }

  private void fill(@Nullable Prediction prediction) {
    content.getChildren().clear();
    setVvalue(0);
    if (prediction == null) {
      String done = model.done().get();
      if (!done.isEmpty()) {
        Label label = Words.wrapped("predict-done", "predict-done");
        label.setText(done);
        content.getChildren().add(label);
        return;
      }
      content.getChildren().add(waiting());
      return;
    }
    content.getChildren().add(expectation(prediction));
    PredictionCounts counts = prediction.edits().counts();
    content.getChildren().add(new VBox(8, heading(rows(counts)), classes(counts)));
    List<String> remarks = counts.remarks(Texts::number);
    if (!remarks.isEmpty()) {
      content.getChildren().add(words("predict-left", String.join("\n", remarks)));
    }
    if (!prediction.edits().first().isEmpty()) {
      content.getChildren().add(new VBox(8, heading("The first rows"), first(prediction)));
    }
  }

  private Label waiting() {
    return words(
        "predict-waiting",
        "Training tries %d candidates, C × gamma × kernel, each by %d stratified folds of the rows"
                .formatted(Prediction.GRID.candidates().size(), Prediction.FOLDS)
            + " where "
            + model.column()
            + " is set, and learns the best from all of these rows. What it would write stands"
            + " here before anything is staged.");
  }

  private VBox expectation(Prediction prediction) {
    CandidateScore best = prediction.result().best();
    NestedScore nested = prediction.result().nested();
    double mean = nested == null ? best.mean() : nested.mean();
    double std = nested == null ? best.std() : nested.std();
    Label figure = new Label(percent(mean) + " right");
    figure.setId("predict-score");
    figure.getStyleClass().add("predict-figure");
    return new VBox(
        4,
        heading("What to expect"),
        figure,
        words(
            "predict-score-words",
            "Accuracy %.4f ± %.4f of the whole search on %d folds that no part of it saw. "
                    .formatted(mean, std, Prediction.FOLDS)
                + always()),
        words(
            "predict-best",
            "Best: %s, learned from %s%s. Its own mean, %.4f, is the highest of %d and a little too good."
                .formatted(
                    best.candidate().text(),
                    Texts.count(prediction.result().model().origin().trainingRows(), "row"),
                    sampled(prediction),
                    best.mean(),
                    prediction.result().candidates().size())));
  }

  /** Of how many rows those learned from were drawn, if they were. */
  private String sampled(Prediction prediction) {
    Proposal proposal = model.proposal().get();
    long left = prediction.result().incomplete();
    return proposal == null || prediction.result().rows() + left >= proposal.rows()
        ? left == 0 ? "" : "; %s with a NULL that is left out".formatted(Texts.count(left, "row"))
        : " drawn from " + Texts.number(proposal.rows());
  }

  /** What a model must be better than. */
  private String always() {
    Proposal proposal = model.proposal().get();
    return proposal == null
        ? ""
        : "Always saying the most frequent class would be right in %s."
            .formatted(percent(proposal.mostFrequent()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private String rows(PredictionCounts counts) {
    return Texts.count(counts.predicted(), "row") + " would be given a class";
  }

  /** A line for each class, as long as its share. */
  private static GridPane classes(PredictionCounts counts) {
    GridPane grid = new GridPane(12, 8);
    grid.setId("predict-classes");
    int line = 0;
    for (Map.Entry<ClassLabel, Long> each : counts.labels().entrySet()) {
      Label name = new Label(each.getKey().text());
      Label count = new Label(Texts.number(each.getValue()));
      count.getStyleClass().add("predict-count");
      Region share = new Region();
      share.getStyleClass().add("predict-share");
      double width = Math.max(2, BAR * each.getValue() / counts.predicted());
      share.setMinWidth(width);
      share.setMaxWidth(width);
      grid.addRow(line++, name, count, share);
    }
    return grid;
  }

  private static Node first(Prediction prediction) {
    TableView<TablePrediction.Example> table = new TableView<>();
    table.setId("predict-first");
    table.setFixedCellSize(ROW);
    add(table, "row", example -> example.key().toString().replaceFirst("^row ", ""));
    add(table, prediction.columns().label(), example -> example.label().text());
    List<String> features = prediction.result().model().origin().features();
    for (int i = 0; i < features.size(); i++) {
      int at = i;
      add(table, features.get(i), example -> Objects.toString(example.features().get(at), "NULL"));
    }
    table.getItems().setAll(prediction.edits().first());
    double height = ROW * prediction.edits().first().size() + AROUND;
    table.setMinHeight(height);
    table.setMaxHeight(height);
    return table;
  }

  private interface CellWords {
    String of(TablePrediction.Example example);
  }

  private static void add(TableView<TablePrediction.Example> table, String title, CellWords words) {
    TableColumn<TablePrediction.Example, String> column = new TableColumn<>(title);
    column.setSortable(false);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.of(cell.getValue())));
    table.getColumns().add(column);
  }

  private static Label heading(String text) {
    Label heading = new Label(text);
    heading.getStyleClass().add("predict-heading");
    return heading;
  }

  private static Label words(String id, String text) {
    Label words = Words.wrapped(id, "predict-words");
    words.setText(text);
    return words;
  }
}
