package org.quarry.ui.records;

import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.ui.kit.Icons;
import org.quarry.ui.kit.PopupPlace;

/** A sentence just below a box, in a popup that takes neither focus nor keys. */
final class FilterBubble {
  private static final double WIDEST = 360;

  private final Region under;
  private final Popup popup = new Popup();
  private final PopupPlace place = new PopupPlace(popup, 2, false);
  private final Label words = new Label("", Icons.of(Feather.ALERT_TRIANGLE));

  /** Makes one below {@code under}. */
  FilterBubble(Region under) {
    this.under = under;
    words.setId("filter-bubble");
    words.getStyleClass().add("filter-bubble");
    words.getStylesheets().add(styles());
    words.setWrapText(true);
    words.setMaxWidth(WIDEST);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.setMouseTransparent(true);
    popup.getContent().add(words);
    under.localToSceneTransformProperty().addListener((property, was, is) -> place.place());
    under.heightProperty().addListener((property, was, is) -> place.place());
    under
        .sceneProperty()
        .addListener(
            (property, was, is) -> {
              if (is == null) {
                popup.hide();
              }
            });
  }

  /** The looks of what belongs to the filter bar, also in popups. */
  static String styles() {
    return Objects.requireNonNull(FilterBubble.class.getResource("filters.css")).toExternalForm();
  }

  /** Says a sentence, or with an empty one nothing. */
  void show(String sentence) {
    words.setText(sentence);
    Window window = under.getScene() == null ? null : under.getScene().getWindow();
    if (sentence.isEmpty() || window == null || !window.isShowing()) {
      popup.hide();
    } else {
      place.showBelow(under);
    }
  }
}
