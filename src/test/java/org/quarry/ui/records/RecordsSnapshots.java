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
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.quarry.database.Database;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.SchemaReader;
import org.quarry.sample.Sample;
import org.quarry.ui.grid.ColumnSort;
import org.quarry.ui.grid.SortRequest;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenFiles;
import org.quarry.work.Monitor;

/** Writes pictures of the Records tab with filters, light and dark, to the folder it is given. */
public final class RecordsSnapshots {
  private RecordsSnapshots() {}

  /** Runs with the folder as the one argument. */
  public static void main(String[] arguments) {
    Platform.startup(() -> take(new Stage(), Path.of(arguments[0])));
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
      Schema schema = new SchemaReader(database).read(Monitor.NONE);
      for (boolean dark : new boolean[] {false, true}) {
        Application.setUserAgentStylesheet(
            (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        Background background = Background.onCallingThread();
        RecordsModel model =
            new RecordsModel(
                background,
                OpenFiles.of(background, database),
                schema.table("predictions").orElseThrow());
        RecordsView view = new RecordsView(model, new LoneTab().context());
        Scene scene = new Scene(view, dark ? 740 : 960, 480);
        scene
            .getStylesheets()
            .add(RecordsView.class.getResource("/org/quarry/ui/theme/quarry.css").toExternalForm());
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        String theme = dark ? "dark" : "light";
        model.filters().type(FilterBox.of("country"), "in: AUT, NLD");
        model.filters().type(FilterBox.of("timestamp"), "2021..2022");
        model.filters().type(FilterBox.of("mean_area"), "> 400 | /(/");
        new SortOrders(model).take(new SortRequest(1, ColumnSort.ASCENDING, false));
        new SortOrders(model).take(new SortRequest(4, ColumnSort.DESCENDING, true));
        save(scene, folder.resolve("filters-" + theme + ".png"));
        model.filters().type(FilterBox.of("mean_area"), "> 99999");
        save(scene, folder.resolve("filters-none-" + theme + ".png"));
        model.close();
      }
    }
    stage.hide();
    Platform.exit();
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
