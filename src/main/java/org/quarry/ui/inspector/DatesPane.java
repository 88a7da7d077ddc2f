package org.quarry.ui.inspector;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Lists the moments that a value can mean. */
final class DatesPane extends ScrollPane {
  private final VBox list = new VBox();

  DatesPane() {
    setId("inspector-dates");
    getStyleClass().add("inspector-dates");
    list.getStyleClass().add("inspector-date-list");
    setFitToWidth(true);
    setContent(list);
  }

  /** Shows other moments. */
  void show(Reading.Dates dates) {
    list.getChildren().clear();
    boolean likely = true;
    for (DateReading date : dates.dates()) {
      if (likely && !date.plausible()) {
        likely = false;
        Label rest = new Label("Less likely");
        rest.getStyleClass().add("inspector-date-rest");
        list.getChildren().add(rest);
      }
      list.getChildren().add(entry(date));
    }
  }

  private static VBox entry(DateReading date) {
    Label name = new Label(date.name());
    name.getStyleClass().add("inspector-date-name");
    VBox entry =
        new VBox(
            name,
            line(date.utc() + " UTC", ""),
            line(date.local(), "inspector-date-more"),
            line("Unix " + date.unix(), "inspector-date-more"));
    entry.getStyleClass().add(date.plausible() ? "inspector-date" : "inspector-date-unlikely");
    return entry;
  }

  /** A line that can be selected and copied. */
  private static TextField line(String text, String styleClass) {
    TextField line = new TextField(text);
    line.setEditable(false);
    line.setFocusTraversable(false);
    line.getStyleClass().add("inspector-date-line");
    if (!styleClass.isEmpty()) {
      line.getStyleClass().add(styleClass);
    }
    return line;
  }
}
