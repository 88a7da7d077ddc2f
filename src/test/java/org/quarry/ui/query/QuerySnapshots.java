package org.quarry.ui.query;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.quarry.database.Database;
import org.quarry.learning.model.ModelStore;
import org.quarry.learning.model.TrainedModels;
import org.quarry.sample.Sample;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.FilePicker;
import org.quarry.ui.kit.Pictures;
import org.quarry.work.Monitor;

/** Writes pictures of the Query screen, light and dark, to the folder it is given. */
public final class QuerySnapshots {
  private static final String SCRIPT =
      """
      -- Where do the largest measurements come from?
      SELECT country, count(*) AS n, round(avg(mean_area), 1) AS "mean area",
             max(worst_area) AS largest, predicted_class
      FROM predictions
      WHERE country <> 'XXX' AND mean_area > :least /* square
         micrometres */
      GROUP BY country
      ORDER BY n DESC;

      SELECT * FROM predictions LIMIT 50;
      """;

  private QuerySnapshots() {}

  /** Runs with the folder as the one argument. */
  public static void main(String[] arguments) {
    Platform.startup(() -> take(new Stage(), Path.of(arguments[0])));
  }

  private static void take(Stage stage, Path folder) {
    Pictures.fonts();
    Path file = folder.resolve("sample.db");
    if (!Files.exists(file)) {
      Sample.create(file, Monitor.NONE);
    }
    try (Database database = Database.open(file)) {
      keepModel(database);
      for (boolean dark : new boolean[] {false, true}) {
        String theme = dark ? "dark" : "light";
        Pictures.colours(dark);
        QueryModel model = new QueryModel(Background.onCallingThread(), database, () -> {});
        Scene scene = Pictures.show(stage, new QueryView(model, new NoPicker()), 740, 560);
        Pictures.save(scene, folder.resolve("query-empty-" + theme + ".png"));
        model.text().set(SCRIPT);
        model.parameters().getFirst().typed().set("100");
        model.caret().set(SCRIPT.indexOf("FROM"));
        model.anchor().set(SCRIPT.indexOf("FROM"));
        model.command("run-all").run();
        Pictures.save(scene, folder.resolve("query-rows-" + theme + ".png"));
        model.text().set("BEGIN;\nSELECT nope, country\nFROM predictions;");
        model.caret().set(12);
        model.anchor().set(12);
        model.command("run-all").run();
        Pictures.save(scene, folder.resolve("query-error-" + theme + ".png"));
        model.command("roll-back").run();
        hint(scene, model, "SELECT predict(", folder.resolve("query-hint-" + theme + ".png"));
        hint(
            scene,
            model,
            "SELECT predict('tumours', mean_concavity, ",
            folder.resolve("query-signature-" + theme + ".png"));
        model.text().set("");
        model.command("frequencies").run();
        Pictures.save(scene, folder.resolve("query-frequencies-" + theme + ".png"));
        model.text().set("SELECT id || ' of the patients', mean_area - 700 FROM breast_cancer");
        model.command("run-all").run();
        model.sheet().get().charted().set(true);
        Pictures.save(scene, folder.resolve("query-many-" + theme + ".png"));
      }
    }
    stage.hide();
    Platform.exit();
  }

  private static void keepModel(Database database) {
    try {
      for (String name : List.of("tumours", "another")) {
        new ModelStore(database).save(TrainedModels.tumours(name), true, Monitor.NONE);
      }
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The popup alone, which is a window of its own. */
  private static void hint(Scene scene, QueryModel model, String text, Path file) {
    CodeArea editor = (CodeArea) scene.lookup("#sql-editor");
    model.text().set(text);
    model.anchor().set(text.length());
    model.caret().set(text.length());
    editor.requestFocus();
    Pictures.draw(scene);
    model.hints().look(text, text.length());
    Window.getWindows().stream()
        .filter(each -> each instanceof Popup && each.isShowing())
        .findFirst()
        .ifPresent(popup -> Pictures.save(popup.getScene(), file));
    model.hints().dismiss();
  }

  private static final class NoPicker implements FilePicker {
    @Override
    public Optional<Path> open(String title, Kind kind) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String title, String name, Kind kind) {
      return Optional.empty();
    }
  }
}
