package org.quarry.ui.model;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The controls of the step Data. */
final class DataStep extends VBox {
  DataStep(ModelModel model) {
    Label sentence = Parts.words("model-sentence", "model-sentence");
    DataModel data = model.data();
    getChildren()
        .addAll(
            Parts.captioned(
                "Table",
                Parts.choice("model-table", "Choose a table", data.tables(), data.table())),
            Parts.captioned(
                "Target: the column to learn",
                Parts.choice("model-target", "Choose a column", data.targets(), data.target())),
            sentence);
    Parts.whenever(
        () -> sentence.setText(model.sentence()),
        data.survey(),
        data.unread(),
        data.fault(),
        data.target(),
        model.check().share().reading());
  }
}
