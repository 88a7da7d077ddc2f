package org.quarry.ui.tour;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import org.quarry.ui.kit.PngFile;
import org.quarry.ui.kit.Preferences;
import org.quarry.ui.kit.Preferences.Colours;

/** Keeps pictures of the window, each in light and in dark, numbered in their order. */
final class Pictures {
  private final Stagehand stagehand;
  private final Scene scene;
  private final Preferences preferences;
  private final Path folder;
  private int taken;

  Pictures(Stagehand stagehand, Scene scene, Preferences preferences, Path folder) {
    this.stagehand = stagehand;
    this.scene = scene;
    this.preferences = preferences;
    this.folder = folder;
  }

  /** Takes a picture in both colours and says what it is called. */
  String take(String name) {
    taken++;
    for (Colours colours : List.of(Colours.DARK, Colours.LIGHT)) {
      stagehand.act(() -> preferences.colours().set(colours));
      stagehand.frames(3);
      BufferedImage picture =
          stagehand.ask(() -> SwingFXUtils.fromFXImage(scene.snapshot(null), null));
      write(picture, file(name, colours));
    }
    return file(name, Colours.LIGHT).getFileName().toString();
  }

  /** How many files were written. */
  int number() {
    return 2 * taken;
  }

  private Path file(String name, Colours colours) {
    return folder.resolve(
        String.format(
            Locale.ROOT, "%02d-%s-%s.png", taken, name, colours.name().toLowerCase(Locale.ROOT)));
  }

  private static void write(BufferedImage picture, Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      PngFile.write(picture, file);
    } catch (IOException failed) {
      throw new TourProblem(
          "The picture " + file + " could not be written.", failed.getMessage() + ".", failed);
    }
  }
}
