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
        PredictModel[] model = new PredictModel[1];
        on(
            () -> {
              model[0] =
                  new PredictModel(
                      background,
                      open[0],
                      training,
                      open[0].schema().get().table("breast_cancer").orElseThrow(),
                      "target");
              Scene scene = new Scene(new PredictView(model[0]), size[0], size[1]);
              theme[0].dress(scene);
              stage[0].setScene(scene);
              stage[0].setX(0);
              stage[0].setY(0);
              stage[0].show();
            });
        String name = "-" + colours + "-" + size[0] + ".png";
        save(stage[0], folder.resolve("1-choices" + name));
        on(
            () -> {
              model[0]
                  .features()
                  .retainAll(List.of("mean_concavity", "worst_area", "mean_area", "country"));
              model[0].predict().run();
            });
        save(stage[0], folder.resolve("2-preview" + name));
        on(
            () -> {
              model[0].beside().set(true);
              model[0].predict().run();
              model[0].stagePredictions().run();
            });
        save(stage[0], folder.resolve("3-staged" + name));
        on(
            () ->
                ((ScrollPane) stage[0].getScene().lookup(".predict-choices .scroll-pane"))
                    .setVvalue(1));
        save(stage[0], folder.resolve("4-columns" + name));
        on(
            () -> {
              model[0].close();
              open[0].journal().revert();
            });
      }
    }
    open[0].database().close();
    Platform.exit();
  }

  private static void on(Runnable action) throws Exception {
    FutureTask<Boolean> task = new FutureTask<>(action, true);
    Platform.runLater(task);
    task.get();
    Thread.sleep(150);
  }

  private static void save(Stage stage, Path to) throws Exception {
    WritableImage[] image = new WritableImage[1];
    on(() -> image[0] = stage.getScene().snapshot(null));
    ImageIO.write(SwingFXUtils.fromFXImage(image[0], null), "png", to.toFile());
  }
}
