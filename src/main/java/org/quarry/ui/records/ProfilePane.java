package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.database.profile.Bin;
import org.quarry.database.profile.ColumnProfile;
import org.quarry.database.profile.ValueCount;
import org.quarry.database.schema.Column;
import org.quarry.ui.kit.Command;
import org.quarry.ui.kit.CommandControls;
import org.quarry.ui.kit.Icons;
import org.quarry.ui.kit.Texts;
import org.quarry.work.Problem;

/** The section of the panel beside the rows that says what a column holds. */
final class ProfilePane extends ScrollPane {
  private final ProfileModel model;
  private final Label name = new Label();
  private final Label type = new Label();
  private final Label coverage = new Label();
  private final Hyperlink exactly = new Hyperlink("Compute exactly");
  private final VBox findings = new VBox(8);
  private final Hyperlink clear = new Hyperlink("Clear filter");

  /**
   * Makes one.
   *
   * @param verbs what can be done with the column
   */
  ProfilePane(ProfileModel model, FilterModel filters, List<Command> verbs) {
    this.model = model;
    setId("profile");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().add("profile-pane");
    getStylesheets()
        .add(Objects.requireNonNull(ProfilePane.class.getResource("profile.css")).toExternalForm());
    name.setId("profile-column");
    name.getStyleClass().add("profile-name");
    name.setMinWidth(0);
    type.getStyleClass().add("secondary");
    type.setMinWidth(Region.USE_PREF_SIZE);
    coverage.setId("profile-coverage");
    coverage.getStyleClass().add("secondary");
    coverage.setWrapText(true);
    exactly.setId("profile-exactly");
    exactly.setOnAction(event -> computeOrStop());
    clear.setId("profile-clear");
    clear.setOnAction(event -> model.toggle(model.typed()));
    VBox content =
        new VBox(8, new VBox(2, heading(), coverage, uncounted(), links()), verbs(verbs), findings);
    content.getStyleClass().add("profile-content");
    content
        .visibleProperty()
        .bind(Bindings.createBooleanBinding(() -> model.column().get() != null, model.column()));
    setContent(content);
    model.column().subscribe(this::show);
    model.profile().subscribe(this::show);
    model.problem().subscribe(this::show);
    model.computingExactly().subscribe(this::computing);
    filters.typed().addListener((MapChangeListener<FilterBox, String>) change -> filtered());
    filtered();
  }

  private Label uncounted() {
    Label label = new Label();
    label.setId("profile-uncounted");
    label.getStyleClass().add("uncounted");
    label.setGraphic(Icons.of(Feather.EDIT_3));
    label.setWrapText(true);
    label.textProperty().bind(model.uncounted());
    label.visibleProperty().bind(model.uncounted().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private HBox heading() {
    HBox heading = new HBox(8, name, type);
    heading.getStyleClass().add("profile-heading");
    return heading;
  }

  private FlowPane links() {
    exactly.managedProperty().bind(exactly.visibleProperty());
    clear.managedProperty().bind(clear.visibleProperty());
    return new FlowPane(8, 0, exactly, clear);
  }

  private static FlowPane verbs(List<Command> verbs) {
    FlowPane pane = new FlowPane(4, 4);
    pane.getStyleClass().add("profile-verbs");
    for (Command verb : verbs) {
      Feather icon = verb.id().equals("chart-counts") ? Feather.BAR_CHART_2 : Feather.LIST;
      Button button = CommandControls.button(verb, icon);
      button.getStyleClass().addAll("flat", "small");
      pane.getChildren().add(button);
    }
    return pane;
  }

  private void computeOrStop() {
    if (model.computingExactly().get()) {
      model.stop();
    } else {
      model.computeExactly();
    }
  }

  private void computing(boolean now) {
    exactly.setText(now ? "Stop" : "Compute exactly");
    ColumnProfile profile = model.profile().get();
    exactly.setVisible(now || (profile != null && !profile.coverage().exact()));
  }

  private void filtered() {
    clear.setVisible(!model.typed().isEmpty());
  }

  private void show(@Nullable Column column) {
    name.setText(column == null ? "" : column.name());
    type.setText(column == null ? "" : column.type());
    filtered();
  }

  private void show(@Nullable Problem problem) {
    if (problem != null) {
      coverage.setText(problem.getMessage());
      findings.getChildren().clear();
    }
  }

  private void show(@Nullable ColumnProfile profile) {
    computing(model.computingExactly().get());
    if (profile == null) {
      coverage.setText("Reading…");
      findings.getChildren().clear();
      return;
    }
    coverage.setText(ProfileFigures.coverage(profile.coverage()));
    findings.getChildren().setAll(figures(profile));
    if (!profile.histogram().isEmpty() && profile.histogram().stream().anyMatch(this::counts)) {
      boolean exact = profile.coverage().exact();
      findings
          .getChildren()
          .addAll(
              part("Distribution"),
              new HistogramPlot(profile.histogram(), exact, model.typed(), model::toggle));
    }
    findings.getChildren().addAll(values(profile));
  }

  private boolean counts(Bin bin) {
    return bin.count() > 0;
  }

  private static Label part(String title) {
    Label label = new Label(title);
    label.getStyleClass().add("profile-part");
    return label;
  }

  private static GridPane figures(ColumnProfile profile) {
    GridPane grid = new GridPane(12, 2);
    grid.setId("profile-figures");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints texts = new ColumnConstraints();
    texts.setHgrow(Priority.ALWAYS);
    texts.setMinWidth(0);
    grid.getColumnConstraints().addAll(names, texts);
    int row = 0;
    for (ProfileFigures.Figure figure : ProfileFigures.of(profile)) {
      Label title = new Label(figure.name());
      title.getStyleClass().add("secondary");
      Label text = new Label(figure.text());
      text.setId("figure-" + figure.name().replace(' ', '-'));
      text.getStyleClass().add("figure");
      text.setMinWidth(0);
      text.setTooltip(new Tooltip(figure.full()));
      grid.addRow(row++, title, text);
    }
    return grid;
  }

  private List<Node> values(ColumnProfile profile) {
    List<ValueCount> top = profile.top();
    if (top.isEmpty()) {
      return List.of();
    }
    long most = top.getFirst().count();
    if (most == 1 && profile.distinct().count() > top.size()) {
      Label none =
          new Label(
              profile.coverage().exact()
                  ? "Every value occurs once."
                  : "Every value of the sample occurs once.");
      none.getStyleClass().add("secondary");
      return List.of(none);
    }
    Text measure = new Text(Texts.number(most));
    measure.getStyleClass().add("value-count");
    double room = Math.ceil(measure.getLayoutBounds().getWidth()) + 4;
    List<ValueBar> bars = new ArrayList<>();
    for (ValueCount value : top) {
      String filter = ProfileModel.filter(value);
      bars.add(
          new ValueBar(
              value,
              most,
              profile.rows(),
              room,
              filter.equals(model.typed()),
              () -> model.toggle(filter)));
    }
    PickBar.walk(bars);
    VBox list = new VBox();
    list.setId("profile-values");
    list.getChildren().addAll(bars);
    return List.of(part("Most frequent"), list);
  }
}
