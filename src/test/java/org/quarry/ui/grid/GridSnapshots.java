package org.quarry.ui.grid;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/**
 * Writes a picture of a grid with every kind of cell, light and dark, to the folder it is given.
 */
public final class GridSnapshots {
  private GridSnapshots() {}

  /** Runs with the folder as the one argument. */
  public static void main(String[] arguments) {
    Platform.startup(() -> take(new Stage(), arguments[0]));
  }

  private static void take(Stage stage, String folder) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    NumberedSource source = new NumberedSource(100_000_000, 9);
    for (int row = 0; row < 40; row++) {
      source.put(row, 2, GridCell.number(row * 1.375 + ""));
      source.put(row, 6, GridCell.blob(12_600));
    }
    source.put(1, 1, GridCell.NULL);
    source.put(2, 1, GridCell.text(""));
    source.put(
        3, 1, GridCell.text("two\nlines and more that will never fit into the column at all"));
    source.put(4, 3, GridCell.text("changed").withStaged(true));
    source.put(4, 5, GridCell.NULL.withStaged(true));
    source.states.put(4L, RowState.CHANGED);
    source.put(6, 1, GridCell.DEFAULT);
    source.states.put(6L, RowState.NEW);
    source.states.put(7L, RowState.DELETED);
    source.put(9, 1, GridCell.LOADING);
    source.firstSort = ColumnSort.DESCENDING;
    DataGrid grid = new DataGrid();
    grid.setEditing(new RecordedEditing(source));
    grid.setSource(source);
    Scene scene = new Scene(grid, 900, 500);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
    grid.requestFocus();
    for (boolean dark : new boolean[] {false, true}) {
      Application.setUserAgentStylesheet(
          dark
              ? new PrimerDark().getUserAgentStylesheet()
              : new PrimerLight().getUserAgentStylesheet());
      grid.select(3, 2);
      grid.move(2, 2, true);
      save(scene, Path.of(folder, dark ? "grid-dark.png" : "grid-light.png"));
      grid.edit(1, 1);
      save(scene, Path.of(folder, dark ? "edit-dark.png" : "edit-light.png"));
      grid.cancelEdit();
      grid.edit(2, 3);
      save(scene, Path.of(folder, dark ? "refused-dark.png" : "refused-light.png"));
      grid.scrollTo(99_999_990);
      grid.selectRows(99_999_985, 99_999_987);
      save(scene, Path.of(folder, dark ? "end-dark.png" : "end-light.png"));
      grid.scrollTo(0);
    }
    stage.hide();
  }

  private static void save(Scene scene, Path file) {
    WritableImage image = scene.snapshot(null);
    try {
      ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
