package org.quarry.ui.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.quarry.database.SqliteProgram;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.RowKey;
import org.quarry.ui.grid.CellRange;
import org.quarry.ui.kit.Command;
import org.quarry.ui.kit.Preferences.Colours;
import org.testfx.api.FxToolkit;

/**
 * Writes pictures of the whole window with the sample and with a small shop, light and dark, as a
 * screen shows them: menus, lists and bubbles that stand over the window are in them.
 */
public final class WindowSnapshots {
  private final QuarryWindow window;
  private final Path folder;
  private final double width;
  private final double height;
  private String colours = "";

  private WindowSnapshots(QuarryWindow window, Path folder, double width, double height) {
    this.window = window;
    this.folder = folder;
    this.width = width;
    this.height = height;
  }

  /** Runs with the folder, and if it is not 1000 by 700, the width and height of the window. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Path home = Files.createTempDirectory("window-snapshots");
    QuarryWindow window = QuarryWindow.show(home);
    double width = arguments.length > 2 ? Double.parseDouble(arguments[1]) : 1000;
    double height = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 700;
    Stage stage = FxToolkit.registerPrimaryStage();
    window.on(
        () -> {
          stage.setWidth(width);
          stage.setHeight(height);
          stage.show();
        });
    WindowSnapshots snapshots = new WindowSnapshots(window, folder, width, height);
    Path shop = shop(home.resolve("shop.db"));
    for (Colours each : List.of(Colours.LIGHT, Colours.DARK)) {
      snapshots.colours = each.name().toLowerCase(Locale.ROOT);
      window.on(() -> window.preferences.colours().set(each));
      snapshots.sample();
      snapshots.orders(shop);
    }
    Platform.exit();
    System.exit(0);
  }

  private static Path shop(Path file) throws SQLException {
    SqliteProgram.run(
        file,
        "CREATE TABLE customers(id INTEGER PRIMARY KEY, name TEXT NOT NULL, city TEXT)",
        "INSERT INTO customers VALUES (1, 'Ada Lovelace', 'London'), (2, 'Grace Hopper', 'New"
            + " York'), (3, 'Emmy Noether', 'Erlangen')",
        "CREATE TABLE orders(id INTEGER PRIMARY KEY, customer INTEGER REFERENCES customers,"
            + " state TEXT NOT NULL CHECK (state IN ('open', 'paid', 'sent', 'back')),"
            + " ordered DATE, paid DATETIME, amount REAL, details TEXT)",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)"
            + " INSERT INTO orders SELECT i, 1 + i % 3,"
            + " CASE i % 4 WHEN 0 THEN 'open' WHEN 1 THEN 'paid' WHEN 2 THEN 'sent' ELSE 'back'"
            + " END, date('2024-01-01', i || ' days'),"
            + " CASE i % 5 WHEN 0 THEN NULL ELSE datetime('2024-01-02 09:30', i || ' hours') END,"
            + " i * 1.25, json_object('gift', i % 2, 'tags', json_array('a', 'b'), 'weight', i)"
            + " FROM n",
        "CREATE TABLE lines(id INTEGER PRIMARY KEY, \"order\" INTEGER REFERENCES orders,"
            + " product TEXT)",
        "INSERT INTO lines SELECT id, id, 'Product ' || id FROM orders");
    return file;
  }

  private void sample() {
    window.on(window.model::openSample);
    window.rest();
    window.showTable("predictions");
    take("a-plain");
    pressed("show-filter-bar", true);
    window.on(
        () -> {
          window.preferences.sideShown().set(false);
          window.records().showOnly("country", "in: AUT, NLD");
        });
    typed("filter-mean_area", "> 400 | /(/");
    window.rest();
    take("b-filters");
    run("clear-filters");
    pressed("show-filter-bar", false);
    window.on(() -> window.grid().select(4, 5));
    run("find");
    window.on(() -> find(TextField.class, "#find-text").setText("aut"));
    window.rest();
    take("f-find");
    run("replace");
    window.on(() -> find(TextField.class, "#replace-text").setText("AT"));
    window.rest();
    take("f-replace");
    window.push(KeyCode.ESCAPE);
    window.on(() -> window.preferences.sideShown().set(true));
    window.on(() -> window.grid().select(4, 5));
    pause();
    take("e-number");
    window.on(() -> window.grid().select(4, 1));
    pause();
    take("e-text");
    window.on(
        () -> {
          window.grid().requestFocus();
          window.grid().select(new CellRange(2, 6, 1, 1, false));
        });
    run("set-cells");
    take("l-set-cells");
    window.write("XYZ");
    window.push(KeyCode.ENTER);
    run("column-profile");
    pause();
    take("l-uncounted");
    window.on(() -> window.preferences.sideShown().set(false));
    run("column-values");
    take("j-values");
    escape();
    window.on(() -> window.current().journal().revert());
    window.on(() -> window.records().showOnly("country", "AUT"));
    window.rest();
    window.on(() -> window.records().reveal(new RowKey.Rowid(2), "country"));
    window.rest();
    take("l-aside");
    run("clear-filters");
    header(1);
    take("i-header");
    escape();
    menu("Data");
    take("i-data");
    escape();
    window.closeFile();
  }

  private void orders(Path file) {
    window.open(file);
    window.showTable("orders");
    window.on(
        () -> {
          window.preferences.sideShown().set(false);
          window.grid().select(4, 1);
        });
    window.rest();
    window.rightClickOn(window.point(4, 1));
    window.rest();
    take("i-cell");
    escape();
    editor("choices", 2);
    editor("date", 3);
    editor("moment", 4);
    editor("reference", 1);
    window.on(() -> window.grid().select(3, 6));
    window.on(() -> window.preferences.sideShown().set(true));
    pause();
    take("e-json");
    window.on(() -> window.preferences.sideShown().set(false));
    columns();
    staged(file);
    window.closeFile();
  }

  private void editor(String name, int column) {
    window.on(
        () -> {
          window.grid().requestFocus();
          window.grid().edit(3, column);
        });
    pause();
    window.on(
        () ->
            Optional.ofNullable(window.grid().lookup(".grid-calendar-button"))
                .ifPresent(button -> ((Button) button).fire()));
    pause();
    take("h-" + name);
    window.on(() -> window.grid().cancelEdit());
  }

  private void columns() {
    window.on(() -> window.grid().select(2, 5));
    run("fit-columns");
    run("columns");
    pause();
    take("g-columns");
    escape();
    window.on(() -> window.grid().select(2, 1));
    run("freeze-columns");
    window.on(() -> window.grid().scrollToColumn(6));
    window.rest();
    take("g-frozen");
    run("unfreeze-columns");
  }

  private void staged(Path file) {
    stage(1, "amount", 1.25, 99.5);
    stage(2, "details", "{}", "none");
    stage(3, "state", "back", "lost");
    window.on(() -> window.grid().select(0, 5));
    run("insert-row");
    window.on(() -> window.changes().shown().set(true));
    window.rest();
    take("c-changes");
    window.on(window.model::revert);
    stage(5, "amount", 6.25, 7.0);
    try {
      SqliteProgram.run(file, "UPDATE orders SET amount = amount + 1 WHERE id = 5");
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    window.on(window.model::write);
    window.rest();
    take("d-conflict");
    window.on(window.model::revert);
    window.on(() -> window.changes().shown().set(false));
  }

  private void stage(long row, String column, Object was, Object is) {
    window.on(
        () ->
            window
                .current()
                .journal()
                .set(
                    window.records().model().table().name(),
                    List.of(new CellEdit(new RowKey.Rowid(row), column, true, was, is))));
  }

  private <T extends Node> T find(Class<T> type, String query) {
    return type.cast(window.lookup(query).query());
  }

  private void header(int column) {
    Node heading = window.grid().headerNode(column).orElseThrow();
    Bounds bounds = heading.localToScreen(heading.getBoundsInLocal());
    window.rightClickOn(bounds.getMinX() + 20, bounds.getCenterY());
    window.rest();
  }

  private void menu(String title) {
    window.clickOn(title);
    window.rest();
  }

  private void escape() {
    window.on(
        () ->
            List.copyOf(Window.getWindows()).stream()
                .filter(PopupWindow.class::isInstance)
                .forEach(Window::hide));
    window.rest();
  }

  private void run(String id) {
    window.on(
        () ->
            window.records().commands().stream()
                .filter(command -> command.id().equals(id))
                .forEach(Command::run));
    window.rest();
  }

  private void pressed(String id, boolean on) {
    window.on(() -> find(ToggleButton.class, "#" + id).setSelected(on));
  }

  private void typed(String id, String text) {
    window.on(
        () -> {
          TextField field = find(TextField.class, "#" + id);
          field.requestFocus();
          field.setText(text);
        });
  }

  private void pause() {
    window.sleep(400);
    window.rest();
  }

  private void take(String name) {
    pause();
    WritableImage[] seen = new WritableImage[1];
    window.on(
        () ->
            seen[0] =
                new Robot().getScreenCapture(null, new Rectangle2D(0, 0, width, height), false));
    try {
      ImageIO.write(
          SwingFXUtils.fromFXImage(seen[0], null),
          "png",
          folder.resolve(name + "-" + colours + ".png").toFile());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
