package org.quarry.ui.records;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javax.imageio.ImageIO;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.ui.kit.Pictures;

/** Writes pictures of the Records tab with the inspector, light and dark, to the folder given. */
public final class InspectorSnapshots {
  private InspectorSnapshots() {}

  /** Runs with the folder as the one argument. */
  public static void main(String[] arguments) {
    Platform.startup(() -> take(Path.of(arguments[0])));
  }

  private static Path file(Path folder) {
    Path file = folder.resolve("things.db");
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(file);
      SqliteProgram.run(
          file,
          "CREATE TABLE things(id INTEGER PRIMARY KEY, note TEXT, body BLOB, made_at INTEGER)",
          "INSERT INTO things VALUES (1, 'The quick brown fox jumps over the lazy dog and goes on to"
              + " the next line of this value.' || char(10) || 'A second line.', zeroblob(300000),"
              + " 1609459200), (2, '{\"name\": \"Curie\", \"born\": 1867, \"prizes\": [{\"year\":"
              + " 1903, \"field\": \"physics\"}, {\"year\": 1911, \"field\": \"chemistry\"}],"
              + " \"alive\": false, \"note\": null, \"text\": \"a rather long text that does not fit"
              + " the line\"}', NULL, 1609459200123),"
              + " (3, '<order id=\"7\"><!-- paid --><item sku=\"A1\"><name>Lamp</name><price"
              + " currency=\"EUR\">12.50</price></item><item sku=\"B2\"/></order>', NULL, NULL),"
              + " (4, '{\"a\": 1,' || char(10) || ' \"b\": oops}', NULL, 44197.5),"
              + " (5, NULL, x'ffd8ff0011', NULL), (6, printf('%.*c', 12900000, 'x y '), NULL, 1)");
      try (Connection connection = SqliteProgram.connect(file);
          PreparedStatement update =
              connection.prepareStatement("UPDATE things SET body = ? WHERE id = ?")) {
        update.setBytes(1, png());
        update.setInt(2, 2);
        update.execute();
        byte[] bytes =
            "Quarry reads bytes: \u0001\u0002 žluťoučký kůň, and more."
                .getBytes(StandardCharsets.UTF_8);
        bytes[3] = (byte) 0xff;
        update.setBytes(1, bytes);
        update.setInt(2, 3);
        update.execute();
      }
    } catch (IOException | SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return file;
  }

  private static byte[] png() throws IOException {
    BufferedImage image = new BufferedImage(640, 420, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, 640, 420, Color.BLUE));
    graphics.fillRect(0, 0, 640, 420);
    graphics.setColor(Color.WHITE);
    graphics.fillOval(200, 100, 200, 200);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static void take(Path folder) {
    Pictures.fonts();
    try (Database database = Database.open(file(folder))) {
      for (boolean dark : new boolean[] {false, true}) {
        Pictures.colours(dark);
        for (int width : new int[] {1000, 1600}) {
          LoneTab tab = new LoneTab();
          tab.preferences.sideShown().set(true);
          tab.preferences.width().set(width);
          tab.preferences.sideWidth().set(width == 1600 ? 560 : 280);
          RecordsView view = tab.view(database, "things");
          Scene scene = new Scene(view, width, width == 1600 ? 1000 : 700);
          Pictures.dress(scene);
          modes(scene, view, folder, (dark ? "dark-" : "light-") + width + "-");
          view.close();
        }
      }
    }
    Platform.exit();
  }

  private static void modes(Scene scene, RecordsView view, Path folder, String prefix) {
    Pictures.save(scene, folder.resolve(prefix + "none.png"));
    Object[][] cells = {
      {"text", 0L, 1}, {"json", 1L, 1}, {"xml", 2L, 1}, {"hex", 2L, 2}, {"image", 1L, 2},
      {"dates", 1L, 3}, {"wrong", 3L, 1}, {"null", 4L, 1}, {"broken", 4L, 2}, {"partial", 0L, 2},
      {"large", 5L, 1}
    };
    for (Object[] cell : cells) {
      view.grid().select((long) cell[1], (int) cell[2]);
      Pictures.save(scene, folder.resolve(prefix + cell[0] + ".png"));
    }
    long start = System.nanoTime();
    ((ButtonBase) scene.lookup("#inspector-load-all")).fire();
    Pictures.save(scene, folder.resolve(prefix + "loaded.png"));
    System.out.println("12.9 MB shown in " + (System.nanoTime() - start) / 1_000_000 + " ms");
    view.grid().select(1, 1);
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    ((ButtonBase) scene.lookup("#inspector-folded")).fire();
    Pictures.save(scene, folder.resolve(prefix + "formatted.png"));
    ((ButtonBase) scene.lookup("#inspector-folded")).fire();
    view.grid().select(0, 1);
    ((ButtonBase) scene.lookup("#inspector-edit")).fire();
    Pictures.save(scene, folder.resolve(prefix + "edit.png"));
    ((ButtonBase) scene.lookup("#inspector-discard")).fire();
  }
}
