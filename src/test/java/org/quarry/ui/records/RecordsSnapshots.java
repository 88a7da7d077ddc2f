package org.quarry.ui.records;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.quarry.database.Database;
import org.quarry.sample.Sample;
import org.quarry.ui.grid.ColumnSort;
import org.quarry.ui.grid.SortRequest;
import org.quarry.ui.kit.Pictures;
import org.quarry.work.Monitor;

/** Writes pictures of the Records tab with filters, light and dark, to the folder it is given. */
public final class RecordsSnapshots {
  private RecordsSnapshots() {}

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
      for (boolean dark : new boolean[] {false, true}) {
        Pictures.colours(dark);
        RecordsView view = new LoneTab().view(database, "predictions");
        RecordsModel model = view.model();
        Scene scene = Pictures.show(stage, view, dark ? 740 : 960, 480);
        String theme = dark ? "dark" : "light";
        model.filters().type(FilterBox.of("country"), "in: AUT, NLD");
        model.filters().type(FilterBox.of("timestamp"), "2021..2022");
        model.filters().type(FilterBox.of("mean_area"), "> 400 | /(/");
        new SortOrders(model).take(new SortRequest(1, ColumnSort.ASCENDING, false));
        new SortOrders(model).take(new SortRequest(4, ColumnSort.DESCENDING, true));
        Pictures.save(scene, folder.resolve("filters-" + theme + ".png"));
        model.filters().type(FilterBox.of("mean_area"), "> 99999");
        Pictures.save(scene, folder.resolve("filters-none-" + theme + ".png"));
        model.close();
      }
    }
    stage.hide();
    Platform.exit();
  }
}
