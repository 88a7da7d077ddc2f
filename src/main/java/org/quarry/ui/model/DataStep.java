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
    Runnable tell = () -> sentence.setText(model.sentence());
    data.survey().subscribe(tell);
    data.fault().subscribe(tell);
    data.target().subscribe(tell);
    model.check().share().reading().subscribe(tell);
    tell.run();
  }
}
