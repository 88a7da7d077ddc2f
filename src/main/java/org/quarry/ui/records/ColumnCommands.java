package org.quarry.ui.records;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.kit.Command;

/** The verbs that arrange columns; those of one column act on the one the keyboard stands on. */
final class ColumnCommands {
  private final DataGrid grid;
  final Command choose;
  final Command hide;
  final Command freeze;
  final Command unfreeze;
  final Command left;
  final Command right;
  final Command fitAll;
  final Command reset;

  ColumnCommands(ColumnDesk desk, DataGrid grid, Runnable open) {
    this.grid = grid;
    RecordColumns columns = desk.columns();
    BooleanBinding here =
        Bindings.createBooleanBinding(() -> grid.lead().isPresent(), grid.leadProperty());
    BooleanBinding frozen =
        Bindings.createBooleanBinding(() -> columns.frozen() > 0, columns.changes());
    BooleanBinding several =
        Bindings.createBooleanBinding(() -> columns.count() > 1, columns.changes());
    choose = new Command("columns", "Choose columns", "Shortcut+Shift+K", open).apart();
    hide =
        new Command("hide-column", "Hide column", "", at(place -> hide(columns, place)))
            .when(here.and(several));
    freeze =
        new Command(
                "freeze-columns",
                "Freeze columns up to here",
                "",
                at(place -> columns.freeze(place + 1)))
            .when(here);
    unfreeze =
        new Command("unfreeze-columns", "Unfreeze columns", "", () -> columns.freeze(0))
            .when(frozen);
    left =
        new Command(
                "move-column-left",
                "Move column left",
                "Alt+Shift+Left",
                at(place -> desk.step(place, -1)))
            .when(here)
            .apart();
    right =
        new Command(
                "move-column-right",
                "Move column right",
                "Alt+Shift+Right",
                at(place -> desk.step(place, 1)))
            .when(here);
    fitAll = new Command("fit-columns", "Fit all columns to content", "", desk::fitAll).apart();
    reset = new Command("reset-columns", "Reset column layout", "", desk::reset);
  }

  List<Command> all() {
    return Stream.of(choose, hide, freeze, unfreeze, left, right, fitAll, reset)
        .map(command -> command.in("Columns"))
        .toList();
  }

  private static void hide(RecordColumns columns, int place) {
    columns.setShown(columns.at(place), false);
  }

  private Runnable at(IntConsumer action) {
    return () -> grid.lead().ifPresent(cell -> action.accept(cell.column()));
  }
}
