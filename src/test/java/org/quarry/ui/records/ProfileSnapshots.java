package org.quarry.ui.records;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.ui.grid.CellRange;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.OpenFiles;
import org.quarry.ui.kit.Pictures;

/** Writes pictures of the profile beside the rows and of the list of values, light and dark. */
public final class ProfileSnapshots {
  private ProfileSnapshots() {}

  /** Runs with the folder as the one argument. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Files.createDirectories(folder);
    Path file = folder.resolve("profile.db");
    Files.deleteIfExists(file);
    SqliteProgram.predictions(file, 2000);
    SqliteProgram.run(
        file,
        "ALTER TABLE predictions ADD COLUMN note TEXT",
        "ALTER TABLE predictions ADD COLUMN blank TEXT",
        "UPDATE predictions SET worst_area = 400 + (abs(random()) % 600 + abs(random()) % 600"
            + " + abs(random()) % 600) / 3.0",
        "UPDATE predictions SET note = CASE person_id % 9 WHEN 0 THEN NULL WHEN 1 THEN ''"
            + " WHEN 2 THEN 'a rather long remark that does not fit into the panel at all'"
            + " WHEN 3 THEN 'seen twice' WHEN 4 THEN 'seen twice' ELSE 'short' END",
        "CREATE TABLE big(id INTEGER PRIMARY KEY, n INTEGER)",
        "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 3200000)"
            + " INSERT INTO big SELECT i, abs(random()) % 1000 FROM c");
    Platform.startup(
        () -> {
          try {
            take(new Stage(), folder, file);
          } catch (Exception failed) {
            throw new IllegalStateException(failed);
          } finally {
            Platform.exit();
          }
        });
  }

  private static void take(Stage stage, Path folder, Path file) throws Exception {
    Pictures.fonts();
    Background background = Background.onCallingThread();
    try (Database database = Database.open(file)) {
      OpenDatabase open = OpenFiles.of(background, database);
      for (boolean dark : new boolean[] {false, true}) {
        Pictures.colours(dark);
        String theme = dark ? "-dark" : "-light";
        for (String column : new String[] {"country", "worst_area", "note", "blank", "timestamp"}) {
          RecordsView view = view(background, open, "predictions");
          shoot(stage, view, column, folder.resolve(column + theme + ".png"));
        }
        RecordsView big = view(background, open, "big");
        shoot(stage, big, "n", folder.resolve("sample" + theme + ".png"));
        RecordsModel model =
            new RecordsModel(
                background, open, open.schema().get().table("predictions").orElseThrow());
        ValuesModel values = new ValuesModel(model, model.table().column("note").orElseThrow());
        values.choose(values.values().getFirst(), false);
        ValuesPopup popup = new ValuesPopup(values);
        StackPane pane = new StackPane(popup.getContent().getFirst());
        pane.getStyleClass().add("root");
        show(stage, new Scene(pane, 340, 420));
        Pictures.save(stage.getScene(), folder.resolve("values" + theme + ".png"));
      }
    }
    stage.hide();
  }

  private static RecordsView view(Background background, OpenDatabase open, String table) {
    LoneTab tab = new LoneTab();
    tab.sideShown = true;
    return new RecordsView(
        new RecordsModel(background, open, open.schema().get().table(table).orElseThrow()),
        tab.context());
  }

  private static void show(Stage stage, Scene scene) {
    scene
        .getStylesheets()
        .add(RecordsView.class.getResource("/org/quarry/ui/theme/quarry.css").toExternalForm());
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  private static void shoot(Stage stage, RecordsView view, String column, Path file)
      throws Exception {
    show(stage, new Scene(view, 940, 640));
    int at = view.model().columns().placeOf(column);
    view.grid().select(new CellRange(0, 9, at, at, false));
    view.commands().stream()
        .filter(command -> command.id().equals("column-profile"))
        .forEach(command -> command.run());
    view.grid().select(new CellRange(0, 9, Math.max(0, at - 1), at, false));
    if (column.equals("country")) {
      view.model().filters().type(FilterBox.of("country"), "in: AUT, CZE");
    }
    Pictures.save(stage.getScene(), file);
    view.close();
  }
}
