package org.quarry.ui.records;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.quarry.database.Database;
import org.quarry.database.schema.SchemaReader;
import org.quarry.sample.Sample;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.Command;
import org.quarry.ui.kit.OpenFiles;
import org.quarry.work.Monitor;

/** Writes pictures of the Records tab while text is found, light and dark, to a folder. */
public final class FindSnapshots {
  private FindSnapshots() {}

  /** Runs with the folder as the one argument. */
  public static void main(String[] arguments) {
    Platform.startup(
        () -> {
          try {
            take(new Stage(), Path.of(arguments[0]));
          } finally {
            Platform.exit();
          }
        });
  }

  private static void take(Stage stage, Path folder) {
    for (String face : new String[] {"Inter-Regular.otf", "Inter-Bold.otf"}) {
      Font.loadFont(
          RecordsView.class.getResource("/org/quarry/ui/theme/fonts/" + face).toExternalForm(), 13);
    }
    Path file = folder.resolve("sample.db");
    if (!Files.exists(file)) {
      Sample.create(file, Monitor.NONE);
    }
    try (Database database = Database.open(file)) {
      Background background = Background.onCallingThread();
      for (boolean dark : new boolean[] {false, true}) {
        Application.setUserAgentStylesheet(
            (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        RecordsModel model =
            new RecordsModel(
                background,
                OpenFiles.of(background, database),
                new SchemaReader(database).read(Monitor.NONE).table("predictions").orElseThrow());
        RecordsView view = new RecordsView(model, new LoneTab().context());
        Scene scene = new Scene(view, 1000, 700);
        scene
            .getStylesheets()
            .add(RecordsView.class.getResource("/org/quarry/ui/theme/quarry.css").toExternalForm());
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        String theme = dark ? "dark" : "light";
        save(scene, folder.resolve("plain-" + theme + ".png"));
        view.grid().select(3, 1);
        run(view, "replace");
        text(scene, "#find-text").setText("aut");
        text(scene, "#replace-text").setText("AT");
        save(scene, folder.resolve("find-" + theme + ".png"));
        run(view, "find-next");
        ((ToggleButton) scene.lookup("#find-regex")).fire();
        text(scene, "#find-text").setText("^(\\d+");
        save(scene, folder.resolve("find-wrong-" + theme + ".png"));
        text(scene, "#find-text").setText("^(\\d+)\\.0");
        save(scene, folder.resolve("find-regex-" + theme + ".png"));
        model.close();
      }
    }
    stage.hide();
  }

  private static void run(RecordsView view, String id) {
    view.commands().stream().filter(command -> command.id().equals(id)).forEach(Command::run);
  }

  private static TextField text(Scene scene, String id) {
    return (TextField) scene.lookup(id);
  }

  private static void save(Scene scene, Path file) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    scene.snapshot(null);
    try {
      ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file.toFile());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
