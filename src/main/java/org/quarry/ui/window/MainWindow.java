package org.quarry.ui.window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToolBar;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.database.records.RecordProblem;
import org.quarry.database.records.RowConflict;
import org.quarry.database.records.StagedRow;
import org.quarry.learning.training.Training;
import org.quarry.ui.changes.ChangesModel;
import org.quarry.ui.changes.ChangesPanel;
import org.quarry.ui.kit.Command;
import org.quarry.ui.kit.CommandControls;
import org.quarry.ui.kit.FilePicker;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.ProblemBar;
import org.quarry.ui.schema.SchemaModel;
import org.quarry.ui.schema.SchemaTree;
import org.quarry.ui.window.WindowModel.Notice;
import org.quarry.work.Problem;

/** The window's content: menu and tools above, the tree at the left, the tabs, the status below. */
public final class MainWindow extends BorderPane {
  private final WindowModel model;
  private final FilePicker picker;
  private final Training training;
  private final WindowCommands commands;
  private final TravelCommands travel = new TravelCommands();
  private final WindowMenu menu;
  private final ProblemBar problems = new ProblemBar();
  private final SplitPane split = new SplitPane();

  /** The place of the tabs in it. */
  private final StackPane work = new StackPane();

  private final SimpleBooleanProperty hasFile = new SimpleBooleanProperty();
  private final SplitPane stack = new SplitPane();
  private @Nullable SchemaModel schema;
  private @Nullable ChangesModel changes;
  private @Nullable ChangesPanel panel;
  private @Nullable SchemaTree tree;
  private @Nullable WorkTabs tabs;

  /**
   * Makes the content.
   *
   * @param model the open file and its edits
   * @param picker asks for files
   * @param training what the Model tab trains with
   */
  public MainWindow(WindowModel model, FilePicker picker, Training training) {
    this.model = model;
    this.picker = picker;
    this.training = training;
    commands = new WindowCommands(model, picker);
    Command fold =
        new Command("fold-tree", "Show or hide the schema", "Shortcut+B", this::foldTree);
    Command newQuery =
        new Command(
                "new-query",
                "New SQL tab",
                "Shortcut+T",
                () -> tabs().ifPresent(WorkTabs::newQuery))
            .when(hasFile);
    Command close =
        new Command(
                "close-tab",
                "Close tab",
                "Shortcut+W",
                () -> tabs().ifPresent(WorkTabs::closeCurrent))
            .when(hasFile);
    Command train =
        new Command(
                "show-model",
                "Train a model",
                "Shortcut+M",
                () -> tabs().ifPresent(WorkTabs::showModel))
            .when(hasFile);
    Command show =
        new Command(
                "show-changes",
                "Show or hide the changes",
                "Shortcut+Shift+S",
                () -> changes().ifPresent(each -> each.shown().set(!each.shown().get())))
            .when(hasFile);
    menu =
        new WindowMenu(
            model,
            commands,
            List.of(travel.back, travel.forward, fold, show, close),
            List.of(newQuery, train));
    setTop(new VBox(menu, tools(newQuery, show), new RecoveryBar(model), problems));
    stack.setOrientation(Orientation.VERTICAL);
    model.conflicts().addListener((property, was, is) -> meet(is));
    setBottom(new StatusLine(model));
    addEventFilter(KeyEvent.KEY_PRESSED, this::settle);
    addEventHandler(KeyEvent.KEY_PRESSED, ClipboardKeys::settle);
    addEventFilter(MouseEvent.MOUSE_PRESSED, travel::pressed);
    setOnDragOver(this::dragged);
    setOnDragDropped(this::dropped);
    problems.setId("window-problem");
    model.notice().addListener((property, was, is) -> show(is));
    model.open().addListener((property, was, is) -> show(is));
    split
        .getDividers()
        .addListener(
            (InvalidationListener)
                change ->
                    split
                        .getDividers()
                        .forEach(
                            divider ->
                                divider.positionProperty().addListener(moved -> remember())));
    show(model.open().get());
  }

  /** A cell that is being edited belongs to what Write changes writes. */
  private void settle(KeyEvent event) {
    if (event.getCode() == KeyCode.S && event.isShortcutDown()) {
      tabs().flatMap(WorkTabs::current).ifPresent(WorkTabs.Screen::settle);
    }
  }

  private ToolBar tools(Command newQuery, Command show) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button write = CommandControls.button(commands.write, Feather.SAVE);
    write.getStyleClass().add("accent");
    ToolBar bar =
        new ToolBar(
            flat(commands.open, Feather.FOLDER, true),
            flat(commands.create, Feather.FILE_PLUS, true),
            bar(),
            flat(travel.back, Feather.ARROW_LEFT, false),
            flat(travel.forward, Feather.ARROW_RIGHT, false),
            bar(),
            flat(commands.undo, Feather.CORNER_UP_LEFT, false),
            flat(commands.redo, Feather.CORNER_UP_RIGHT, false),
            bar(),
            write,
            flat(show, Feather.LIST, false),
            flat(commands.revert, Feather.ROTATE_CCW, true),
            gap,
            flat(newQuery, Feather.TERMINAL, true));
    bar.setId("tools");
    return bar;
  }

  private static Separator bar() {
    return new Separator(Orientation.VERTICAL);
  }

  private static Button flat(Command command, Ikon icon, boolean words) {
    Button button =
        words ? CommandControls.button(command, icon) : CommandControls.iconButton(command, icon);
    button.getStyleClass().add("flat");
    return button;
  }

  /** The tabs, while a file is open. */
  public Optional<WorkTabs> tabs() {
    return Optional.ofNullable(tabs);
  }

  /** The staged edits, while a file is open. */
  public Optional<ChangesModel> changes() {
    return Optional.ofNullable(changes);
  }

  private void show(@Nullable Notice notice) {
    if (notice == null) {
      problems.clear();
      return;
    }
    Button again = new Button(notice.verb());
    again.setId("try-again");
    again.setOnAction(
        event -> {
          model.dismiss();
          notice.again().run();
        });
    problems.show(notice.problem(), again);
    if (notice.problem() instanceof RecordProblem.RowRefused refused) {
      reveal(refused.row(), refused.column().orElse(""));
    }
  }

  private void show(@Nullable Problem problem) {
    if (problem != null) {
      problems.show(problem);
    }
  }

  private void show(@Nullable OpenDatabase open) {
    if (schema != null) {
      schema.close();
    }
    if (tabs != null) {
      tabs.close();
    }
    if (changes != null) {
      changes.close();
    }
    hasFile.set(open != null);
    if (open == null) {
      schema = null;
      tree = null;
      tabs = null;
      changes = null;
      panel = null;
      menu.show(List.of());
      travel.through(null);
      setCenter(new WelcomeView(model, commands));
      return;
    }
    problems.clear();
    open.addedColumns().problem().subscribe(this::show);
    WorkTabs fresh = new WorkTabs(model, open, picker, training);
    SchemaModel tables = new SchemaModel(model.background(), open);
    tabs = fresh;
    travel.through(fresh);
    schema = tables;
    tree = new SchemaTree(tables, fresh::visit);
    fresh
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((property, was, is) -> showCommands());
    showCommands();
    ChangesModel edits = new ChangesModel(model.background(), open);
    changes = edits;
    panel = new ChangesPanel(edits, this::reveal);
    edits.shown().addListener((property, was, is) -> stack());
    work.getChildren().clear();
    fillSplit();
    stack();
    setCenter(stack);
    model.background().inTurn(() -> show(fresh));
  }

  /** Shows the tabs, a frame after the tree. */
  private void show(WorkTabs fresh) {
    if (fresh.equals(tabs)) {
      work.getChildren().setAll(fresh);
    }
  }

  private void stack() {
    if (changes != null && panel != null && changes.shown().get()) {
      panel.setMinHeight(160);
      SplitPane.setResizableWithParent(panel, false);
      stack.getItems().setAll(split, panel);
      stack.setDividerPositions(0.68);
    } else {
      stack.getItems().setAll(split);
    }
  }

  /** Lists the conflicts that a writing met and shows the first one among its rows. */
  private void meet(List<RowConflict> conflicts) {
    changes().ifPresent(each -> each.met(conflicts));
    conflicts.stream()
        .findFirst()
        .map(RowConflict::row)
        .ifPresent(
            row -> reveal(row, row.change().values().keySet().stream().findFirst().orElse("")));
  }

  /** Shows a staged row in the tab of its table and selects the cell, or with no column the row. */
  private void reveal(StagedRow row, String column) {
    OpenDatabase open = model.open().get();
    if (open != null && tabs != null) {
      WorkTabs shown = tabs;
      open.schema()
          .get()
          .table(row.table())
          .ifPresent(table -> shown.visit(table).reveal(row.key(), column));
    }
  }

  private void showCommands() {
    menu.show(tabs().flatMap(WorkTabs::current).map(WorkTabs.Screen::commands).orElse(List.of()));
  }

  private void foldTree() {
    model.preferences().treeShown().set(!model.preferences().treeShown().get());
    fillSplit();
  }

  private void fillSplit() {
    if (!model.preferences().treeShown().get() || tree == null) {
      split.getItems().setAll(work);
      return;
    }
    tree.setMinWidth(160);
    tree.setPrefWidth(model.preferences().treeWidth().get());
    SplitPane.setResizableWithParent(tree, false);
    split.getItems().setAll(tree, work);
    double width = split.getWidth() > 0 ? split.getWidth() : model.preferences().width().get();
    split.setDividerPositions(model.preferences().treeWidth().get() / width);
  }

  private void remember() {
    if (tree != null && tree.getScene() != null && tree.getWidth() > 0) {
      model.preferences().treeWidth().set(Math.clamp(tree.getWidth(), 160, 600));
    }
  }

  private void dragged(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
    }
    event.consume();
  }

  private void dropped(DragEvent event) {
    List<Path> files = event.getDragboard().getFiles().stream().map(File::toPath).toList();
    drop(files);
    event.setDropCompleted(!files.isEmpty());
    event.consume();
  }

  /** Opens the first of some files, as when they are dropped on the window. */
  void drop(List<Path> files) {
    if (!files.isEmpty()) {
      model.open(files.getFirst());
    }
  }
}
