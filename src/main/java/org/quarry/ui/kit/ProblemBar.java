package org.quarry.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.work.Problem;

/**
 * A bar inside a screen that says what happened, why and what to do next, and stays until it is
 * read. Takes no room while there is nothing to say. For the UI thread.
 */
public final class ProblemBar extends HBox {
  private final Label what = new Label();
  private final Label why = new Label();
  private final HBox actions = new HBox(8);

  /** Makes an empty bar. */
  public ProblemBar() {
    getStyleClass().add("problem-bar");
    setId("problem-bar");
    what.getStyleClass().add("problem-what");
    what.setId("problem-what");
    why.setId("problem-why");
    what.setWrapText(true);
    why.setWrapText(true);
    what.setMinHeight(USE_PREF_SIZE);
    why.setMinHeight(USE_PREF_SIZE);
    VBox words = new VBox(2, what, why);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button close = new Button("", Icons.of(Feather.X));
    close.getStyleClass().addAll("flat", "button-icon");
    close.setId("problem-close");
    close.setAccessibleText("Dismiss");
    close.setOnAction(event -> clear());
    actions.getStyleClass().add("problem-actions");
    actions.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(Icons.of(Feather.ALERT_TRIANGLE), words, actions, close);
    clear();
  }

  /** Shows a problem, with buttons for what can be done about it. */
  public void show(Problem problem, Button... choices) {
    show("problem", problem.what(), (problem.why() + " " + problem.next()).strip(), choices);
  }

  /** Says something that is no failure, with buttons for what can be done about it. */
  public void tell(String sentence, String more, Button... choices) {
    show("notice", sentence, more, choices);
  }

  private void show(String kind, String sentence, String more, Button... choices) {
    getStyleClass().removeAll("problem", "notice");
    getStyleClass().add(kind);
    what.setText(sentence);
    why.setText(more);
    why.setManaged(!more.isEmpty());
    why.setVisible(!more.isEmpty());
    actions.getChildren().setAll(choices);
    setVisible(true);
    setManaged(true);
  }

  /** Takes the bar away. */
  public void clear() {
    setVisible(false);
    setManaged(false);
  }
}
