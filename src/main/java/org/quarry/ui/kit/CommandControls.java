package org.quarry.ui.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/** Makes the controls of a {@link Command}. */
public final class CommandControls {
  private CommandControls() {}

  /** A menu item with the command's title, key and state. */
  public static MenuItem menuItem(Command command) {
    MenuItem item = new MenuItem();
    item.setId("menu-" + command.id());
    item.setMnemonicParsing(false);
    item.textProperty().bind(command.title());
    item.disableProperty().bind(Bindings.not(command.enabled()));
    if (!command.key().isEmpty()) {
      item.setAccelerator(KeyCombination.valueOf(command.key()));
    }
    item.setOnAction(event -> command.run());
    return item;
  }

  /**
   * Menu items of commands in their order; those of a group stand in a submenu, where its first one
   * would. Lines part those that are set apart from what is above them.
   */
  public static List<MenuItem> menuItems(List<Command> commands) {
    List<MenuItem> items = new ArrayList<>();
    Map<String, Menu> groups = new HashMap<>();
    for (Command command : commands) {
      String group = command.group();
      List<MenuItem> among = groups.containsKey(group) ? groups.get(group).getItems() : items;
      if (command.isApart() && !among.isEmpty()) {
        among.add(new SeparatorMenuItem());
      }
      if (group.isEmpty()) {
        items.add(menuItem(command));
        continue;
      }
      if (!groups.containsKey(group)) {
        Menu menu = new Menu(group);
        groups.put(group, menu);
        items.add(menu);
      }
      groups.get(group).getItems().add(menuItem(command));
    }
    groups.forEach((group, menu) -> menu.getItems().forEach(item -> shorten(item, group)));
    return items;
  }

  /** "Copy as CSV" is "CSV" in the submenu "Copy as". */
  private static void shorten(MenuItem item, String group) {
    if (!(item instanceof SeparatorMenuItem) && item.getText().startsWith(group + " ")) {
      String rest = item.getText().substring(group.length() + 1);
      item.textProperty().unbind();
      item.setText(rest);
    }
  }

  /** The same for a context menu: without keys, which the menu bar has already, and ids. */
  public static List<MenuItem> contextItems(List<Command> commands) {
    List<MenuItem> items = menuItems(commands);
    items.forEach(CommandControls::plain);
    return items;
  }

  private static void plain(MenuItem item) {
    item.setAccelerator(null);
    item.setId(null);
    if (item instanceof Menu menu) {
      menu.getItems().forEach(CommandControls::plain);
    }
  }

  /** A button with an icon and the command's title. */
  public static Button button(Command command, Ikon icon) {
    Button button = iconButton(command, icon);
    button.textProperty().bind(command.title());
    return button;
  }

  /** A button with an icon alone; the tooltip names the verb and the key. */
  public static Button iconButton(Command command, Ikon icon) {
    Button button = new Button("", Icons.of(icon));
    button.setId(command.id());
    button.setMnemonicParsing(false);
    button.disableProperty().bind(Bindings.not(command.enabled()));
    button.setOnAction(event -> command.run());
    String key =
        command.key().isEmpty()
            ? ""
            : "  " + KeyCombination.valueOf(command.key()).getDisplayText();
    Hint.of(button).words().bind(Bindings.concat(command.title(), key));
    button.accessibleTextProperty().bind(command.title());
    return button;
  }
}
