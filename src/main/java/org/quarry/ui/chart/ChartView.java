package org.quarry.ui.chart;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.IntegerProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Transform;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.ui.kit.FilePicker;
import org.quarry.ui.kit.Icons;
import org.quarry.ui.kit.ProblemBar;

/** Draws a {@link ChartModel} with the choices above it. */
public final class ChartView extends VBox {
  private static final FilePicker.Kind PNG = new FilePicker.Kind("PNG picture", List.of("png"));

  private final ChartModel model;
  private final FilePicker picker;
  private final BarPlot plot = new BarPlot();
  private final Label title = new Label();
  private final Label more = new Label();
  private final VBox paper = new VBox(title, plot, more);
  private final ProblemBar problems = new ProblemBar();

  /** Makes the view of {@code model}; {@code picker} asks where pictures go. */
  public ChartView(ChartModel model, FilePicker picker) {
    this.model = model;
    this.picker = picker;
    getStyleClass().add("chart-view");
    getStylesheets()
        .add(Objects.requireNonNull(ChartView.class.getResource("chart.css")).toExternalForm());
    title.setId("chart-title");
    title.getStyleClass().add("chart-title");
    more.setId("chart-more");
    more.getStyleClass().add("chart-more");
    paper.setId("chart-paper");
    paper.getStyleClass().add("chart-paper");
    VBox.setVgrow(plot, Priority.ALWAYS);
    ScrollPane scroll = new ScrollPane(paper);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().addAll("edge-to-edge", "chart-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(choices(), problems, scroll);
    model.bars().subscribe(this::show);
    model
        .problem()
        .subscribe(
            problem -> {
              if (problem == null) {
                problems.clear();
              } else {
                problems.show(problem);
              }
            });
  }

  private HBox choices() {
    CheckBox sorted = new CheckBox("Sort by value");
    sorted.setId("chart-sorted");
    sorted.selectedProperty().bindBidirectional(model.sorted());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button save = new Button("Save as PNG…", Icons.of(Feather.DOWNLOAD));
    save.setId("chart-save");
    save.getStyleClass().add("small");
    save.setOnAction(event -> save());
    HBox row =
        new HBox(
            new Label("Label"),
            choice("chart-label-column", model.label()),
            new Label("Value"),
            choice("chart-value-column", model.value()),
            sorted,
            space,
            save);
    row.getStyleClass().add("chart-choices");
    return row;
  }

  private ComboBox<String> choice(String id, IntegerProperty column) {
    ComboBox<String> box = new ComboBox<>();
    box.setId(id);
    box.getStyleClass().add("small");
    box.getItems().setAll(model.columns());
    box.getSelectionModel().select(column.get());
    box.getSelectionModel()
        .selectedIndexProperty()
        .subscribe(
            index -> {
              if (index.intValue() >= 0) {
                column.set(index.intValue());
              }
            });
    return box;
  }

  private void show(Bars bars) {
    title.setText(bars.bars().isEmpty() ? "No rows to draw" : bars.title());
    plot.show(bars);
    more.setText(bars.more() == 0 ? "" : "and " + Ticks.text(bars.more()) + " more");
    more.setManaged(bars.more() > 0);
    more.setVisible(bars.more() > 0);
  }

  private void save() {
    String name = model.bars().get().title().replaceAll("[^\\p{Alnum} ,._-]+", " ").strip();
    picker
        .save("Save the chart", (name.isEmpty() ? "chart" : name) + ".png", PNG)
        .ifPresent(
            file -> {
              SnapshotParameters parameters = new SnapshotParameters();
              parameters.setTransform(Transform.scale(2, 2));
              model.write(SwingFXUtils.fromFXImage(paper.snapshot(parameters, null), null), file);
            });
  }
}
