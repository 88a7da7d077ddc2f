package org.quarry.ui.records;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.quarry.database.Database;
import org.quarry.sample.Sample;
import org.quarry.ui.kit.Command;
import org.quarry.ui.kit.Pictures;
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
    Pictures.fonts();
    Path file = folder.resolve("sample.db");
    if (!Files.exists(file)) {
      Sample.create(file, Monitor.NONE);
    }
    try (Database database = Database.open(file)) {
      for (boolean dark : new boolean[] {false, true}) {
        Pictures.colours(dark);
        RecordsView view = new LoneTab().view(database, "predictions");
        RecordsModel model = view.model();
        Scene scene = Pictures.show(stage, view, 1000, 700);
        String theme = dark ? "dark" : "light";
        Pictures.save(scene, folder.resolve("plain-" + theme + ".png"));
        view.grid().select(3, 1);
        run(view, "replace");
        text(scene, "#find-text").setText("aut");
        text(scene, "#replace-text").setText("AT");
        Pictures.save(scene, folder.resolve("find-" + theme + ".png"));
        run(view, "find-next");
        ((ToggleButton) scene.lookup("#find-regex")).fire();
        text(scene, "#find-text").setText("^(\\d+");
        Pictures.save(scene, folder.resolve("find-wrong-" + theme + ".png"));
        text(scene, "#find-text").setText("^(\\d+)\\.0");
        Pictures.save(scene, folder.resolve("find-regex-" + theme + ".png"));
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
}
