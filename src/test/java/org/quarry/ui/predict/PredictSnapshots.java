package org.quarry.ui.predict;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.learning.WekaHome;
import org.quarry.learning.Workers;
import org.quarry.learning.training.Training;
import org.quarry.sample.Sample;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.OpenFiles;
import org.quarry.ui.kit.Preferences;
import org.quarry.ui.theme.Theme;
import org.quarry.work.Monitor;

/** Writes pictures of the screen that predicts a column, light and dark, to the folder given. */
public final class PredictSnapshots {
  private PredictSnapshots() {}

  /** Runs with the folder as the one argument. */
  public static void main(String[] arguments) throws Exception {
    Platform.startup(() -> {});
    Path folder = Path.of(arguments[0]);
    Files.createDirectories(folder);
    Path file = folder.resolve("predict.db");
    Files.deleteIfExists(file);
    Sample.create(file, Monitor.NONE);
    SqliteProgram.run(
        file,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, ' NOT NULL', '')",
        "PRAGMA writable_schema = RESET",
        "UPDATE breast_cancer SET target = NULL WHERE id % 5 = 0",
        "ALTER TABLE breast_cancer ADD COLUMN country TEXT",
        "UPDATE breast_cancer SET country = CASE id % 4 WHEN 0 THEN 'AUT' WHEN 1 THEN 'NLD' WHEN 2"
            + " THEN 'CZE' END",
        "UPDATE breast_cancer SET country = 'FRA' WHERE target IS NULL AND id % 3 = 0",
        "CREATE TABLE many (id INTEGER PRIMARY KEY, x REAL, y TEXT)",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)"
            + " INSERT INTO many SELECT i, i % 1000 / 10.0, CASE WHEN i % 7 < 5 THEN 'a' ELSE 'b'"
            + " END FROM n",
        "ALTER TABLE breast_cancer ADD COLUMN seen TEXT",
        "UPDATE breast_cancer SET seen = date('2020-01-01', rowid || ' days')",
        "ALTER TABLE breast_cancer ADD COLUMN same REAL DEFAULT 1");
    Background background = Background.onCallingThread();
    Training training =
        new Training(
            WekaHome.at(folder.resolve("weka")),
            Workers.onCallingThread(),
            InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z")));
    Preferences preferences = new Preferences();
    Theme[] theme = new Theme[1];
    Stage[] stage = new Stage[1];
    OpenDatabase[] open = new OpenDatabase[1];
    on(
        () -> {
          theme[0] = new Theme(preferences);
          stage[0] = new Stage();
          open[0] = OpenFiles.of(background, Database.open(file));
        });
    for (Preferences.Colours colours :
        new Preferences.Colours[] {Preferences.Colours.LIGHT, Preferences.Colours.DARK}) {
      on(() -> preferences.colours().set(colours));
      for (int[] size : new int[][] {{1000, 700}, {1600, 1000}}) {
        Picture picture =
            new Picture(
                theme[0], stage[0], folder, "-" + colours + "-" + size[0], size[0], size[1]);
        PredictModel[] model = new PredictModel[1];
        on(() -> model[0] = model(background, open[0], training, "breast_cancer", "target"));
        picture.save(model[0], "1-choices", 0);
        on(
            () -> {
              model[0]
                  .features()
                  .retainAll(List.of("mean_concavity", "worst_area", "mean_area", "country"));
              model[0].predict().run();
            });
        picture.save(model[0], "2-preview", 0);
        on(
            () -> {
              model[0].beside().set(true);
              model[0].predict().run();
              model[0].stagePredictions().run();
            });
        picture.save(model[0], "3-staged", 0);
        picture.save(model[0], "4-columns", 1);
        on(
            () -> {
              model[0].close();
              open[0].journal().revert();
              model[0] = model(background, open[0], training, "many", "y");
            });
        picture.save(model[0], "5-sample", 0);
        on(model[0]::close);
      }
    }
    open[0].database().close();
    Platform.exit();
  }

  private static PredictModel model(
      Background background, OpenDatabase open, Training training, String table, String column) {
    return new PredictModel(
        background, open, training, open.schema().get().table(table).orElseThrow(), column);
  }

  /** How a screen is shown; no stage can be larger than the screen of a program without one. */
  private record Picture(
      Theme theme, Stage stage, Path folder, String name, int width, int height) {
    void save(PredictModel model, String title, double scrolled) throws Exception {
      Scene[] scene = new Scene[1];
      on(
          () -> {
            scene[0] = new Scene(new PredictView(model), width, height);
            theme.dress(scene[0]);
            if (width <= 1000) {
              stage.setScene(scene[0]);
              stage.setX(0);
              stage.setY(0);
              stage.show();
            }
          });
      on(
          () ->
              ((ScrollPane) scene[0].getRoot().lookup(".predict-choices .scroll-pane"))
                  .setVvalue(scrolled));
      WritableImage[] image = new WritableImage[1];
      on(() -> image[0] = scene[0].snapshot(null));
      ImageIO.write(
          SwingFXUtils.fromFXImage(image[0], null),
          "png",
          folder.resolve(title + name + ".png").toFile());
    }
  }

  private static void on(Runnable action) throws Exception {
    FutureTask<Boolean> task = new FutureTask<>(action, true);
    Platform.runLater(task);
    task.get();
    Thread.sleep(150);
  }
}
