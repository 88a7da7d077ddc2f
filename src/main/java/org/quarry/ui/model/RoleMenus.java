package org.quarry.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import org.quarry.learning.data.ColumnProposal;
import org.quarry.learning.data.DateNumber;
import org.quarry.learning.data.Kind;
import org.quarry.learning.data.Missing;
import org.quarry.learning.data.Role;

/** The menus in the cells of a column that change what it is for. */
final class RoleMenus {
  private RoleMenus() {}

  static void role(
      TableCell<FeatureChoice, FeatureChoice> cell, DataModel data, FeatureChoice choice) {
    cell.setGraphic(
        menu(
            "role-" + choice.name(),
            choice.role().text(),
            items(List.of(Role.values()), Role::text, role -> data.setRole(choice, role))));
  }

  /** What a column is taken for; of a day or moment also the number it becomes. */
  static void kind(
      TableCell<FeatureChoice, FeatureChoice> cell, DataModel data, FeatureChoice choice) {
    ColumnProposal chosen = choice.chosen().get();
    if (chosen.role() != Role.FEATURE) {
      return;
    }
    List<MenuItem> items =
        items(List.of(Kind.NUMERIC, Kind.NOMINAL), Kind::text, kind -> data.setKind(choice, kind));
    items.addAll(
        items(
            List.of(DateNumber.values()),
            number -> "date as " + number.text(),
            number -> {
              data.setKind(choice, Kind.DATE);
              data.setNumber(choice, number);
            }));
    String text = chosen.kind() == Kind.DATE ? chosen.number().text() : chosen.kind().text();
    cell.setGraphic(menu("kind-" + choice.name(), text, items));
  }

  static void missing(
      TableCell<FeatureChoice, FeatureChoice> cell, DataModel data, FeatureChoice choice) {
    if (choice.role() == Role.FEATURE) {
      cell.setGraphic(
          menu(
              "missing-" + choice.name(),
              choice.chosen().get().missing().text(),
              items(choice.ways(), Missing::text, way -> data.setMissing(choice, way))));
    }
  }

  private static <T> List<MenuItem> items(
      List<T> choices, Function<T, String> text, Consumer<T> chosen) {
    List<MenuItem> items = new ArrayList<>();
    for (T choice : choices) {
      MenuItem item = new MenuItem(text.apply(choice));
      item.setOnAction(event -> chosen.accept(choice));
      items.add(item);
    }
    return items;
  }

  private static MenuButton menu(String id, String text, List<MenuItem> items) {
    MenuButton menu = new MenuButton(text, null, items.toArray(MenuItem[]::new));
    menu.setId(id);
    menu.getStyleClass().addAll("flat", "small", "role-menu");
    menu.setMaxWidth(Double.MAX_VALUE);
    menu.setMnemonicParsing(false);
    return menu;
  }
}
