package org.quarry.ui.records;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.database.records.RowCount;
import org.quarry.database.records.RowKey;
import org.quarry.ui.grid.CellRange;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.grid.SortRequest;
import org.quarry.ui.kit.Command;
import org.quarry.ui.kit.CommandControls;
import org.quarry.ui.kit.Icons;
import org.quarry.ui.kit.ProblemBar;
import org.quarry.ui.kit.Texts;
import org.quarry.work.Problem;

/** The Records tab: the grid over a table or view, its tools above and the way through it below. */
public final class RecordsView extends BorderPane {
  /** From this width on the filter bar is unfolded at first, in pixels. */
  private static final double ROOMY = 860;

  private final RecordsModel model;
  private final DataGrid grid = new DataGrid();
  private final ProblemBar problems = new ProblemBar();
  private final TextField goTo = new TextField();
  private final RecordsCommands commands;
  private final SortOrders orders;
  private final FilterBar filters;

  /** Makes the tab of {@code model}. */
  public RecordsView(RecordsModel model) {
    this.model = model;
    orders = new SortOrders(model);
    grid.setId("records-grid");
    grid.setSource(new RecordsSource(model));
    grid.setOnSort(this::sort);
    filters = new FilterBar(model, grid);
    commands = new RecordsCommands(model, grid, goTo::requestFocus);
    grid.setOnCopy(commands::copy);
    grid.setCellMenu((row, column) -> menu());
    grid.setPlaceholder(new StackPane(empty(), filters.nothingPasses()));
    grid.setHeaderMenu((row, column) -> new HeaderMenu(model, orders).menu(column));
    grid.setEditing(new RecordsEditing(model));
    setTop(new VBox(tools(), filters, problems));
    setCenter(grid);
    setBottom(foot());
    model.problem().addListener((property, was, is) -> show(is));
    show(model.problem().get());
    if (model.problem().get() == null && !model.refusal().isEmpty()) {
      problems.tell("These rows can be read, not edited.", model.refusal());
    }
  }

  private void show(@Nullable Problem problem) {
    if (problem == null) {
      problems.clear();
    } else if (problem instanceof RecordsProblem) {
      problems.show(problem);
    } else {
      Button again = new Button("Try again");
      again.setOnAction(event -> model.refresh());
      problems.show(problem, again);
    }
  }

  /** What this tab can do, for the menu. */
  public List<Command> commands() {
    return Stream.concat(
            commands.all().stream(), Stream.of(filters.focus, filters.clear, filters.copySql))
        .toList();
  }

  /** The grid, for whoever drives it. */
  public DataGrid grid() {
    return grid;
  }

  /** Its model. */
  public RecordsModel model() {
    return model;
  }

  private HBox tools() {
    Label name = new Label(model.table().name());
    name.getStyleClass().add("records-name");
    Label kind = new Label();
    kind.getStyleClass().add("secondary");
    kind.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    rows(model.count().get())
                        + " · "
                        + Texts.count(model.table().columns().size(), "column"),
                model.count()));
    kind.setId("records-count");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox tools =
        new HBox(
            8,
            name,
            kind,
            gap,
            flat(CommandControls.button(commands.insert, Feather.PLUS)),
            flat(CommandControls.button(commands.duplicate, Feather.COPY)),
            flat(CommandControls.button(commands.delete, Feather.TRASH_2)),
            folding(),
            flat(CommandControls.iconButton(commands.refresh, Feather.REFRESH_CW)));
    tools.getStyleClass().add("records-tools");
    return tools;
  }

  /** Shows and folds the bar with the boxes for whole rows, folded at first where room is short. */
  private ToggleButton folding() {
    ToggleButton shown = new ToggleButton("", Icons.of(Feather.FILTER));
    shown.setId("show-filter-bar");
    shown.getStyleClass().addAll("flat", "button-icon");
    shown.setTooltip(new Tooltip("Any column and WHERE"));
    shown.setAccessibleText("Any column and WHERE");
    filters.visibleProperty().bind(shown.selectedProperty());
    filters.managedProperty().bind(shown.selectedProperty());
    widthProperty()
        .subscribe(
            (was, is) -> {
              if (was.doubleValue() == 0) {
                shown.setSelected(is.doubleValue() >= ROOMY);
              }
            });
    return shown;
  }

  private static Button flat(Button button) {
    button.getStyleClass().add("flat");
    return button;
  }

  private static String rows(RowCount count) {
    String rows = Texts.count(count.rows(), "row");
    return switch (count.certainty()) {
      case EXACT -> rows;
      case ABOUT -> "≈ " + rows;
      case AT_LEAST -> count.rows() == 0 ? "… rows" : Texts.number(count.rows()) + "+ rows";
    };
  }

  private HBox foot() {
    Label place = new Label();
    place.setId("records-place");
    place.setMinWidth(Region.USE_PREF_SIZE);
    place
        .textProperty()
        .bind(Bindings.createStringBinding(this::place, model.sight(), model.count()));
    goTo.setId("go-to-row-field");
    goTo.setPromptText("Go to row");
    goTo.setPrefColumnCount(8);
    goTo.setOnAction(event -> goTo());
    Label selection = new Label();
    selection.setId("records-selection");
    selection.getStyleClass().add("secondary");
    selection
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> selection(grid.selection()), grid.selectionProperty()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox foot =
        new HBox(
            step("first-page", "First row", Feather.CHEVRONS_LEFT, () -> reveal(0)),
            step("page-up", "Page up", Feather.CHEVRON_LEFT, () -> page(-1)),
            place,
            step("page-down", "Page down", Feather.CHEVRON_RIGHT, () -> page(1)),
            step("last-page", "Last row", Feather.CHEVRONS_RIGHT, () -> reveal(model.size() - 1)),
            goTo,
            gap,
            selection);
    foot.getStyleClass().add("records-foot");
    return foot;
  }

  private static Button step(String id, String verb, Feather icon, Runnable action) {
    Button button = flat(CommandControls.iconButton(new Command(id, verb, "", action), icon));
    button.getStyleClass().add("button-icon");
    return button;
  }

  private String place() {
    RecordsModel.Sight sight = model.sight().get();
    if (sight.rows() == 0) {
      return model.count().get().exact() ? "no rows" : "…";
    }
    String of = rows(model.count().get());
    long fresh = model.size() - model.count().get().rows();
    return Texts.number(sight.first() + 1)
        + "–"
        + Texts.number(sight.first() + sight.rows())
        + " of "
        + of.substring(0, of.lastIndexOf(' '))
        + (fresh == 0 ? "" : " + " + Texts.number(fresh) + " new");
  }

  private static String selection(CellRange range) {
    if (range.cells() <= 1) {
      return "";
    }
    return range.wholeRows()
        ? Texts.count(range.rows(), "row") + " selected"
        : Texts.count(range.cells(), "cell") + " selected";
  }

  private void page(int direction) {
    long rows = Math.max(1, grid.visibleRowCount() - 1);
    reveal(Math.clamp(grid.firstVisibleRow() + direction * rows, 0, Math.max(0, model.size() - 1)));
  }

  private void reveal(long row) {
    if (model.size() > 0) {
      grid.scrollTo(Math.max(0, row));
      grid.select(Math.max(0, row), 0);
    }
  }

  /**
   * Brings a row into view and selects one of its cells.
   *
   * @param column the cell's column, or empty for the whole row
   */
  public void reveal(RowKey key, String column) {
    int at = model.table().column(column).map(model.table().columns()::indexOf).orElse(-1);
    model.find(
        key,
        place -> {
          if (at < 0) {
            grid.selectRows(place, place);
          } else {
            grid.select(place, at);
          }
        });
  }

  private void goTo() {
    String digits = goTo.getText().replaceAll("[\\s\u202f,.']", "");
    if (!digits.matches("\\d{1,18}")) {
      problems.tell("A row is a number from 1 to " + Texts.number(model.size()) + ".", "");
      return;
    }
    problems.clear();
    long row = Long.parseLong(digits);
    if (row > model.size() && model.count().get().exact()) {
      problems.tell(
          "There is no row " + Texts.number(row) + ".",
          "The last one is row " + Texts.number(model.size()) + ".");
    }
    reveal(Math.clamp(row - 1, 0, Math.max(0, model.size() - 1)));
    grid.requestFocus();
  }

  private void sort(SortRequest request) {
    orders.take(request);
    grid.scrollTo(0);
  }

  private ContextMenu menu() {
    List<MenuItem> items =
        commands.all().stream()
            .filter(command -> command != commands.goTo && command != commands.refresh)
            .map(RecordsView::item)
            .toList();
    ContextMenu menu = new ContextMenu();
    menu.getItems().addAll(items);
    menu.getItems().add(4, new SeparatorMenuItem());
    return menu;
  }

  /** Without its key, which the menu bar has already. */
  private static MenuItem item(Command command) {
    MenuItem item = new MenuItem(command.title().get());
    item.setDisable(!command.enabled().get());
    item.setOnAction(event -> command.run());
    return item;
  }

  private VBox empty() {
    Label what = new Label(model.table().name() + " has no rows.");
    what.getStyleClass().add("empty-what");
    VBox box = new VBox(12, Icons.of(Feather.INBOX), what);
    box.getStyleClass().add("empty-state");
    box.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    model.filter().get().isNone()
                        && model.problem().get() == null
                        && model.count().get().exact(),
                model.filter(),
                model.problem(),
                model.count()));
    box.managedProperty().bind(box.visibleProperty());
    if (model.refusal().isEmpty()) {
      Button insert = new Button("Insert row");
      insert.setOnAction(event -> commands.insert.run());
      box.getChildren().add(insert);
    }
    return box;
  }
}
