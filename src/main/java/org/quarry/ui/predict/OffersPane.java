package org.quarry.ui.predict;

import javafx.collections.SetChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The columns that can be learned from, each with the reason why it is not proposed. */
final class OffersPane extends VBox {
  private final PredictModel model;

  OffersPane(PredictModel model) {
    super(8);
    this.model = model;
    model.proposal().subscribe(this::fill);
  }

  private void fill(@Nullable Proposal proposal) {
    getChildren().clear();
    if (proposal != null) {
      proposal.offers().forEach(offer -> getChildren().add(row(offer)));
    }
  }

  private VBox row(Offer offer) {
    String name = offer.column().name();
    CheckBox box = new CheckBox(name);
    box.setId("predict-from-" + name);
    box.setMnemonicParsing(false);
    box.setDisable(!offer.possible());
    box.setSelected(model.features().contains(name));
    model
        .features()
        .addListener(
            (SetChangeListener<String>)
                change -> {
                  if (name.equals(change.getElementAdded())
                      || name.equals(change.getElementRemoved())) {
                    box.setSelected(model.features().contains(name));
                  }
                });
    box.selectedProperty()
        .addListener(
            (property, was, is) -> {
              if (is) {
                model.features().add(name);
              } else {
                model.features().remove(name);
              }
            });
    VBox row = new VBox(box);
    if (!offer.reason().isEmpty()) {
      Label reason = Words.wrapped("predict-reason-" + name, "predict-reason");
      reason.setText(offer.reason());
      row.getChildren().add(reason);
    }
    return row;
  }
}
