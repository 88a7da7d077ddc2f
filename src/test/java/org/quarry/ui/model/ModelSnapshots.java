package org.quarry.ui.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.quarry.sample.Sample;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.Preferences;
import org.quarry.ui.theme.Theme;
import org.quarry.work.Monitor;

/**
 * Writes pictures of the Model screen, light and dark, small and large, to the folder it is given.
 */
public final class ModelSnapshots {
  private final Path folder;
  private final Stage stage;
  private final Preferences preferences = new Preferences();
  private final Theme theme;

  private ModelSnapshots(Path folder, Stage stage) {
    this.folder = folder;
    this.stage = stage;
    theme = new Theme(preferences);
  }

  /** Runs with the folder as the one argument. */
  public static void main(String[] arguments) {
    Platform.startup(() -> new ModelSnapshots(Path.of(arguments[0]), new Stage()).take());
  }

  private void take() {
    Path file = folder.resolve("sample.db");
    try {
      Files.deleteIfExists(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Sample.create(file, Monitor.NONE);
    OpenDatabase open = Screens.open(Background.onCallingThread(), file);
    for (Preferences.Colours colours :
        new Preferences.Colours[] {Preferences.Colours.LIGHT, Preferences.Colours.DARK}) {
      preferences.colours().set(colours);
      take(open, 740, 590, colours + "-small");
      take(open, 1340, 890, colours + "-large");
    }
    open.database().close();
    stage.hide();
    Platform.exit();
  }

  private void take(OpenDatabase open, double width, double height, String name) {
    ModelModel model = new ModelModel(Background.onCallingThread(), open, Screens.training());
    Scene scene = new Scene(new ModelView(model), width, height);
    theme.dress(scene);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
    save(scene, "1-data-" + name);
    model.step().set(Step.CHECK);
    model.check().folds().typed().set("one");
    save(scene, "2-wrong-" + name);
    model.check().folds().typed().set("3");
    save(scene, "2-check-" + name);
    model.train().run();
    save(scene, "4-use-" + name);
    model.step().set(Step.SEARCH);
    save(scene, "3-search-" + name);
    model.step().set(Step.USE);
    model.fill().run();
    model.saveModel().run();
    save(scene, "5-used-" + name);
    model.close();
  }

  private void save(Scene scene, String name) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    scene.snapshot(null);
    WritableImage image = scene.snapshot(null);
    try {
      ImageIO.write(
          SwingFXUtils.fromFXImage(image, null), "png", folder.resolve(name + ".png").toFile());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
