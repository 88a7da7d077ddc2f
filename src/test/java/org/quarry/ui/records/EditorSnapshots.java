package org.quarry.ui.records;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.quarry.database.Database;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.RowKey;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.kit.Pictures;

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
    Pictures.fonts();
    try (Database database = Database.open(file)) {
      for (boolean dark : new boolean[] {false, true}) {
        Pictures.colours(dark);
        RecordsView view = new LoneTab().view(database, "person");
        RecordsModel model = view.model();
        Scene scene = Pictures.show(stage, view, 1000, 520);
        String end = dark ? "-dark.png" : "-light.png";
        DataGrid grid = view.grid();
        Pictures.draw(scene);
        edit(scene, grid, People.CITY, folder.resolve("foreign" + end));
        edit(scene, grid, People.STATE, folder.resolve("list" + end));
        edit(scene, grid, People.MEMBER, folder.resolve("flag" + end));
        grid.edit(0, People.SEEN);
        Pictures.draw(scene);
        ((Button) view.lookup(".grid-calendar-button")).fire();
        Pictures.save(scene, folder.resolve("moment" + end));
        grid.cancelEdit();
        grid.edit(0, People.BORN);
        Pictures.draw(scene);
        ((Button) view.lookup(".grid-calendar-button")).fire();
        Pictures.save(scene, folder.resolve("day" + end));
        grid.cancelEdit();
        grid.select(1, People.AGE);
        type(grid, "12x");
        Pictures.save(scene, folder.resolve("number" + end));
        grid.cancelEdit();
        set(model, 1, "age", -5L);
        set(model, 2, "email", "a@x");
        set(model, 3, "note", "changed");
        grid.select(0, People.AGE);
        Pictures.save(scene, folder.resolve("refused" + end));
        model.journal().revert();
        model.close();
      }
    }
    stage.hide();
    Platform.exit();
  }

  private static void edit(Scene scene, DataGrid grid, int column, Path file) {
    grid.edit(0, column);
    Pictures.save(scene, file);
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
}
