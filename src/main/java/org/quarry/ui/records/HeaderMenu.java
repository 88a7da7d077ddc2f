package org.quarry.ui.records;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.quarry.database.schema.Column;
import org.quarry.ui.grid.ColumnSort;
import org.quarry.ui.grid.SortRequest;

/** The menu of a heading: the order by its column, its filter and its looks. */
final class HeaderMenu {
  private final RecordsModel model;
  private final SortOrders orders;
  private final RecordsProfile profile;
  private final ColumnMenu columns;

  HeaderMenu(RecordsModel model, SortOrders orders, RecordsProfile profile, ColumnMenu columns) {
    this.model = model;
    this.orders = orders;
    this.profile = profile;
    this.columns = columns;
  }

  /** The menu of the column at a place. */
  ContextMenu menu(int at) {
    Column column = model.columns().at(at);
    ContextMenu menu = new ContextMenu();
    menu.getItems()
        .addAll(
            sort("Sort smallest first", at, ColumnSort.ASCENDING, false),
            sort("Sort largest first", at, ColumnSort.DESCENDING, false),
            further(at, column),
            new SeparatorMenuItem(),
            profile.valuesItem(at),
            filter("Only NULL", column, "null"),
            filter("Without NULL", column, "!null"),
            filter("Clear this filter", column, ""));
    menu.getItems().add(new SeparatorMenuItem());
    menu.getItems().addAll(columns.items(at));
    menu.getItems().add(new SeparatorMenuItem());
    menu.getItems().addAll(profile.items(at));
    return menu;
  }

  private Menu further(int at, Column column) {
    Menu menu = new Menu("More sorting");
    menu.getItems()
        .addAll(
            sort("Then by this, smallest first", at, ColumnSort.ASCENDING, true),
            sort("Then by this, largest first", at, ColumnSort.DESCENDING, true),
            sort("Do not sort by this", at, ColumnSort.NONE, true),
            new SeparatorMenuItem(),
            nulls("NULL first", column, false),
            nulls("NULL last", column, true));
    return menu;
  }

  private MenuItem sort(String verb, int at, ColumnSort order, boolean add) {
    MenuItem item = new MenuItem(verb);
    Column column = model.columns().at(at);
    item.setDisable(
        order == ColumnSort.NONE
            ? orders.of(column).isEmpty()
            : add && model.sorts().get().isEmpty());
    item.setOnAction(event -> orders.take(new SortRequest(at, order, add)));
    return item;
  }

  private CheckMenuItem nulls(String verb, Column column, boolean last) {
    CheckMenuItem item = new CheckMenuItem(verb);
    item.setSelected(orders.of(column).filter(sort -> sort.nullsLast() == last).isPresent());
    item.setOnAction(event -> orders.placeNulls(column, last));
    return item;
  }

  private MenuItem filter(String verb, Column column, String text) {
    MenuItem item = new MenuItem(verb);
    FilterBox box = FilterBox.of(column.name());
    item.setDisable(text.equals(model.filters().typed().getOrDefault(box, "")));
    item.setOnAction(event -> model.filters().type(box, text));
    return item;
  }
}
