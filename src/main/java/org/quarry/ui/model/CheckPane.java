package org.quarry.ui.model;

import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.learning.data.ClassLabel;
import org.quarry.ui.kit.Texts;
import org.quarry.ui.model.report.FindingsPane;

/** What the check does with the rows: who trains, who is held out, which classes there are. */
final class CheckPane extends ScrollPane {
  private static final int MOST_CLASSES = 12;

  private final ModelModel model;
  private final VBox content = new VBox(16);
  private final SampleOffer offer;
  private final FindingsPane findings;

  CheckPane(ModelModel model) {
    this.model = model;
    offer = new SampleOffer(model.check().sample(), model.cost().sentence());
    setId("model-check-pane");
    setFitToWidth(true);
    getStyleClass().addAll("model-pane", "edge-to-edge");
    content.getStyleClass().add("model-pane-content");
    findings = new FindingsPane(model.findings());
    setContent(content);
    Parts.whenever(
        this::fill,
        model.data().survey(),
        model.data().unread(),
        model.data().fault(),
        model.check().share().reading(),
        model.check().folds().reading(),
        model.check().kind(),
        model.check().sample().taken(),
        model.check().sample().rows().reading());
  }

  private void fill() {
    content.getChildren().clear();
    @Nullable Survey survey = model.data().survey().get();
    if (survey == null) {
      content.getChildren().add(Parts.note(Feather.INFO, model.sentence(), "info"));
      return;
    }
    int folds = model.check().hasFolds() ? model.check().folds().value().orElse(0) : 0;
    long most = Math.min(survey.usable(), model.check().sample().most());
    long held = model.check().heldOut(most);
    long training = most - held;
    VBox notes = new VBox(8);
    Notes.warnings(survey, folds)
        .forEach(
            text -> notes.getChildren().add(Parts.note(Feather.ALERT_TRIANGLE, text, "warning")));
    Notes.leftOut(survey)
        .forEach(text -> notes.getChildren().add(Parts.note(Feather.INFO, text, "info")));
    SampleChoice sample = model.check().sample();
    if (sample.isOffered(survey.usable() - model.check().heldOut(survey.usable()))) {
      content.getChildren().add(offer);
    }
    if (!notes.getChildren().isEmpty()) {
      content.getChildren().add(notes);
    }
    content.getChildren().add(findings);
    if (survey.usable() > 0) {
      content
          .getChildren()
          .addAll(
              Parts.heading("Rows"),
              new SplitPicture(training, held, folds),
              Parts.heading("Classes of " + model.data().target().get()),
              classes(survey));
    }
  }

  private static GridPane classes(Survey survey) {
    GridPane grid = new GridPane(12, 4);
    ColumnConstraints wide = new ColumnConstraints();
    wide.setHgrow(Priority.ALWAYS);
    ColumnConstraints right = new ColumnConstraints();
    right.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().addAll(new ColumnConstraints(), right, right, wide);
    int line = 0;
    for (Map.Entry<ClassLabel, Long> each : survey.classes().entrySet()) {
      if (line == MOST_CLASSES) {
        String rest =
            survey.tooManyClasses()
                ? "many more"
                : Texts.number(survey.classes().size() - MOST_CLASSES) + " more";
        grid.add(new Label(rest), 0, line);
        break;
      }
      double share = (double) each.getValue() / survey.usable();
      ProgressBar bar = new ProgressBar(share);
      bar.setMaxWidth(Double.MAX_VALUE);
      bar.getStyleClass().add("class-bar");
      grid.addRow(
          line++,
          new Label(each.getKey().text()),
          new Label(Texts.number(each.getValue())),
          new Label(Math.round(share * 100) + " %"),
          bar);
    }
    return grid;
  }
}
