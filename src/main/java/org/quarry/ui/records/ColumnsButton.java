package org.quarry.ui.records;

import javafx.collections.MapChangeListener;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.kit.CommandControls;
import org.quarry.ui.kit.Hint;
import org.quarry.ui.kit.Texts;

/** Opens the list of columns; says how many are hidden, and whether one of those is filtered. */
final class ColumnsButton {
  private final ColumnDesk desk;
  private final ColumnCommands commands;
  private final Button button;
  private final String title;

  ColumnsButton(ColumnDesk desk, DataGrid grid) {
    this.desk = desk;
    commands = new ColumnCommands(desk, grid, this::open);
    button = CommandControls.iconButton(commands.choose, Feather.COLUMNS);
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.accessibleTextProperty().unbind();
    Hint.of(button).words().unbind();
    title = Hint.of(button).words().get();
    desk.columns().changes().subscribe(count -> say());
    desk.filters().typed().addListener((MapChangeListener<FilterBox, String>) change -> say());
  }

  private void say() {
    String words = words();
    button.setText(words);
    button.setAccessibleText(words.isEmpty() ? "Columns" : "Columns, " + words);
    Hint.on(button, words.isEmpty() ? title : title + "\n" + words);
  }

  /** The button itself. */
  Button node() {
    return button;
  }

  /** The verbs. */
  ColumnCommands commands() {
    return commands;
  }

  private long filtered() {
    return desk.columns().hidden().stream()
        .filter(column -> desk.filters().typed().containsKey(FilterBox.of(column.name())))
        .count();
  }

  private String words() {
    int hidden = desk.columns().hidden().size();
    long filtered = filtered();
    return hidden == 0
        ? ""
        : Texts.number(hidden)
            + " hidden"
            + (filtered == 0 ? "" : ", " + Texts.number(filtered) + " filtered");
  }

  private void open() {
    new ColumnsPopup(desk).showUnder(button);
  }
}
