package org.quarry.ui.records;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javafx.application.Application;
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
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.SchemaReader;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenFiles;
import org.quarry.work.Monitor;

/** Writes pictures of what helps with filters and references, to the folder it is given. */
public final class FilterSnapshots {
  private FilterSnapshots() {}

  /** Runs with the folder as the one argument. */
  public static void main(String[] arguments) {
    Platform.startup(
        () -> {
          try {
            take(new Stage(), Path.of(arguments[0]));
          } catch (IOException | SQLException failed) {
            throw new IllegalStateException(failed);
          } finally {
            Platform.exit();
          }
        });
  }

  private static void take(Stage stage, Path folder) throws IOException, SQLException {
    for (String face : new String[] {"Inter-Regular.otf", "Inter-Bold.otf"}) {
      Font.loadFont(
          RecordsView.class.getResource("/org/quarry/ui/theme/fonts/" + face).toExternalForm(), 13);
    }
    Font.loadFont(
        RecordsView.class
            .getResource("/org/quarry/ui/theme/fonts/JetBrainsMono-Regular.ttf")
            .toExternalForm(),
        13);
    Path file = folder.resolve("shop.db");
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
    try (Database database = Database.open(file)) {
      Schema schema = new SchemaReader(database).read(Monitor.NONE);
      for (boolean dark : new boolean[] {false, true}) {
        Application.setUserAgentStylesheet(
            (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        Background background = Background.onCallingThread();
        RecordsModel model =
            new RecordsModel(
                background,
                OpenFiles.of(background, database),
                schema.table("orders").orElseThrow());
        RecordsView view = new RecordsView(model, new LoneTab().context());
        Scene scene = new Scene(view, 730, 460);
        scene
            .getStylesheets()
            .add(RecordsView.class.getResource("/org/quarry/ui/theme/quarry.css").toExternalForm());
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        stage.requestFocus();
        ((ToggleButton) scene.lookup("#show-filter-bar")).setSelected(true);
        String end = dark ? "-dark.png" : "-light.png";
        save(scene, folder.resolve("empty" + end));
        model.filters().type(FilterBox.of("country"), "in: AUT, NLD");
        model.filters().type(FilterBox.of("amount"), "> 100 | /(/");
        scene.lookup("#filter-amount").requestFocus();
        save(scene, folder.resolve("bubble" + end));
        model.filters().type(FilterBox.of("amount"), "> 100");
        model.filters().type(FilterBox.WHERE, "length(note) > 2 OR note IS NULL");
        scene.lookup("#saved-filters").requestFocus();
        ((Button) scene.lookup("#saved-filters")).fire();
        save(scene, folder.resolve("saved-first" + end));
        SavedFiltersPanel panel = ((SavedFiltersButton) scene.lookup("#saved-filters")).panel();
        ((TextField) panel.lookup("#saved-filter-name")).setText("Large orders abroad");
        ((Button) panel.lookup("#save-filter")).fire();
        ((Button) scene.lookup("#saved-filters")).fire();
        save(scene, folder.resolve("saved" + end));
        ((Button) scene.lookup("#saved-filters")).fire();
        TextField where = (TextField) scene.lookup("#filter-where");
        where.requestFocus();
        where.setText("country = ");
        where.end();
        where.fireEvent(
            new KeyEvent(KeyEvent.KEY_PRESSED, " ", "", KeyCode.SPACE, false, true, false, false));
        save(scene, folder.resolve("where" + end));
        where.setText("amount > 50 AND no");
        where.end();
        where.fireEvent(
            new KeyEvent(KeyEvent.KEY_PRESSED, " ", "", KeyCode.SPACE, false, true, false, false));
        save(scene, folder.resolve("where-names" + end));
        where.setText("");
        model.filters().clear();
        view.grid().requestFocus();
        view.grid().select(2, 1);
        ContextMenu menu = new ContextMenu();
        menu.getItems().addAll(view.cellItems());
        menu.show(view.grid(), 120, 200);
        save(scene, folder.resolve("menu" + end));
        menu.hide();
        view.close();
      }
    }
    stage.hide();
  }

  private static void save(Scene scene, Path file) {
    for (Window window : Window.getWindows()) {
      window.getScene().getRoot().applyCss();
      window.getScene().getRoot().layout();
    }
    scene.snapshot(null);
    BufferedImage picture = SwingFXUtils.fromFXImage(scene.snapshot(null), null);
    Graphics2D pen = picture.createGraphics();
    for (Window window : Window.getWindows()) {
      if (window.getScene() != scene) {
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
