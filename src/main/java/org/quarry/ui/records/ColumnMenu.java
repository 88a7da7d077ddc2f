package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.quarry.database.schema.Column;

/** The items of a heading's menu that arrange its column. */
final class ColumnMenu {
  private final ColumnDesk desk;

  ColumnMenu(ColumnDesk desk) {
    this.desk = desk;
  }

  /** The items for the column at a place. */
  List<MenuItem> items(int place) {
    RecordColumns columns = desk.columns();
    Column column = columns.at(place);
    int last = columns.count() - 1;
    boolean edge = columns.frozen() == place + 1;
    List<MenuItem> items = new ArrayList<>();
    items.add(item("Hide column", last > 0, () -> columns.setShown(column, false)));
    if (!columns.hidden().isEmpty()) {
      items.add(hidden());
    }
    items.add(item("Freeze up to here", !edge, () -> columns.freeze(place + 1)));
    if (columns.frozen() > 0) {
      items.add(item("Unfreeze columns", true, () -> columns.freeze(0)));
    }
    items.add(arranging(place, last));
    items.add(formats(place));
    return items;
  }

  private Menu arranging(int place, int last) {
    Menu menu = new Menu("Move and fit");
    menu.getItems()
        .addAll(
            item("Move left", place > 0, () -> desk.step(place, -1)),
            item("Move right", place < last, () -> desk.step(place, 1)),
            new SeparatorMenuItem(),
            item("Fit to content", true, () -> desk.fit(place)),
            item("Fit all to content", true, desk::fitAll));
    return menu;
  }

  private static MenuItem item(String verb, boolean possible, Runnable action) {
    MenuItem item = new MenuItem(verb);
    item.setMnemonicParsing(false);
    item.setDisable(!possible);
    item.setOnAction(event -> action.run());
    return item;
  }

  private Menu hidden() {
    Menu menu = new Menu("Show column");
    RecordColumns columns = desk.columns();
    columns
        .hidden()
        .forEach(
            column -> {
              boolean filtered = desk.filters().typed().containsKey(FilterBox.of(column.name()));
              String words = column.name() + (filtered ? "  (filtered)" : "");
              menu.getItems().add(item(words, true, () -> columns.setShown(column, true)));
            });
    return menu;
  }

  private Menu formats(int place) {
    Menu menu = new Menu("Format");
    ToggleGroup group = new ToggleGroup();
    menu.getItems().add(format("As stored", place, Optional.empty(), group));
    menu.getItems().add(group("Number", place, Stream.of(NumberFormat.values()), group));
    menu.getItems().add(group("Date and time", place, MomentFormat.all(), group));
    for (WordFormat format : WordFormat.values()) {
      menu.getItems().add(format(format.title(), place, Optional.of(format), group));
    }
    return menu;
  }

  private Menu group(
      String title, int place, Stream<? extends ColumnFormat> formats, ToggleGroup group) {
    Menu menu = new Menu(title);
    formats.forEach(
        format -> menu.getItems().add(format(format.title(), place, Optional.of(format), group)));
    return menu;
  }

  private RadioMenuItem format(
      String title, int place, Optional<ColumnFormat> format, ToggleGroup group) {
    RadioMenuItem item = new RadioMenuItem(title);
    item.setMnemonicParsing(false);
    item.setToggleGroup(group);
    item.setSelected(desk.columns().format(desk.columns().at(place)).equals(format));
    item.setOnAction(event -> desk.setFormat(place, format));
    return item;
  }
}
