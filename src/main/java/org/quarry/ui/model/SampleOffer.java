package org.quarry.ui.model;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Says that many rows take long, and offers a sample of them. */
final class SampleOffer extends VBox {
  private final Label sentence = Parts.note(Feather.CLOCK, "", "info");

  SampleOffer(SampleChoice sample) {
    super(8);
    setId("model-sample-offer");
    CheckBox take = new CheckBox("Train on a stratified sample");
    take.setId("model-sample");
    take.selectedProperty().bindBidirectional(sample.taken());
    VBox rows = Parts.checked("model-sample-rows", "Rows of the sample", sample.rows());
    rows.setMaxWidth(160);
    sample.taken().subscribe(taken -> Parts.show(rows, taken));
    getChildren().addAll(sentence, take, rows);
  }

  /** Says what all rows cost. */
  void say(String cost) {
    sentence.setText(cost);
  }
}
