package org.quarry.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.quarry.ui.kit.Preferences;
import org.quarry.ui.tour.Tour;
import org.quarry.work.Job;
import org.quarry.work.Problem;

/** Runs the tour in a window of its own that keeps nothing of the person's settings. */
final class TourRun {
  private final Path folder;
  private final PrintStream progress;
  private final CompletableFuture<Integer> pictures = new CompletableFuture<>();

  TourRun(Path folder, PrintStream progress) {
    this.folder = folder.toAbsolutePath().normalize();
    this.progress = progress;
  }

  /**
   * Runs it on JavaFX without a display and returns when it has ended.
   *
   * @throws Problem if it could not go on
   */
  void run() {
    Platform.startup(this::begin);
    int number;
    try {
      number = pictures.join();
    } catch (CompletionException failed) {
      throw Job.unwrap(failed);
    }
    progress.println(number + " pictures are in " + folder);
  }

  private void begin() {
    try {
      Directories directories = new Directories(folder.resolve("data"));
      directories.make();
      Preferences preferences = new Preferences();
      preferences.width().set(1000);
      preferences.height().set(700);
      preferences.sideShown().set(false);
      Stage stage = new Stage();
      Desktop desktop = new Desktop(stage, directories, preferences);
      stage.setX(0);
      stage.setY(0);
      stage.show();
      Consumer<String> line = progress::println;
      Tour tour =
          new Tour(
              desktop.background(),
              desktop.scene(),
              desktop.content(),
              desktop.model(),
              folder,
              line);
      var _ =
          desktop
              .jobs()
              .start("Touring", tour::run)
              .end()
              .whenComplete(
                  (number, failure) -> {
                    if (failure == null) {
                      pictures.complete(number);
                    } else {
                      pictures.completeExceptionally(failure);
                    }
                  });
    } catch (RuntimeException failed) {
      pictures.completeExceptionally(failed);
    }
  }
}
