package org.quarry.ui.model.report;

import javafx.beans.property.IntegerProperty;
import javafx.scene.control.ComboBox;

/** Boxes in which one of some names is chosen by its position. */
final class Choosing {
  private Choosing() {}

  /** A box whose choice goes into a property. */
  static ComboBox<String> of(String id, IntegerProperty chosen) {
    ComboBox<String> box = new ComboBox<>();
    box.setId(id);
    box.getSelectionModel()
        .selectedIndexProperty()
        .subscribe(
            index -> {
              if (index.intValue() >= 0) {
                chosen.set(index.intValue());
              }
            });
    chosen.subscribe((was, is) -> select(box, is.intValue()));
    return box;
  }

  /** Selects a position, if there is one. */
  static void select(ComboBox<String> box, int position) {
    if (position >= 0
        && position < box.getItems().size()
        && box.getSelectionModel().getSelectedIndex() != position) {
      box.getSelectionModel().select(position);
    }
  }
}
