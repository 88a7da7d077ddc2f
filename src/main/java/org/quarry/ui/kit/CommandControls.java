package org.quarry.ui.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
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

  /** Menu items of commands in their order; those of a group stand in a submenu. */
  public static List<MenuItem> menuItems(List<Command> commands) {
    List<MenuItem> items = new ArrayList<>();
    Map<String, Menu> groups = new HashMap<>();
    for (Command command : commands) {
      MenuItem item = menuItem(command);
      if (command.group().isEmpty()) {
        items.add(item);
        continue;
      }
      item.textProperty().unbind();
      item.setText(command.title().get().substring(command.group().length()).strip());
      groups
          .computeIfAbsent(
              command.group(),
              title -> {
                Menu menu = new Menu(title);
                items.add(menu);
                return menu;
              })
          .getItems()
          .add(item);
    }
    return items;
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
    Tooltip tooltip = new Tooltip();
    String key =
        command.key().isEmpty()
            ? ""
            : "  " + KeyCombination.valueOf(command.key()).getDisplayText();
    tooltip.textProperty().bind(Bindings.concat(command.title(), key));
    button.setTooltip(tooltip);
    button.accessibleTextProperty().bind(command.title());
    return button;
  }
}
