package org.quarry.ui.model;

import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.quarry.learning.report.Metric;
import org.quarry.learning.training.Validation;

/** The controls of the step Check. */
final class CheckStep extends VBox {
  CheckStep(CheckModel check) {
    VBox share = Parts.field("model-share", "Held out", check.share());
    VBox seed = Parts.field("model-seed", "Seed", check.seed());
    VBox folds = Parts.field("model-folds", "Folds", check.folds());
    VBox repeats = Parts.field("model-repeats", "Repeats", check.repeats());
    VBox shuffle = Parts.field("model-shuffle", "Fold seed", check.shuffle());
    for (VBox field : new VBox[] {share, seed, folds, repeats, shuffle}) {
      HBox.setHgrow(field, Priority.ALWAYS);
      field.setPrefWidth(72);
    }
    Label foldsError = Parts.error("model-folds", check.folds());
    Label repeatsError = Parts.error("model-repeats", check.repeats());
    Label shuffleError = Parts.error("model-shuffle", check.shuffle());
    Label meaning = Parts.words("model-validation-note", "secondary");
    HBox dealt = new HBox(8, folds, repeats, shuffle);
    Parts.whenever(
        () -> {
          meaning.setText(CheckModel.meaning(check.kind().get()));
          Parts.show(folds, check.hasFolds());
          Parts.show(repeats, check.isRepeated());
          Parts.show(shuffle, check.shuffles());
          Parts.show(foldsError, check.hasFolds() && !check.folds().error().isEmpty());
          Parts.show(repeatsError, check.isRepeated() && !check.repeats().error().isEmpty());
          Parts.show(shuffleError, check.shuffles() && !check.shuffle().error().isEmpty());
        },
        check.kind(),
        check.folds().reading(),
        check.repeats().reading(),
        check.shuffle().reading());
    getChildren()
        .addAll(
            new HBox(8, share, seed),
            new VBox(
                Parts.error("model-share", check.share()), Parts.error("model-seed", check.seed())),
            Parts.captioned(
                "Validation",
                Parts.choice(
                    "model-validation", check.kind(), Validation.Kind.values(), CheckModel::title)),
            new VBox(
                4,
                Parts.words("model-validation-error", check.kindFault(), "model-error"),
                meaning),
            dealt,
            new VBox(foldsError, repeatsError, shuffleError),
            Parts.captioned(
                "Score",
                Parts.choice("model-metric", check.metric(), Metric.values(), CheckStep::title)),
            box("model-nested", "Also validate the search itself", check.nested()),
            note(
                "model-nested-note",
                "The best of many scores is a little too good. Nested, the whole search runs again"
                    + " inside each fold and is scored on rows it did not see."),
            box("model-scale-before", "Scale before the folds", check.scaleBefore()),
            note(
                "model-scale-note",
                "The notebook's order: the scores see the tested rows and come out a little too"
                    + " good. Off, each fold is scaled by its own training rows."));
  }

  private static CheckBox box(String id, String text, BooleanProperty value) {
    CheckBox box = new CheckBox(text);
    box.setId(id);
    box.selectedProperty().bindBidirectional(value);
    return box;
  }

  private static Label note(String id, String text) {
    Label note = Parts.words(id, "secondary");
    note.setText(text);
    return note;
  }

  private static String title(Metric metric) {
    return metric.text().substring(0, 1).toUpperCase(Locale.ROOT) + metric.text().substring(1);
  }
}
