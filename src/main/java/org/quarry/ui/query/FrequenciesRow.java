package org.quarry.ui.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.database.query.Countables.Table;
import org.quarry.ui.kit.Icons;

/** The choices of the ready-made count, as a sentence; takes no room while it is closed. */
final class FrequenciesRow extends HBox {
  private static final String NO_DATE = "any time";

  private final FrequenciesModel model;
  private final ComboBox<String> table = new ComboBox<>();
  private final ComboBox<String> label = new ComboBox<>();
  private final ComboBox<String> date = new ComboBox<>();
  private final List<Node> sentence;
  private final Label nothing = new Label("This database has no table to count.");
  private boolean showing;

  FrequenciesRow(FrequenciesModel model) {
    this.model = model;
    setId("frequencies-row");
    getStyleClass().add("query-row");
    sentence =
        List.of(
            new Label("Rows of"),
            chooser(table, "frequencies-table", this::chooseTable),
            new Label("by"),
            chooser(label, "frequencies-label", model::chooseLabel),
            new Label("in the days of"),
            chooser(
                date,
                "frequencies-date",
                name -> model.chooseDate(name.equals(NO_DATE) ? null : name)));
    Button close = new Button("", Icons.of(Feather.X));
    close.getStyleClass().addAll("flat", "button-icon", "small");
    close.setAccessibleText("Close");
    close.setOnAction(event -> model.close());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox words = new HBox(8);
    words.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(words, space, close);
    visibleProperty().bind(model.open());
    managedProperty().bind(model.open());
    Subscription _ =
        model
            .choice()
            .subscribe(
                now -> {
                  words.getChildren().setAll(now == null ? List.of(nothing) : sentence);
                  show(now);
                });
  }

  private ComboBox<String> chooser(ComboBox<String> box, String id, Consumer<String> chosen) {
    box.setId(id);
    box.getStyleClass().add("small");
    box.valueProperty()
        .addListener(
            (property, old, now) -> {
              if (!showing && now != null) {
                chosen.accept(now);
              }
            });
    return box;
  }

  private void chooseTable(String name) {
    FrequenciesModel.Choice now = model.choice().get();
    if (now != null) {
      now.tables().stream()
          .filter(one -> one.name().equals(name))
          .findFirst()
          .ifPresent(model::chooseTable);
    }
  }

  private void show(FrequenciesModel.@Nullable Choice now) {
    if (now == null) {
      return;
    }
    showing = true;
    table.getItems().setAll(now.tables().stream().map(Table::name).toList());
    table.setValue(now.table().name());
    label.getItems().setAll(now.table().columns());
    label.setValue(now.label());
    List<String> dates = new ArrayList<>(now.table().dates());
    now.table().columns().stream().filter(name -> !dates.contains(name)).forEach(dates::add);
    dates.add(NO_DATE);
    date.getItems().setAll(dates);
    date.setValue(now.date() == null ? NO_DATE : now.date());
    showing = false;
  }
}
