package org.quarry.ui.records;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.database.records.RowKey;
import org.quarry.database.schema.Column;
import org.quarry.database.search.SearchProblem;
import org.quarry.database.transfer.TransferProblem;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.grid.SortRequest;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.ClipboardText;
import org.quarry.ui.kit.Command;
import org.quarry.ui.kit.CommandControls;
import org.quarry.ui.kit.FilterTexts;
import org.quarry.ui.kit.Hint;
import org.quarry.ui.kit.Icons;
import org.quarry.ui.kit.Preferences;
import org.quarry.ui.kit.ProblemBar;
import org.quarry.ui.kit.Texts;
import org.quarry.work.Problem;

/** The Records tab: the grid over a table or view, its tools above and the way through it below. */
public final class RecordsView extends BorderPane {
  /** From this width on the filter bar is unfolded at first, in pixels. */
  private static final double ROOMY = 860;

  private static final double SIDE_LEAST = 200;
  private static final double SIDE_MOST = 640;

  private final RecordsModel model;
  private final DataGrid grid = new DataGrid();
  private final ProblemBar problems = new ProblemBar();
  private final RecordsCommands commands;
  private final SortOrders orders;
  private final FilterBar filters;
  private final ProblemNotices notices;
  private final RecordsLinks links;
  private final RecordsReturn returning;
  private final FindModel find;
  private final FindBar findBar;
  private final ColumnDesk desk;
  private final ColumnsButton columns;
  private final RecordsSide side = new RecordsSide();
  private final RecordsProfile profile;
  private final RecordsFoot foot;
  private final VBox top;
  private final RecordsInspector inspector;
  private final SplitPane split = new SplitPane(grid);
  private final Preferences preferences;
  private final Command foldSide;
  private final InvalidationListener sideShown = change -> fillSplit();

  /** Makes the tab of {@code model}. */
  public RecordsView(RecordsModel model, RecordsContext context) {
    this.model = model;
    preferences = context.preferences();
    orders = new SortOrders(model);
    grid.setId("records-grid");
    find = new FindModel(model);
    findBar = new FindBar(find, grid);
    desk = new ColumnDesk(model, grid, preferences.tables());
    columns = new ColumnsButton(desk, grid);
    RecordsSource source = new RecordsSource(model);
    grid.setSource(new FoundSource(source, find));
    desk.attached();
    grid.setOnSort(this::sort);
    filters = new FilterBar(model, grid, context, problems);
    links = new RecordsLinks(model, grid, context.neighbours());
    returning = new RecordsReturn(model, grid);
    foot = new RecordsFoot(model, grid, problems, context.neighbours()::leaving);
    commands = new RecordsCommands(model, grid, foot::askForRow);
    foldSide =
        new Command(
                "fold-side",
                "Show or hide value and profile",
                "Shortcut+E",
                () -> preferences.sideShown().set(!preferences.sideShown().get()))
            .apart();
    grid.setCellMenu((row, column) -> menu());
    grid.setPlaceholder(new StackPane(empty(), filters.nothingPasses()));
    inspector = new RecordsInspector(model, grid, source, context);
    side.add("Value", inspector.pane());
    inspector.followSide(side.shown());
    profile = new RecordsProfile(model, grid, side, context);
    grid.setHeaderMenu((row, column) -> header().menu(column));
    grid.setEditing(new RecordsEditing(model));
    notices = new ProblemNotices(model, grid);
    Node aside = new FilterAside(model.filters()).node();
    top = new VBox(tools(), filters, filters.sqlLine(), findBar, aside, problems);
    setTop(top);
    setCenter(split);
    setBottom(foot);
    preferences.sideShown().addListener(sideShown);
    fillSplit();
    model.problem().addListener((property, was, is) -> show(is));
    show(model.problem().get());
    if (model.problem().get() == null && !model.refusal().isEmpty()) {
      problems.tell("These rows can be read, not edited.", model.refusal());
    }
  }

  /** Has the rows come first and each part around them a frame later; before it is shown. */
  public void comeInTurn() {
    Background background = model.background();
    List<Node> bars = List.copyOf(top.getChildren().subList(1, top.getChildren().size()));
    top.getChildren().removeAll(bars);
    setBottom(null);
    filters.showFields(false);
    split.getItems().remove(side);
    background.inTurn(() -> top.getChildren().addAll(bars));
    background.inTurn(() -> filters.showFields(true));
    background.inTurn(() -> setBottom(foot));
    background.inTurn(this::fillSplit);
  }

  private HeaderMenu header() {
    return new HeaderMenu(model, orders, profile, new ColumnMenu(desk));
  }

  private void show(@Nullable Problem problem) {
    if (problem == null) {
      problems.clear();
    } else if (problem instanceof RecordsProblem
        || problem instanceof TransferProblem
        || problem instanceof SearchProblem.Unnamed) {
      problems.show(problem);
    } else if (problem instanceof SearchProblem.TooManyCells many) {
      Button copy = new Button("Copy SQL");
      copy.setId("copy-update");
      copy.setOnAction(event -> ClipboardText.put(many.sql()));
      problems.show(problem, copy);
    } else {
      Button again = new Button("Try again");
      again.setOnAction(event -> model.refresh());
      problems.show(problem, again);
    }
  }

  /** What this tab can do, for the menu. */
  public List<Command> commands() {
    return Stream.of(
            commands.cells(),
            inspector.commands(),
            List.of(links.follow),
            findBar.commands(),
            List.of(commands.goTo),
            filters.commands(),
            profile.commands(),
            columns.commands().all(),
            List.of(foldSide, foot.copyFigures(), commands.refresh))
        .flatMap(List::stream)
        .toList();
  }

  /** The grid, for whoever drives it. */
  public DataGrid grid() {
    return grid;
  }

  /**
   * Takes what is being typed, in a cell or beside the grid, as a value.
   *
   * @return false when it was refused: the editor stays open and says why
   */
  public boolean commitEdit() {
    inspector.settle();
    return grid.commitEdit();
  }

  /** Its model. */
  public RecordsModel model() {
    return model;
  }

  private void fillSplit() {
    boolean beside = preferences.sideShown().get() && !side.getItems().isEmpty();
    side.shown().set(beside);
    List<Node> parts = beside ? List.of(grid, side) : List.of(grid);
    if (!split.getItems().equals(parts)) {
      split.getItems().removeIf(part -> !parts.contains(part));
      split.getItems().addAll(parts.subList(split.getItems().size(), parts.size()));
    }
    if (beside) {
      SplitPane.setResizableWithParent(side, false);
      side.setPrefWidth(preferences.sideWidth().get());
      double width = split.getWidth() > 0 ? split.getWidth() : preferences.width().get();
      split.setDividerPositions(1 - preferences.sideWidth().get() / width);
      split.getDividers().getFirst().positionProperty().addListener(moved -> remember());
    }
  }

  private void remember() {
    if (side.shown().get() && side.getWidth() > 0) {
      preferences.sideWidth().set(Math.clamp(side.getWidth(), SIDE_LEAST, SIDE_MOST));
    }
  }

  /** Lets go of what outlives the tab. */
  public void close() {
    preferences.sideShown().removeListener(sideShown);
    profile.close();
    foot.close();
    notices.close();
    filters.close();
    find.close();
    links.close();
    desk.close();
    inspector.close();
    model.close();
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
                    RecordsFoot.rows(model.count().get())
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
            flat(CommandControls.iconButton(commands.delete, Feather.TRASH_2)),
            flat(columns.node()),
            folding(),
            beside(),
            flat(CommandControls.iconButton(commands.refresh, Feather.REFRESH_CW)));
    tools.getStyleClass().add("records-tools");
    return tools;
  }

  /** Shows and folds the bar with the boxes for whole rows, folded at first where room is short. */
  private ToggleButton folding() {
    ToggleButton shown = new ToggleButton("", Icons.of(Feather.FILTER));
    shown.setId("show-filter-bar");
    shown.getStyleClass().addAll("flat", "button-icon");
    Hint.on(shown, "Any column and WHERE");
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

  /** Shows and folds the panel beside the rows. */
  private ToggleButton beside() {
    Node icon = Icons.of(Feather.SIDEBAR);
    // The icon has its bar on the left; the panel is on the right.
    icon.setRotate(180);
    ToggleButton shown = new ToggleButton("", icon);
    shown.setId("show-side");
    shown.getStyleClass().addAll("flat", "button-icon");
    Hint.on(shown, "Value and profile  " + KeyCombination.valueOf(foldSide.key()).getDisplayText());
    shown.setAccessibleText("Value and profile");
    shown.selectedProperty().bindBidirectional(preferences.sideShown());
    return shown;
  }

  private static Button flat(Button button) {
    button.getStyleClass().add("flat");
    // Where room is short, the name of the table gives way.
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  /**
   * Brings a row into view and selects one of its cells.
   *
   * @param column the cell's column, or empty for the whole row
   */
  public void reveal(RowKey key, String column) {
    returning.forget();
    model.find(key, place -> reveal(place, column));
  }

  /** A column that is hidden is shown, or nobody would see what there is to see. */
  private void reveal(long place, String column) {
    Optional<Column> hidden = model.table().column(column).filter(model.columns()::isHidden);
    hidden.ifPresent(each -> model.columns().setShown(each, true));
    int at = model.columns().placeOf(column);
    if (at < 0) {
      grid.selectRows(place, place);
    } else {
      grid.select(place, at);
    }
    hidden.ifPresent(each -> grid.tell(place, at, each.name() + " was hidden; now it is shown."));
  }

  /** Shows the rows of which one column passes a filter, as it is typed into its box. */
  public void showOnly(String column, String filter) {
    showOnly(Map.of(column, filter));
  }

  /** Shows the rows that pass filters, by column, as they are typed into the columns' boxes. */
  public void showOnly(Map<String, String> filters) {
    returning.forget();
    model.filters().take(new FilterTexts(filters, "", ""));
    grid.scrollTo(0);
  }

  /** Where a person is among the rows. */
  public RecordsPlace place() {
    return returning.place();
  }

  /** Returns to where a person was, as soon as the rows are there. */
  public void returnTo(RecordsPlace place) {
    returning.to(place);
    grid.requestFocus();
  }

  private void sort(SortRequest request) {
    orders.take(request);
    grid.scrollTo(0);
  }

  /** What the menu of the current cell offers. */
  public List<MenuItem> cellItems() {
    return menu().getItems();
  }

  private ContextMenu menu() {
    ContextMenu menu = new ContextMenu();
    menu.getItems().addAll(CommandControls.contextItems(commands.cells()));
    menu.getItems().addAll(CommandControls.contextItems(inspector.commands()));
    List<MenuItem> ways = links.items();
    if (!ways.isEmpty()) {
      menu.getItems().add(new SeparatorMenuItem());
      menu.getItems().addAll(ways);
    }
    return menu;
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
    if (model.refusal().isEmpty() && model.table().insertRefusal().isEmpty()) {
      Button insert = new Button("Insert row");
      insert.setOnAction(event -> commands.insert.run());
      box.getChildren().add(insert);
    }
    return box;
  }
}
