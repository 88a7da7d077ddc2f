package org.quarry.ui.records;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.ui.kit.Pictures;

/** Writes pictures of what helps with filters and references, to the folder it is given. */
public final class FilterSnapshots {
  private final boolean dark;
  private final Path folder;
  private final RecordsView view;
  private final Scene scene;

  private FilterSnapshots(Stage stage, Database database, boolean dark, Path folder) {
    this.dark = dark;
    this.folder = folder;
    Pictures.colours(dark);
    view = new LoneTab().view(database, "orders");
    scene = Pictures.show(stage, view, 730, 460);
    stage.requestFocus();
    ((ToggleButton) scene.lookup("#show-filter-bar")).setSelected(true);
  }

  /** Runs with the folder as the one argument. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    Platform.startup(
        () -> {
          Stage stage = new Stage();
          fonts();
          Database database = database(folder);
          play(stage, database, folder, List.of(false, true).iterator());
        });
  }

  /** Both colours, one after the other. */
  private static void play(Stage stage, Database database, Path folder, Iterator<Boolean> dark) {
    if (!dark.hasNext()) {
      database.close();
      Platform.exit();
      return;
    }
    List<Runnable> steps =
        new ArrayList<>(new FilterSnapshots(stage, database, dark.next(), folder).steps());
    steps.add(() -> play(stage, database, folder, dark));
    next(steps.iterator());
  }

  /** Lets some frames be drawn between two steps, as when a person looks. */
  private static void next(Iterator<Runnable> steps) {
    PauseTransition pause = new PauseTransition(Duration.millis(150));
    pause.setOnFinished(
        event -> {
          if (steps.hasNext()) {
            steps.next().run();
            next(steps);
          }
        });
    pause.play();
  }

  private static void fonts() {
    Pictures.fonts();
  }

  private static Database database(Path folder) {
    Path file = folder.resolve("shop.db");
    try {
      Files.deleteIfExists(file);
      SqliteProgram.run(
          file,
          "CREATE TABLE customers(id INTEGER PRIMARY KEY, name TEXT)",
          "INSERT INTO customers VALUES (1, 'Ada Lovelace'), (2, 'Grace Hopper')",
          "CREATE TABLE orders(id INTEGER PRIMARY KEY, customer INTEGER REFERENCES customers,"
              + " country TEXT, amount REAL, note TEXT)",
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)"
              + " INSERT INTO orders SELECT i, 1 + i % 2,"
              + " CASE i % 3 WHEN 0 THEN 'AUT' WHEN 1 THEN 'CZE' ELSE 'NLD' END, i * 1.25,"
              + " CASE i % 4 WHEN 0 THEN 'rush' END FROM n",
          "CREATE TABLE lines(id INTEGER PRIMARY KEY, \"order\" INTEGER REFERENCES orders)");
    } catch (IOException | SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return Database.open(file);
  }

  private FilterModel filters() {
    return view.model().filters();
  }

  private void complete(String text) {
    TextField where = (TextField) scene.lookup("#filter-where");
    where.requestFocus();
    where.setText(text);
    where.end();
    where.fireEvent(
        new KeyEvent(KeyEvent.KEY_PRESSED, " ", "", KeyCode.SPACE, false, true, false, false));
  }

  private void unfold() {
    ((Button) scene.lookup("#saved-filters")).fire();
  }

  private List<Runnable> steps() {
    ContextMenu menu = new ContextMenu();
    return List.of(
        () -> save("empty"),
        () -> {
          filters().type(FilterBox.of("country"), "in: AUT, NLD");
          filters().type(FilterBox.of("amount"), "> 100 | /(/");
          scene.lookup("#filter-amount").requestFocus();
        },
        () -> save("bubble"),
        () -> {
          filters().type(FilterBox.of("amount"), "> 100");
          filters().type(FilterBox.WHERE, "length(note) > 2 OR note IS NULL");
          scene.lookup("#saved-filters").requestFocus();
          unfold();
        },
        () -> save("saved-first"),
        () -> {
          SavedFiltersPanel panel = ((SavedFiltersButton) scene.lookup("#saved-filters")).panel();
          ((TextField) panel.lookup("#saved-filter-name")).setText("Large orders abroad");
          ((Button) panel.lookup("#save-filter")).fire();
          unfold();
        },
        () -> save("saved"),
        () -> {
          unfold();
          complete("country = ");
        },
        () -> save("where"),
        () -> complete("amount > 50 AND no"),
        () -> save("where-names"),
        () -> {
          filters().clear();
          view.grid().requestFocus();
          view.grid().select(2, 1);
          menu.getItems().addAll(view.cellItems());
          menu.show(view.grid(), 120, 60);
        },
        () -> save("menu"),
        () -> {
          menu.hide();
          view.close();
        });
  }

  private void save(String name) {
    Path file = folder.resolve(name + (dark ? "-dark.png" : "-light.png"));
    scene.snapshot(null);
    BufferedImage picture = SwingFXUtils.fromFXImage(scene.snapshot(null), null);
    Graphics2D pen = picture.createGraphics();
    for (Window window : Window.getWindows()) {
      if (!scene.equals(window.getScene())) {
        window.getScene().setFill(Color.TRANSPARENT);
        window.getScene().snapshot(null);
        pen.drawImage(
            SwingFXUtils.fromFXImage(window.getScene().snapshot(null), null),
            (int) window.getX(),
            (int) window.getY(),
            null);
      }
    }
    pen.dispose();
    try {
      ImageIO.write(picture, "png", file.toFile());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
