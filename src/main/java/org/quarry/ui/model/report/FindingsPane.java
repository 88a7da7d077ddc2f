package org.quarry.ui.model.report;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.learning.training.DataCheck;
import org.quarry.ui.kit.Icons;
import org.quarry.ui.kit.Texts;

/** What is suspicious about the rows, each with a button that shows them. */
public final class FindingsPane extends VBox {
  private final FindingsModel model;

  /** Makes the view of {@code model}. */
  public FindingsPane(FindingsModel model) {
    super(8);
    this.model = model;
    setId("findings");
    model.findings().addListener((ListChangeListener<DataCheck.Finding>) change -> fill());
    model.state().subscribe(this::fill);
    fill();
  }

  private void fill() {
    getChildren().clear();
    int number = 0;
    for (DataCheck.Finding finding : model.findings()) {
      getChildren().add(line(finding, number++));
    }
    if (!model.state().get().isEmpty()) {
      Label state = Cards.words(model.state().get());
      state.setId("findings-state");
      getChildren().add(state);
    }
  }

  private HBox line(DataCheck.Finding finding, int number) {
    Label text = new Label(finding.warning().sentence(), Icons.of(Feather.ALERT_TRIANGLE));
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    text.setMaxWidth(Double.MAX_VALUE);
    text.getStyleClass().addAll("model-note", "warning");
    HBox.setHgrow(text, Priority.ALWAYS);
    Button show = new Button("Show " + Texts.count(finding.identities().size(), "row"));
    show.setId("finding-show-" + number);
    show.setMinWidth(Region.USE_PREF_SIZE);
    show.setOnAction(event -> model.show(finding));
    return new HBox(12, text, show);
  }
}
