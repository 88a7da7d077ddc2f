package org.quarry.ui.records;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.quarry.ui.grid.CellRange;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.kit.Command;

/** The verbs of the Records tab over its grid. */
final class RecordsCommands {
  private final RecordsModel model;
  private final DataGrid grid;
  final Command insert;
  final Command duplicate;
  final Command delete;
  final Command setNull;
  final Command copy;
  final Command copyWithHeaders;
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
    copy = new Command("copy", "Copy", "", () -> copy(false)).when(selected);
    copyWithHeaders =
        new Command("copy-with-headers", "Copy with headers", "", () -> copy(true)).when(selected);
    refresh = new Command("refresh", "Refresh", "F5", model::readAgain);
    goTo = new Command("go-to-row", "Go to row", "Shortcut+G", askForRow);
  }

  List<Command> all() {
    return List.of(insert, duplicate, delete, setNull, copy, copyWithHeaders, refresh, goTo);
  }

  private void insert() {
    show(model.insertRow());
  }

  private void duplicate() {
    CellRange range = grid.selection();
    model.duplicateRows(range.firstRow(), range.lastRow(), this::show);
  }

  private void show(long place) {
    grid.scrollTo(place);
    grid.select(place, 0);
    grid.requestFocus();
  }

  private void delete() {
    model.deleteRows(grid.selection().firstRow(), grid.selection().lastRow());
  }

  private void setNull() {
    new RecordsEditing(model).setNull(grid.selection());
  }

  private void copy(boolean headers) {
    copy(grid.selection(), headers);
  }

  /** Puts cells on the clipboard, from the file and in the background. */
  void copy(CellRange range, boolean headers) {
    model
        .background()
        .start(
            "Copying rows of " + model.table().name(),
            new RecordsCopy(model, range, headers),
            text -> {
              ClipboardContent content = new ClipboardContent();
              content.putString(text);
              Clipboard.getSystemClipboard().setContent(content);
            },
            model::fail);
  }
}
