package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleBooleanProperty;
import org.quarry.database.transfer.CopyFormat;
import org.quarry.database.transfer.TransferProblem;
import org.quarry.ui.grid.CellRange;
import org.quarry.ui.grid.CopyCommands;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.kit.ClipboardText;
import org.quarry.ui.kit.Command;

/** The verbs of the Records tab over its grid. */
final class RecordsCommands {
  private final RecordsModel model;
  private final DataGrid grid;
  final Command insert;
  final Command duplicate;
  final Command delete;
  final Command setNull;
  final Command fillDown;
  final Command setCells;
  final Command cut;
  final Command paste;
  final Command pasteRows;
  final CopyCommands copying;
  final Command refresh;
  final Command goTo;

  RecordsCommands(RecordsModel model, DataGrid grid, Runnable askForRow) {
    this.model = model;
    this.grid = grid;
    boolean may = model.refusal().isEmpty();
    SimpleBooleanProperty editable = new SimpleBooleanProperty(may);
    SimpleBooleanProperty growing =
        new SimpleBooleanProperty(may && model.table().insertRefusal().isEmpty());
    SimpleBooleanProperty shrinking =
        new SimpleBooleanProperty(may && model.table().deleteRefusal().isEmpty());
    BooleanBinding selected =
        Bindings.createBooleanBinding(() -> !grid.selection().isEmpty(), grid.selectionProperty());
    insert = new Command("insert-row", "Insert row", "INSERT", this::insert).when(growing);
    duplicate =
        new Command("duplicate-rows", "Duplicate rows", "Shortcut+D", this::duplicate)
            .when(selected.and(growing));
    delete =
        new Command("delete-rows", "Delete rows", "Shortcut+Minus", this::delete)
            .when(selected.and(shrinking));
    setNull =
        new Command("set-null", "Set NULL", "Alt+Delete", this::setNull)
            .when(selected.and(editable));
    fillDown =
        new Command("fill-down", "Fill down", "Shortcut+Shift+D", this::fillDown)
            .when(
                editable.and(
                    Bindings.createBooleanBinding(
                        () -> grid.selection().rows() > 1, grid.selectionProperty())));
    setCells =
        new Command(
                "set-cells",
                "Set selected cells…",
                "Shortcut+Enter",
                () -> {
                  grid.requestFocus();
                  grid.editSelection();
                })
            .when(selected.and(editable))
            .apart();
    cut = new Command("cut", "Cut", "Shortcut+X", this::cut).when(selected.and(editable)).apart();
    paste = new Command("paste", "Paste", "Shortcut+V", () -> paste(false)).when(editable);
    pasteRows =
        new Command("paste-rows", "Paste as new rows", "Shortcut+Shift+V", () -> paste(true))
            .when(editable);
    copying = new CopyCommands(grid, this::copy);
    refresh = new Command("refresh", "Refresh", "F5", model::readAgain);
    goTo = new Command("go-to-row", "Go to row", "Shortcut+G", askForRow);
  }

  /** Those of a cell's menu: of its row, by the clipboard, of its value. */
  List<Command> cells() {
    List<Command> cells = new ArrayList<>(List.of(insert, duplicate, delete, cut));
    cells.addAll(copying.all());
    cells.addAll(List.of(paste, pasteRows, setCells, setNull, fillDown));
    return cells;
  }

  private void insert() {
    show(model.insertRow());
  }

  private void duplicate() {
    CellRange range = grid.selection();
    model.edits().duplicate(range.firstRow(), range.lastRow(), this::show);
  }

  private void show(long place) {
    grid.scrollTo(place);
    grid.select(place, 0);
    grid.requestFocus();
  }

  private void delete() {
    model.deleteRows(grid.selection().firstRow(), grid.selection().lastRow());
  }

  private void fillDown() {
    new BlockEdits(model).fillDown(grid.selection());
  }

  /** Whole rows are deleted, as Del would; of others the cells are emptied. */
  private void cut() {
    CellRange range = grid.selection();
    RecordsEditing editing = new RecordsEditing(model);
    copy(
        range,
        CopyFormat.TSV,
        () -> {
          if (range.wholeRows()) {
            editing.deleteRows(range);
          } else {
            editing.clear(range);
          }
        });
  }

  private void paste(boolean asRows) {
    Optional<String> text = ClipboardText.get();
    if (text.isEmpty()) {
      model.fail(new TransferProblem.NothingToPaste());
    } else if (asRows) {
      new Pasting(model, ClipboardText.cells()).pasteRows(text.get(), this::pasted);
    } else {
      new Pasting(model, ClipboardText.cells()).paste(text.get(), grid.selection(), this::pasted);
    }
  }

  private void pasted(CellRange range) {
    grid.select(range.firstRow(), range.firstColumn());
    grid.select(range);
    grid.requestFocus();
  }

  private void setNull() {
    new RecordsEditing(model).setNull(grid.selection());
  }

  /** Puts cells on the clipboard, from the file and in the background. */
  void copy(CellRange range, CopyFormat format) {
    copy(range, format, () -> {});
  }

  private void copy(CellRange range, CopyFormat format, Runnable then) {
    model
        .background()
        .start(
            "Copying rows of " + model.table().name(),
            new RecordsCopy(model, range, format),
            text -> {
              ClipboardText.put(text);
              then.run();
            },
            model::fail);
  }
}
