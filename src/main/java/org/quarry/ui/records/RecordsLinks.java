package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.MenuItem;
import org.quarry.database.references.Reference;
import org.quarry.database.references.Referrer;
import org.quarry.ui.grid.CellPosition;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.grid.GridLinks;
import org.quarry.ui.kit.Command;

/** The ways from a cell to the rows it refers to and to those that refer to its row. */
final class RecordsLinks {
  private final RecordsModel model;
  private final DataGrid grid;
  private final Neighbours neighbours;
  final Command follow;

  RecordsLinks(RecordsModel model, DataGrid grid, Neighbours neighbours) {
    this.model = model;
    this.grid = grid;
    this.neighbours = neighbours;
    follow =
        new Command(
                "follow-reference",
                "Follow reference",
                "Shortcut+Shift+Enter",
                () -> grid.lead().ifPresent(this::follow))
            .when(
                Bindings.createBooleanBinding(
                    () -> grid.lead().flatMap(this::reference).isPresent(), grid.leadProperty()));
    new GridLinks(grid, this::follow);
  }

  private Optional<Reference.Sound> reference(CellPosition cell) {
    return model.links().followed(cell.row(), cell.column());
  }

  private void follow(CellPosition cell) {
    reference(cell)
        .ifPresent(
            reference -> model.links().follow(reference, cell.row(), cell.column(), neighbours));
  }

  /** The items of a cell's menu; none for a cell of a table without foreign keys around it. */
  List<MenuItem> items() {
    List<MenuItem> items = new ArrayList<>();
    grid.lead()
        .ifPresent(
            cell -> {
              Object value = model.links().value(cell.row(), cell.column());
              if (value != null) {
                model.links().sound(model.columns().at(cell.column())).stream()
                    .map(reference -> item(reference, cell, value))
                    .forEach(items::add);
              }
              model.links().referrers().forEach(referrer -> items.add(item(referrer, cell.row())));
            });
    return items;
  }

  private MenuItem item(Reference.Sound reference, CellPosition cell, Object value) {
    MenuItem item = new MenuItem();
    item.setId("follow-" + reference.to());
    item.setMnemonicParsing(false);
    model.links().name(reference, value, name -> item.setText("Go to " + name));
    item.setOnAction(
        event -> model.links().follow(reference, cell.row(), cell.column(), neighbours));
    return item;
  }

  private MenuItem item(Referrer referrer, long row) {
    String child = referrer.child().name();
    MenuItem item =
        new MenuItem("Rows of " + child + " that refer to this by " + referrer.column());
    item.setId("referring-" + child + "-" + referrer.column());
    item.setMnemonicParsing(false);
    Optional<Object> value = model.links().referredBy(referrer, row);
    item.setDisable(value.isEmpty());
    item.setOnAction(
        event ->
            value.ifPresent(
                each -> neighbours.showRows(child, referrer.column(), RowLinks.filter(each))));
    return item;
  }
}
