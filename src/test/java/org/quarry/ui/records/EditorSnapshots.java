package org.quarry.ui.records;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.quarry.database.Database;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.RowKey;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.SchemaReader;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenFiles;
import org.quarry.work.Monitor;

/** Writes pictures of every editor, open, light and dark, to the folder it is given. */
public final class EditorSnapshots {
  private EditorSnapshots() {}

  /** Runs with the folder as the one argument. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Files.deleteIfExists(folder.resolve("people.db"));
    Path file = People.create(folder.resolve("people.db"));
    Platform.startup(() -> take(new Stage(), folder, file));
  }

  private static void take(Stage stage, Path folder, Path file) {
    for (String face : new String[] {"Inter-Regular.otf", "Inter-Bold.otf"}) {
      Font.loadFont(
          RecordsView.class.getResource("/org/quarry/ui/theme/fonts/" + face).toExternalForm(), 13);
    }
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
                schema.table("person").orElseThrow());
        RecordsView view = new RecordsView(model, new LoneTab().context());
        Scene scene = new Scene(view, 1000, 520);
        scene
            .getStylesheets()
            .add(RecordsView.class.getResource("/org/quarry/ui/theme/quarry.css").toExternalForm());
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        String end = dark ? "-dark.png" : "-light.png";
        DataGrid grid = view.grid();
        draw(scene);
        edit(scene, grid, People.CITY, folder.resolve("foreign" + end));
        edit(scene, grid, People.STATE, folder.resolve("list" + end));
        edit(scene, grid, People.MEMBER, folder.resolve("flag" + end));
        grid.edit(0, People.SEEN);
        draw(scene);
        ((Button) view.lookup(".grid-calendar-button")).fire();
        save(scene, folder.resolve("moment" + end));
        grid.cancelEdit();
        grid.edit(0, People.BORN);
        draw(scene);
        ((Button) view.lookup(".grid-calendar-button")).fire();
        save(scene, folder.resolve("day" + end));
        grid.cancelEdit();
        grid.select(1, People.AGE);
        type(grid, "12x");
        save(scene, folder.resolve("number" + end));
        grid.cancelEdit();
        set(model, 1, "age", -5L);
        set(model, 2, "email", "a@x");
        set(model, 3, "note", "changed");
        grid.select(0, People.AGE);
        save(scene, folder.resolve("refused" + end));
        model.journal().revert();
        model.close();
      }
    }
    stage.hide();
    Platform.exit();
  }

  private static void edit(Scene scene, DataGrid grid, int column, Path file) {
    grid.edit(0, column);
    save(scene, file);
    grid.cancelEdit();
  }

  private static void type(DataGrid grid, String text) {
    grid.requestFocus();
    for (int at = 0; at < text.length(); at++) {
      grid.getScene()
          .getFocusOwner()
          .fireEvent(
              new KeyEvent(
                  KeyEvent.KEY_TYPED,
                  text.substring(at, at + 1),
                  "",
                  KeyCode.UNDEFINED,
                  false,
                  false,
                  false,
                  false));
    }
  }

  private static void set(RecordsModel model, long row, String column, Object value) {
    model
        .journal()
        .set("person", List.of(new CellEdit(new RowKey.Rowid(row), column, false, null, value)));
  }

  private static void draw(Scene scene) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    scene.snapshot(null);
  }

  private static void save(Scene scene, Path file) {
    draw(scene);
    draw(scene);
    try {
      ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file.toFile());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
