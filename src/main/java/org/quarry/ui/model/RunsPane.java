package org.quarry.ui.model;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.ui.kit.ClipboardText;
import org.quarry.ui.kit.Icons;

/** The trainings on this file, and two of them side by side. */
final class RunsPane extends VBox {
  private static final double ROW = 28;
  private static final double HEAD = 34;
  private static final int MOST_ROWS = 6;

  private static final String USE = "Use these settings";

  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final RunHistory history;
  private final PastSettings past;

  RunsPane(RunHistory history, PastSettings past) {
    this.history = history;
    this.past = past;
    setId("model-runs-pane");
    TableView<PastRun> table = table();
    ComparisonPane comparison = new ComparisonPane();
    VBox.setVgrow(comparison, Priority.ALWAYS);
    getChildren().addAll(table, bar(table), comparison);
    history
        .compared()
        .subscribe(
            compared -> {
              table.refresh();
              comparison.show(compared);
            });
    history.runs().subscribe(() -> size(table));
    size(table);
  }

  /** What can be done with the selected run, and what came of it. */
  private VBox bar(TableView<PastRun> table) {
    Button use = new Button(USE, Icons.of(Feather.CORNER_UP_LEFT));
    use.setId("use-run");
    use.setTooltip(new Tooltip("Put the settings of the selected run back into the steps (Enter)"));
    use.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
    use.setOnAction(event -> past.use(table.getSelectionModel().getSelectedItem()));
    VBox bar = new VBox(8, use);
    bar.getStyleClass().add("runs-bar");
    past.outcome()
        .subscribe(
            outcome -> {
              bar.getChildren().setAll(use);
              if (outcome != null) {
                bar.getChildren().add(said(outcome));
              }
            });
    return bar;
  }

  private static Label said(PastSettings.Outcome outcome) {
    boolean whole = outcome.lacking().isEmpty();
    Label said =
        Parts.note(
            whole ? Feather.CHECK : Feather.ALERT_TRIANGLE,
            outcome.text(),
            whole ? "info" : "warning");
    said.setId("use-run-said");
    return said;
  }

  /** As tall as its rows need, for the comparison below wants the room. */
  private void size(TableView<PastRun> table) {
    int rows = Math.clamp(history.runs().size(), 2, MOST_ROWS);
    table.setMinHeight(HEAD + ROW * rows + 2);
    table.setMaxHeight(HEAD + ROW * rows + 2);
  }

  private TableView<PastRun> table() {
    TableView<PastRun> table = new TableView<>(history.runs());
    table.setId("model-runs");
    table.getStyleClass().add("scores");
    table.setFixedCellSize(ROW);
    table.setPlaceholder(new Label("Every training on this file is listed here."));
    TableColumn<PastRun, PastRun> box = new TableColumn<>("Compare");
    box.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    box.setCellFactory(column -> new CompareCell());
    box.setPrefWidth(70);
    box.setMinWidth(70);
    box.setMaxWidth(70);
    box.setSortable(false);
    table.getColumns().add(box);
    table.getColumns().add(narrow(column("Began", PastRun::time, 84)));
    table.getColumns().add(narrow(column("Mean", run -> run.text().four(run.mean()), 62)));
    table.getColumns().add(narrow(column("Held out", run -> Numbers.score(run.accuracy()), 68)));
    table.getColumns().add(column("Best", PastRun::best, 220));
    table.getColumns().add(column("Settings", PastRun::line, 260));
    for (TableColumn<PastRun, ?> column : table.getColumns()) {
      column.setReorderable(false);
    }
    table.setRowFactory(view -> row());
    table.setOnKeyPressed(
        event -> {
          PastRun run = table.getSelectionModel().getSelectedItem();
          if (COPY.match(event) && run != null) {
            copy(run);
            event.consume();
          } else if (event.getCode() == KeyCode.ENTER && run != null) {
            past.use(run);
            event.consume();
          } else if (event.getCode() == KeyCode.DELETE && run != null) {
            history.remove(run);
            event.consume();
          }
        });
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    return table;
  }

  private TableRow<PastRun> row() {
    TableRow<PastRun> row = new TableRow<>();
    MenuItem use = new MenuItem(USE, Icons.of(Feather.CORNER_UP_LEFT));
    use.setId("use-this-run");
    use.setOnAction(event -> past.use(row.getItem()));
    MenuItem copy = new MenuItem("Copy as command", Icons.of(Feather.TERMINAL));
    copy.setId("copy-run");
    copy.setOnAction(event -> copy(row.getItem()));
    MenuItem remove = new MenuItem("Take off the list", Icons.of(Feather.TRASH_2));
    remove.setId("remove-run");
    remove.setOnAction(event -> history.remove(row.getItem()));
    ContextMenu menu = new ContextMenu(use, copy, remove);
    menu.setOnShowing(event -> remove.setDisable(row.getItem().isUnderWay()));
    row.contextMenuProperty()
        .bind(Bindings.when(row.emptyProperty()).then((ContextMenu) null).otherwise(menu));
    return row;
  }

  private void copy(PastRun run) {
    ClipboardText.put(run.command());
  }

  private static TableColumn<PastRun, String> narrow(TableColumn<PastRun, String> column) {
    column.setMinWidth(column.getPrefWidth());
    column.setMaxWidth(column.getPrefWidth());
    return column;
  }

  private static TableColumn<PastRun, String> column(
      String title, Function<PastRun, String> text, double width) {
    TableColumn<PastRun, String> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
    column.setCellFactory(
        view ->
            new TableCell<>() {
              private final Tooltip whole = new Tooltip();

              @Override
              protected void updateItem(@Nullable String item, boolean empty) {
                super.updateItem(item, empty);
                String shown = empty || item == null ? "" : item;
                setText(shown);
                whole.setText(shown);
                setTooltip(shown.isEmpty() ? null : whole);
              }
            });
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, 62));
    return column;
  }

  /** A box that chooses a training for the comparison. */
  private final class CompareCell extends TableCell<PastRun, PastRun> {
    private final CheckBox box = new CheckBox();

    @Override
    protected void updateItem(@Nullable PastRun run, boolean empty) {
      super.updateItem(run, empty);
      if (run == null || empty) {
        setGraphic(null);
        return;
      }
      box.setText(Integer.toString(run.number()));
      box.setId("compare-" + run.number());
      box.setAccessibleText("Compare run " + run.number());
      box.setDisable(run.found() == null);
      box.setSelected(history.isCompared(run));
      box.setOnAction(event -> history.compare(run, box.isSelected()));
      setGraphic(box);
    }
  }
}
