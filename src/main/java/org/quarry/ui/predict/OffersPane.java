package org.quarry.ui.predict;

import java.util.HashMap;
import java.util.Map;
import javafx.collections.SetChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The columns that can be learned from, each with its kind and why it is proposed or not. */
final class OffersPane extends VBox {
  private final PredictModel model;
  private final Map<String, CheckBox> boxes = new HashMap<>();

  OffersPane(PredictModel model) {
    super(8);
    this.model = model;
    model.proposal().subscribe(this::fill);
    model.features().addListener((SetChangeListener<String>) change -> boxes.forEach(this::follow));
  }

  private void follow(String name, CheckBox box) {
    box.setSelected(model.features().contains(name));
  }

  private void fill(@Nullable Proposal proposal) {
    getChildren().clear();
    boxes.clear();
    if (proposal != null) {
      proposal.offers().forEach(offer -> getChildren().add(row(offer)));
    }
  }

  private VBox row(Offer offer) {
    String name = offer.name();
    CheckBox box = new CheckBox(name);
    box.setId("predict-from-" + name);
    box.setMnemonicParsing(false);
    box.setDisable(!offer.possible());
    box.setMinWidth(0);
    box.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(box, Priority.ALWAYS);
    follow(name, box);
    boxes.put(name, box);
    box.selectedProperty().subscribe((was, is) -> choose(name, is));
    Label kind = new Label(offer.kind());
    kind.setId("predict-kind-" + name);
    kind.getStyleClass().add("predict-kind");
    kind.setMinWidth(Region.USE_PREF_SIZE);
    Label reason = Words.wrapped("predict-reason-" + name, "predict-reason");
    reason.setText(offer.reason());
    return new VBox(new HBox(8, box, kind), reason);
  }

  private void choose(String name, boolean chosen) {
    if (chosen) {
      model.features().add(name);
    } else {
      model.features().remove(name);
    }
  }
}
