package org.quarry.ui.model;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Says that many rows take long, and offers a sample of them. */
final class SampleOffer extends VBox {
  SampleOffer(SampleChoice sample, ObservableValue<String> cost) {
    super(8);
    setId("model-sample-offer");
    Label sentence = Parts.note(Feather.CLOCK, "", "info");
    sentence.textProperty().bind(cost);
    CheckBox take = new CheckBox("Train on a stratified sample");
    take.setId("model-sample");
    take.selectedProperty().bindBidirectional(sample.taken());
    VBox rows = Parts.checked("model-sample-rows", "Rows of the sample", sample.rows());
    rows.setMaxWidth(160);
    sample.taken().subscribe(taken -> Parts.show(rows, taken));
    getChildren().addAll(sentence, take, rows);
  }
}
