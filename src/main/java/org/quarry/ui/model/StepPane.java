package org.quarry.ui.model;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.ui.kit.Icons;

/**
 * A step of the left column: its heading, and its controls or, folded, a line that sums them up.
 */
final class StepPane extends VBox {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final Label summary = new Label();
  private final Tooltip whole = new Tooltip();

  StepPane(Step step, ObjectProperty<Step> current, Node body) {
    getStyleClass().add("step");
    Label number = new Label(Integer.toString(step.number()));
    number.getStyleClass().add("step-number");
    number.setMinWidth(Region.USE_PREF_SIZE);
    Label title = new Label(step.title());
    title.getStyleClass().add("step-title");
    summary.getStyleClass().add("step-summary");
    summary.setId("summary-" + id(step));
    summary.setTooltip(whole);
    VBox words = new VBox(title, summary);
    words.getStyleClass().add("step-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox graphic = new HBox(8, number, words, Icons.of(Feather.CHEVRON_RIGHT));
    graphic.getStyleClass().add("step-graphic");
    Button head = new Button("", graphic);
    head.setId("step-" + id(step));
    head.getStyleClass().addAll("flat", "step-head");
    head.setAccessibleText(step.title());
    head.setMaxWidth(Double.MAX_VALUE);
    graphic.prefWidthProperty().bind(head.widthProperty().subtract(24));
    head.setOnAction(event -> current.set(step));
    body.getStyleClass().add("step-body");
    getChildren().addAll(head, body);
    current.subscribe(
        open -> {
          boolean mine = open == step;
          pseudoClassStateChanged(CURRENT, mine);
          Parts.show(body, mine);
          Parts.show(summary, !mine);
        });
  }

  private static String id(Step step) {
    return step.title().toLowerCase(Locale.ROOT);
  }

  void setSummary(String text) {
    summary.setText(text);
    whole.setText(text);
  }
}
