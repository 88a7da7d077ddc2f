package org.quarry.ui.model;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The controls of the step Check. */
final class CheckStep extends VBox {
  CheckStep(CheckModel check) {
    VBox share = Parts.field("model-share", "Held out", check.share());
    VBox seed = Parts.field("model-seed", "Seed", check.seed());
    VBox folds = Parts.field("model-folds", "Folds", check.folds());
    for (VBox field : new VBox[] {share, seed, folds}) {
      HBox.setHgrow(field, Priority.ALWAYS);
      field.setPrefWidth(72);
    }
    CheckBox before = new CheckBox("Scale before the folds");
    before.setId("model-scale-before");
    before.selectedProperty().bindBidirectional(check.scaleBefore());
    Label why = Parts.words("model-scale-note", "secondary");
    why.setText(
        "The notebook's order: the scores see the tested rows and come out a little too good."
            + " Off, each fold is scaled by its own training rows.");
    getChildren()
        .addAll(
            new HBox(8, share, seed, folds),
            new VBox(
                Parts.error("model-share", check.share()),
                Parts.error("model-seed", check.seed()),
                Parts.error("model-folds", check.folds())),
            before,
            why);
  }
}
