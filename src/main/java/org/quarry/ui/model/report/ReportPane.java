package org.quarry.ui.model.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.ui.kit.FilePicker;
import org.quarry.ui.kit.Icons;

/** The report of a trained model: a row of cards, one shown at a time. */
public final class ReportPane extends BorderPane {
  private static final FilePicker.Kind HTML = new FilePicker.Kind("HTML page", List.of("html"));

  private final ReportModel model;
  private final Map<Card, Node> shown = new EnumMap<>(Card.class);
  private final StackPane middle = new StackPane();
  private final Cards cards;

  /**
   * Makes the pane.
   *
   * @param first what the first card shows
   */
  public ReportPane(ReportModel model, Node first, FilePicker picker) {
    this.model = model;
    cards = new Cards(model, picker);
    setId("report-pane");
    getStyleClass().add("report-pane");
    getStylesheets()
        .add(Objects.requireNonNull(ReportPane.class.getResource("report.css")).toExternalForm());
    shown.put(Card.REPORT, first);
    middle.getChildren().add(first);
    middle.setMinWidth(0);
    setCenter(middle);
    FlowPane row = new FlowPane(2, 2);
    row.getStyleClass().add("report-cards");
    ToggleGroup group = new ToggleGroup();
    for (Card card : Card.values()) {
      row.getChildren().add(toggle(card, group));
    }
    Button export = new Button("Export…", Icons.of(Feather.DOWNLOAD));
    export.setId("export-report");
    export.getStyleClass().add("flat");
    export.setTooltip(new Tooltip("Save the report as one HTML page"));
    export.setOnAction(event -> save(picker));
    row.getChildren().add(export);
    Label note = new Label();
    note.setId("report-rows-note");
    note.getStyleClass().add("report-note");
    model
        .note()
        .subscribe(
            text -> {
              note.setText(text);
              PartPane.show(note, !text.isEmpty());
            });
    VBox top = new VBox(row, note);
    setTop(top);
    model.report().subscribe(report -> PartPane.show(top, report != null));
    model.card().subscribe(this::show);
  }

  private ToggleButton toggle(Card card, ToggleGroup group) {
    ToggleButton button = new ToggleButton(card.title());
    button.setId("card-" + card.name().toLowerCase(Locale.ROOT));
    button.getStyleClass().add("flat");
    button.setToggleGroup(group);
    // A card cannot be closed, only left for another one.
    button.setOnAction(
        event -> {
          button.setSelected(true);
          model.card().set(card);
        });
    model.card().subscribe(open -> button.setSelected(open == card));
    if (card != Card.REPORT) {
      model.report().subscribe(report -> button.setDisable(!model.offers(card)));
    }
    return button;
  }

  private void show(Card card) {
    shown.computeIfAbsent(card, this::make);
    shown.forEach((each, node) -> PartPane.show(node, each == card));
  }

  private Node make(Card card) {
    VBox content = new VBox(cards.of(card));
    content.getStyleClass().add("model-pane-content");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().addAll("model-pane", "edge-to-edge");
    middle.getChildren().add(scroll);
    return scroll;
  }

  private void save(FilePicker picker) {
    picker.save("Save the report", "report.html", HTML).ifPresent(new ReportExport(model)::html);
  }
}
