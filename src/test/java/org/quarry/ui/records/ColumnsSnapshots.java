package org.quarry.ui.records;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.schema.Column;
import org.quarry.ui.grid.CellRange;
import org.quarry.ui.kit.Pictures;

/** Writes pictures of frozen and formatted columns and of the list of columns to a folder. */
public final class ColumnsSnapshots {
  private ColumnsSnapshots() {}

  /** Runs with the folder as the one argument. */
  public static void main(String[] arguments) {
    Platform.startup(() -> take(new Stage(), Path.of(arguments[0])));
  }

  private static void take(Stage stage, Path folder) {
    Pictures.fonts();
    Path file = folder.resolve("visits.db");
    try {
      if (!Files.exists(file)) {
        SqliteProgram.run(
            file,
            "CREATE TABLE visits(id INTEGER PRIMARY KEY, name TEXT, seen INTEGER, size INTEGER,"
                + " paid INTEGER, share REAL, price REAL, flags INTEGER, born TEXT)",
            "WITH n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 300)"
                + " INSERT INTO visits SELECT i, 'Visitor ' || i, 1700000000 + i * 86461,"
                + " i * i * 4321, iif(i = 5, 7, i % 2), i / 317.0, i * 1234.567, i * 4099,"
                + " date('1950-01-01', i || ' days') || ' 10:20:30' FROM n");
      }
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
    try (Database database = Database.open(file)) {
      for (boolean dark : new boolean[] {false, true}) {
        Pictures.colours(dark);
        RecordsView view = new LoneTab().view(database, "visits");
        RecordsModel model = view.model();
        Scene scene = Pictures.show(stage, view, 760, 480);
        String theme = dark ? "dark" : "light";
        RecordColumns columns = model.columns();
        format(columns, 2, new MomentFormat(MomentFormat.Epoch.UNIX_SECONDS, false));
        format(columns, 3, NumberFormat.BYTES);
        format(columns, 4, WordFormat.YES_NO);
        format(columns, 5, NumberFormat.PERCENT);
        format(columns, 6, NumberFormat.FIXED_2);
        format(columns, 7, NumberFormat.HEXADECIMAL);
        format(columns, 8, WordFormat.DATE_ONLY);
        for (int place = 0; place < columns.count(); place++) {
          view.grid().forgetWidth(place);
        }
        columns.freeze(2);
        model.filters().type(FilterBox.of("name"), "visitor");
        view.grid().select(3, 4);
        Pictures.save(scene, folder.resolve("columns-format-" + theme + ".png"));
        view.grid().scrollToColumn(8);
        view.grid().select(new CellRange(4, 7, 1, 8, false));
        model.filters().type(FilterBox.of("price"), "> 0");
        columns.setShown(columns.at(columns.placeOf("price")), false);
        Pictures.save(scene, folder.resolve("columns-frozen-" + theme + ".png"));
        ((Button) scene.lookup("#columns")).fire();
        Window.getWindows().stream()
            .filter(Popup.class::isInstance)
            .findFirst()
            .ifPresent(
                popup -> {
                  Pictures.save(
                      popup.getScene(), folder.resolve("columns-popup-" + theme + ".png"));
                  popup.hide();
                });
        model.close();
      }
    }
    stage.hide();
    Platform.exit();
  }

  private static void format(RecordColumns columns, int place, ColumnFormat format) {
    Column column = columns.at(place);
    columns.setFormat(column, Optional.of(format));
  }
}
