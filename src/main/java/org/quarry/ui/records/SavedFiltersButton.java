package org.quarry.ui.records;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.Popup;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.ui.kit.Hint;
import org.quarry.ui.kit.Icons;
import org.quarry.ui.kit.PopupPlace;
import org.quarry.ui.kit.SavedFilter;

/** The button that unfolds the filters kept for the table. */
final class SavedFiltersButton extends Button {
  private final SavedFiltersModel model;
  private final Popup popup = new Popup();
  private final SavedFiltersPanel panel;

  /**
   * Makes it.
   *
   * @param told told a filter that was applied and the columns it names that are gone
   */
  SavedFiltersButton(SavedFiltersModel model, BiConsumer<SavedFilter, List<String>> told) {
    super("", Icons.of(Feather.BOOKMARK));
    this.model = model;
    panel =
        new SavedFiltersPanel(
            model,
            filter -> {
              popup.hide();
              told.accept(filter, model.apply(filter));
            },
            popup::hide);
    setId("saved-filters");
    getStyleClass().addAll("flat", "button-icon");
    setAccessibleText("Saved filters");
    setMinWidth(USE_PREF_SIZE);
    model.list().subscribe(list -> name(list.size()));
    popup.getContent().add(panel);
    popup.setAutoHide(true);
    setOnAction(event -> unfold(this));
  }

  private void name(int filters) {
    setText(filters == 0 ? "" : Integer.toString(filters));
    Hint.on(this, "Saved filters of this table, and save this one");
  }

  /** Shows the panel at the right end of a node, or takes it away. */
  void unfold(Node anchor) {
    if (popup.isShowing()) {
      popup.hide();
      return;
    }
    panel.begin();
    double gap = anchor == this ? 4 : 4 - anchor.getLayoutBounds().getHeight();
    new PopupPlace(popup, gap, true).showBelow(anchor);
    panel.focus();
  }

  /** The panel, for whoever looks into it. */
  SavedFiltersPanel panel() {
    return panel;
  }

  /** Lets go of what outlives the tab. */
  void close() {
    popup.hide();
    model.close();
  }
}
