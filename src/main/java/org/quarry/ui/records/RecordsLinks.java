package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.MenuItem;
import org.quarry.database.references.Reference;
import org.quarry.database.references.Referrer;
import org.quarry.database.schema.Column;
import org.quarry.ui.grid.CellPosition;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.grid.GridLinks;
import org.quarry.ui.kit.Command;

/** The ways from a cell to the rows it refers to and to those that refer to its row. */
final class RecordsLinks {
  private final RecordsModel model;
  private final DataGrid grid;
  private final Neighbours neighbours;
  private final LinkFollowing following;
  final Command follow;

  RecordsLinks(RecordsModel model, DataGrid grid, Neighbours neighbours) {
    this.model = model;
    this.grid = grid;
    this.neighbours = neighbours;
    following = new LinkFollowing(model, neighbours);
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
            reference ->
                following.follow(reference, cell.row(), model.columns().at(cell.column())));
  }

  /** The items of a cell's menu; none for a cell of a table without foreign keys around it. */
  List<MenuItem> items() {
    List<MenuItem> items = new ArrayList<>();
    grid.lead()
        .ifPresent(
            cell -> {
              Column column = model.columns().at(cell.column());
              for (Reference.Sound reference : model.links().sound(column)) {
                model
                    .links()
                    .key(reference, cell.row())
                    .ifPresent(key -> items.add(item(reference, key, cell.row(), column)));
              }
              model.links().referrers().forEach(referrer -> items.add(item(referrer, cell.row())));
            });
    return items;
  }

  private MenuItem item(Reference.Sound reference, List<Object> key, long row, Column column) {
    MenuItem item = new MenuItem();
    item.setId("follow-" + reference.to());
    item.setMnemonicParsing(false);
    model.links().name(reference, key, name -> item.setText("Go to " + name));
    item.setOnAction(event -> following.follow(reference, row, column));
    return item;
  }

  private MenuItem item(Referrer referrer, long row) {
    String child = referrer.child().name();
    String columns = String.join(", ", referrer.columns());
    MenuItem item = new MenuItem("Rows of " + child + " that refer to this by " + columns);
    item.setId("referring-" + child + "-" + columns.replace(", ", "-"));
    item.setMnemonicParsing(false);
    Optional<Map<String, String>> filters = model.links().referring(referrer, row);
    item.setDisable(filters.isEmpty());
    item.setOnAction(event -> filters.ifPresent(each -> neighbours.showRows(child, each)));
    return item;
  }

  /** Stops reading. */
  void close() {
    following.close();
  }
}
