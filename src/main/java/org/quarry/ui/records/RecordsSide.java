package org.quarry.ui.records;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;

/**
 * The panel right of the grid: sections, one above the other, that say more about the cell or the
 * column on which the keyboard stands. A section does its work only while the panel is shown.
 */
final class RecordsSide extends SplitPane {
  private final BooleanProperty shown = new SimpleBooleanProperty();

  RecordsSide() {
    setId("records-side");
    getStyleClass().add("records-side");
    setOrientation(Orientation.VERTICAL);
  }

  /** Whether the panel is shown. */
  BooleanProperty shown() {
    return shown;
  }

  /** Adds a section below those there are. */
  void add(String title, Node content) {
    Label heading = new Label(title);
    heading.getStyleClass().add("side-heading");
    BorderPane section = new BorderPane(content);
    section.setTop(heading);
    section.getStyleClass().add("side-section");
    getItems().add(section);
    // Most values are short; what is told of a column is not.
    setDividerPositions(0.38);
  }
}
