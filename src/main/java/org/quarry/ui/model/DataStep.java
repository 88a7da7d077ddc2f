package org.quarry.ui.model;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/** The controls of the step Data. */
final class DataStep extends VBox {
  DataStep(ModelModel model) {
    Label sentence = Parts.words("model-sentence", "model-sentence");
    DataModel data = model.data();
    VBox table =
        Parts.captioned(
            "Table or view",
            Parts.choice("model-table", "Choose a table", data.tables(), data.table()));
    CheckBox fromQuery = new CheckBox("Learn from a query instead");
    fromQuery.setId("model-from-query");
    fromQuery.selectedProperty().bindBidirectional(data.fromQuery());
    TextArea sql = new TextArea();
    sql.setId("model-query");
    sql.setPromptText("SELECT … ORDER BY …");
    sql.setPrefRowCount(4);
    sql.setWrapText(true);
    sql.getStyleClass().add("mono");
    sql.textProperty().bindBidirectional(data.query());
    Button use = new Button("Use this query");
    use.setId("model-use-query");
    use.setOnAction(event -> data.useQuery());
    VBox query = new VBox(8, sql, use);
    data.fromQuery()
        .subscribe(
            from -> {
              Parts.show(table, !from);
              Parts.show(query, from);
            });
    getChildren()
        .addAll(
            table,
            fromQuery,
            query,
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
