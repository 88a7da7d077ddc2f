package org.quarry.ui.records;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.quarry.database.profile.ColumnProfiler;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.kit.Command;

/**
 * Puts what a Records tab knows of its columns into its place: the profile beside the rows, which
 * follows the keyboard, the list of values below a heading, and the verbs for both.
 */
final class RecordsProfile {
  private static final Duration MOMENT = Duration.millis(150);

  private final RecordsModel records;
  private final DataGrid grid;
  private final RecordsContext context;
  private final ProfileModel model;
  private final PauseTransition pause = new PauseTransition(MOMENT);
  private final Command values;
  private final Command profile;
  private final Command chart;
  private final Command predict;
  private @Nullable ValuesPopup popup;

  /** The column where the keyboard stood last: a filter that no row passes takes the cell away. */
  private String last = "";

  RecordsProfile(RecordsModel records, DataGrid grid, RecordsSide side, RecordsContext context) {
    this.records = records;
    this.grid = grid;
    this.context = context;
    model = new ProfileModel(records);
    values = new Command("column-values", "Values…", "Alt+Down", this::valuesAtLead);
    profile = new Command("column-profile", "Profile of this column", "", () -> profile(place()));
    chart = new Command("chart-counts", "Chart counts", "", () -> chart(place()));
    predict =
        new Command("predict-column", "Predict this column…", "", () -> predict(place()))
            .when(
                Bindings.createBooleanBinding(
                    () -> mayPredict(place()), grid.leadProperty(), records.columns().changes()));
    side.add("Profile", new ProfilePane(model, records.filters(), List.of(chart, values)));
    side.shown().subscribe(model::setActive);
    pause.setOnFinished(event -> model.follow(column(place())));
    grid.leadProperty().addListener((property, was, is) -> moved());
    // Where a column was hidden or moved another one may stand at the place of the keyboard.
    records.columns().changes().subscribe(count -> moved());
    pause.playFromStart();
    grid.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /** What can be done with the column on which the keyboard stands. */
  List<Command> commands() {
    return Stream.of(values, profile, chart, predict)
        .map(command -> command.in("Columns"))
        .toList();
  }

  /** The item that lists the values of the column at a place. */
  MenuItem valuesItem(int place) {
    return item(values, () -> values(place));
  }

  /** The items that tell of the column at a place. */
  List<MenuItem> items(int place) {
    MenuItem predicting = item(predict, () -> predict(place));
    String refusal = predictRefusal(place);
    predicting.setDisable(!refusal.isEmpty());
    if (!refusal.isEmpty()) {
      predicting.setText("Predict this column (%s)".formatted(refusal));
    }
    return List.of(
        item(profile, () -> profile(place)), item(chart, () -> chart(place)), predicting);
  }

  /** In an editor the key unfolds the editor's own list. */
  private void valuesAtLead() {
    if (!grid.isEditing()) {
      values(place());
    }
  }

  private static MenuItem item(Command command, Runnable action) {
    MenuItem item = new MenuItem(command.title().get());
    item.setId("header-" + command.id());
    item.setOnAction(event -> action.run());
    return item;
  }

  private void moved() {
    grid.lead().map(cell -> column(cell.column())).ifPresent(column -> last = column.name());
    pause.playFromStart();
  }

  private int place() {
    return grid.lead()
        .map(cell -> cell.column())
        .orElseGet(() -> Math.max(0, records.columns().placeOf(last)));
  }

  private @Nullable Column column(int place) {
    return place < records.columns().count() ? records.columns().at(place) : null;
  }

  private void pressed(KeyEvent event) {
    if (event.isAltDown() && event.getCode() == KeyCode.DOWN && !grid.isEditing()) {
      int at =
          event.getTarget() instanceof FilterField field
              ? records.columns().placeOf(field.box().column())
              : place();
      values(at);
      event.consume();
    }
  }

  /** Shows the list of values below a column's heading, or below its filter box. */
  private void values(int place) {
    Column column = column(place);
    if (column == null) {
      return;
    }
    if (popup != null) {
      popup.hide();
    }
    grid.scrollToColumn(place);
    grid.layout();
    Node box = grid.lookup("#filter-" + column.name());
    Optional<Node> heading = grid.headerNode(place);
    popup = new ValuesPopup(new ValuesModel(records, column));
    popup.showBelow(box != null && box.isVisible() ? box : heading.orElse(grid));
  }

  private void profile(int place) {
    context.preferences().sideShown().set(true);
    if (records.size() > 0) {
      long row = grid.lead().map(cell -> cell.row()).orElseGet(grid::firstVisibleRow);
      grid.select(row, place);
    }
    Column column = column(place);
    last = column == null ? "" : column.name();
    pause.stop();
    model.follow(column);
  }

  private void chart(int place) {
    Column column = column(place);
    if (column != null) {
      context
          .neighbours()
          .chart(ColumnProfiler.countsSql(records.table(), column, records.filter().get()) + ";");
    }
  }

  private boolean mayPredict(int place) {
    return predictRefusal(place).isEmpty();
  }

  /** Why a column is not predicted, a few words, or empty: some name rows, some are computed. */
  private String predictRefusal(int place) {
    Column column = column(place);
    if (column == null) {
      return "no column";
    }
    if (records.table().kind() != Table.Kind.TABLE) {
      return "a view keeps no rows";
    }
    if (column.isKey()) {
      return "it is the key";
    }
    if (column.generated()) {
      return "it is computed";
    }
    return records.refusal().isEmpty() ? "" : "rows cannot be written";
  }

  private void predict(int place) {
    Column column = column(place);
    if (column != null && mayPredict(place)) {
      context.neighbours().predict(records.table().name(), column.name());
    }
  }

  /** Stops reading. */
  void close() {
    pause.stop();
    if (popup != null) {
      popup.hide();
    }
    model.close();
  }
}
