package org.quarry.ui.query;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.ui.chart.ChartView;
import org.quarry.ui.grid.CopyCommands;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.kit.ClipboardText;
import org.quarry.ui.kit.CommandControls;
import org.quarry.ui.kit.FilePicker;

/** The results of a run: a small tab each, and the rows or the chart of the one chosen. */
final class ResultPane extends BorderPane {
  private final QueryModel model;
  private final FilePicker picker;
  private final HBox tabs = new HBox(4);
  private final HBox header;
  private final Label note = new Label();
  private final ToggleButton asGrid = new ToggleButton("Grid");
  private final ToggleButton asChart = new ToggleButton("Chart");
  private final HBox kinds = new HBox(asGrid, asChart);
  private final DataGrid grid = new DataGrid();
  private final Label noRows = new Label("No rows");
  private final VBox empty;
  private final Map<QuerySheet, ChartView> charts = new LinkedHashMap<>();
  private Subscription followed = Subscription.EMPTY;

  ResultPane(QueryModel model, FilePicker picker) {
    this.model = model;
    this.picker = picker;
    setId("results");
    grid.setId("result-grid");
    grid.setPlaceholder(noRows);
    CopyCommands copying =
        new CopyCommands(
            grid,
            (range, format) -> {
              if (grid.source() instanceof ResultSource source) {
                model.copy(source.copy(range, format), ClipboardText::put);
              }
            });
    grid.setCellMenu(
        (row, column) -> {
          ContextMenu menu = new ContextMenu();
          menu.getItems().addAll(CommandControls.contextItems(copying.all()));
          return menu;
        });
    note.setId("result-note");
    note.getStyleClass().add("query-note");
    empty = empty();
    tabs.setAlignment(Pos.CENTER_LEFT);
    header = header();
    setTop(header);
    model.sheets().subscribe(this::showTabs);
    model.sheet().subscribe(this::open);
    model.message().subscribe(words -> showTabs());
    model.busy().subscribe(busy -> showTabs());
    model.problem().subscribe(problem -> showTabs());
    showTabs();
  }

  private VBox empty() {
    Label words = new Label("Write SQL above and run it with Ctrl+Enter, or begin with a count.");
    words.getStyleClass().add("query-empty-words");
    VBox box =
        new VBox(
            12, words, CommandControls.button(model.command("frequencies"), Feather.BAR_CHART_2));
    box.getChildren().getLast().setId("empty-frequencies");
    box.getStyleClass().add("query-empty");
    return box;
  }

  private HBox header() {
    ToggleGroup group = new ToggleGroup();
    asGrid.setToggleGroup(group);
    asChart.setToggleGroup(group);
    asGrid.setId("as-grid");
    asChart.setId("as-chart");
    asGrid.getStyleClass().addAll("left-pill", "small");
    asChart.getStyleClass().addAll("right-pill", "small");
    asGrid.setOnAction(event -> choose(false));
    asChart.setOnAction(event -> choose(true));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button learn = CommandControls.button(model.command("learn-from-result"), Feather.TARGET);
    learn.getStyleClass().add("flat");
    learn.visibleProperty().bind(kinds.visibleProperty());
    HBox row = new HBox(8, tabs, note, space, learn, kinds);
    row.setAlignment(Pos.CENTER_LEFT);
    kinds.setAlignment(Pos.CENTER);
    row.getStyleClass().add("query-result-header");
    return row;
  }

  private void choose(boolean chart) {
    QuerySheet now = model.sheet().get();
    if (now != null) {
      now.charted().set(chart);
      show(now, chart);
    }
  }

  private void showTabs() {
    charts.keySet().retainAll(model.sheets());
    ToggleGroup group = new ToggleGroup();
    tabs.getChildren().clear();
    for (QuerySheet sheet : model.sheets()) {
      ToggleButton tab = new ToggleButton(sheet.title());
      tab.getStyleClass().addAll("query-tab", "flat");
      tab.setToggleGroup(group);
      tab.setUserData(sheet);
      tab.setOnAction(
          event -> {
            model.sheet().set(sheet);
            select(sheet);
          });
      tabs.getChildren().add(tab);
    }
    if (model.sheets().isEmpty() && !model.message().get().isEmpty()) {
      Label done = new Label(model.message().get());
      done.setId("result-message");
      tabs.getChildren().add(done);
    }
    boolean nothing = tabs.getChildren().isEmpty();
    header.setVisible(!nothing);
    header.setManaged(!nothing);
    empty.setVisible(nothing && model.problem().get() == null && !model.busy().get());
    select(model.sheet().get());
  }

  private void select(@Nullable QuerySheet sheet) {
    for (Node tab : tabs.getChildren()) {
      if (tab instanceof ToggleButton toggle) {
        toggle.setSelected(toggle.getUserData() == sheet);
      }
    }
  }

  private void open(@Nullable QuerySheet sheet) {
    followed.unsubscribe();
    select(sheet);
    kinds.setVisible(sheet != null);
    String words = sheet == null ? null : sheet.note();
    note.setText(words == null ? "" : words);
    if (sheet == null) {
      setCenter(empty);
      return;
    }
    followed = sheet.charted().subscribe(charted -> show(sheet, charted));
  }

  private void show(QuerySheet sheet, boolean charted) {
    asChart.setSelected(charted);
    asGrid.setSelected(!charted);
    if (charted) {
      setCenter(charts.computeIfAbsent(sheet, made -> new ChartView(made.chart(), picker)));
    } else {
      grid.setSource(new ResultSource(sheet.result()));
      setCenter(grid);
    }
  }
}
