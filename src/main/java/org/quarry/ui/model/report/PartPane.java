package org.quarry.ui.model.report;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.ui.kit.Icons;

/** A part of a report while it is unknown, being computed, and known. */
final class PartPane extends StackPane {
  /**
   * Makes one.
   *
   * @param id of its controls
   * @param part what is computed
   * @param verb on the button that computes it
   * @param action computes it
   * @param content shows it
   */
  PartPane(String id, ReportPart<?> part, String verb, Runnable action, Node content) {
    Button start = new Button(verb, Icons.of(Feather.PLAY));
    start.setId(id + "-start");
    start.setOnAction(event -> action.run());
    ProgressIndicator turning = new ProgressIndicator();
    turning.setPrefSize(16, 16);
    Button stop = new Button("Stop", Icons.of(Feather.X));
    stop.setId(id + "-stop");
    stop.setOnAction(event -> part.stop());
    HBox working = new HBox(8, turning, new Label("Computing…"), stop);
    working.getStyleClass().add("part-line");
    HBox asking = new HBox(8, start);
    asking.getStyleClass().add("part-line");
    getChildren().addAll(content, asking, working);
    setMinWidth(0);
    Runnable choose =
        () -> {
          boolean known = part.value().get() != null;
          boolean running = part.running().get();
          show(content, known);
          show(asking, !known && !running);
          show(working, !known && running);
        };
    part.value().subscribe(choose);
    part.running().subscribe(choose);
    choose.run();
  }

  static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
