package org.quarry.ui.window;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.quarry.ui.kit.Command;
import org.quarry.ui.kit.CommandControls;
import org.quarry.ui.kit.Preferences;
import org.quarry.ui.kit.Preferences.Colours;

/** The menu bar: every command of the window, and those of the screen that is shown. */
final class WindowMenu extends MenuBar {
  private final WindowModel model;
  private final Menu screen = new Menu("Data");
  private final Menu recent = new Menu("Open recent");

  /** Makes it with the verbs of the window and of its view. */
  WindowMenu(
      WindowModel model, WindowCommands commands, List<Command> viewing, List<Command> tabs) {
    this.model = model;
    Menu file = new Menu("File");
    file.getItems().add(CommandControls.menuItem(commands.open));
    file.getItems().add(recent);
    file.getItems().add(CommandControls.menuItem(commands.create));
    file.getItems().add(CommandControls.menuItem(commands.sample));
    file.getItems().add(new SeparatorMenuItem());
    file.getItems().add(CommandControls.menuItem(commands.closeFile));
    file.getItems().add(CommandControls.menuItem(commands.quit));
    Menu edit = menu("Edit", List.of(commands.undo, commands.redo));
    edit.getItems().add(new SeparatorMenuItem());
    edit.getItems().add(CommandControls.menuItem(commands.write));
    edit.getItems().add(CommandControls.menuItem(commands.revert));
    Menu view = menu("View", viewing);
    view.getItems().add(new SeparatorMenuItem());
    view.getItems().addAll(colours(model.preferences()));
    Menu query = menu("Query", tabs);
    Menu tools = menu("Tools", List.of(commands.resetSample));
    getMenus().addAll(file, edit, view, screen, query, tools);
    model.preferences().recentFiles().addListener((InvalidationListener) change -> recent());
    recent();
    show(List.of());
  }

  private static Menu menu(String title, List<Command> commands) {
    Menu menu = new Menu(title);
    commands.forEach(command -> menu.getItems().add(CommandControls.menuItem(command)));
    return menu;
  }

  /** Shows what the screen in front can do. */
  void show(List<Command> commands) {
    screen.getItems().setAll(CommandControls.menuItems(commands));
    screen.setDisable(commands.isEmpty());
  }

  private void recent() {
    recent.getItems().clear();
    for (Path file : model.preferences().recentFiles()) {
      MenuItem item = new MenuItem(file.toString());
      item.setMnemonicParsing(false);
      item.setOnAction(event -> model.open(file));
      recent.getItems().add(item);
    }
    recent.setDisable(recent.getItems().isEmpty());
  }

  private static List<MenuItem> colours(Preferences preferences) {
    ToggleGroup group = new ToggleGroup();
    List<MenuItem> items = new ArrayList<>();
    for (Colours colours : Colours.values()) {
      RadioMenuItem item =
          new RadioMenuItem(
              switch (colours) {
                case SYSTEM -> "Colours of the system";
                case LIGHT -> "Light";
                case DARK -> "Dark";
              });
      item.setId("colours-" + colours);
      item.setToggleGroup(group);
      item.setSelected(preferences.colours().get() == colours);
      item.setOnAction(event -> preferences.colours().set(colours));
      preferences.colours().addListener((property, was, is) -> item.setSelected(is == colours));
      items.add(item);
    }
    return items;
  }
}
