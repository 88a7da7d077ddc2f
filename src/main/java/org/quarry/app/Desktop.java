package org.quarry.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.quarry.database.journal.Journals;
import org.quarry.learning.WekaHome;
import org.quarry.learning.training.KeptSearches;
import org.quarry.learning.training.Training;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.DialogQuestions;
import org.quarry.ui.kit.Preferences;
import org.quarry.ui.kit.SystemFilePicker;
import org.quarry.ui.theme.Theme;
import org.quarry.ui.window.MainWindow;
import org.quarry.ui.window.WindowModel;
import org.quarry.work.Jobs;

/** The window's objects, built once in the order of their needs. For the UI thread. */
final class Desktop implements AutoCloseable {
  private final ThreadedJobs jobs = new ThreadedJobs();
  private final Background background = Background.of(jobs);
  private final FitThreads fits = new FitThreads();
  private final JournalThread journal = new JournalThread();
  private final PulseThread pulse = new PulseThread();
  private final Stage stage;
  private final Theme theme;
  private final Scene scene;
  private final WindowModel model;
  private final MainWindow content;

  /** Builds the window into {@code stage}, which is not shown yet. */
  Desktop(Stage stage, Directories directories, Preferences preferences) {
    this.stage = stage;
    theme = new Theme(preferences);
    model =
        new WindowModel(
            background,
            preferences,
            directories.sample(),
            new DialogQuestions(() -> stage),
            new Journals(directories.journals(), journal.executor()),
            pulse);
    Training training =
        new Training(
            WekaHome.at(directories.weka()),
            fits.workers(),
            InstantSource.system(),
            new KeptSearches(directories.searches()));
    content = new MainWindow(model, new SystemFilePicker(() -> stage), training);
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    scene =
        new Scene(
            content,
            Math.min(preferences.width().get(), screen.getWidth()),
            Math.min(preferences.height().get(), screen.getHeight()));
    theme.dress(scene);
    stage.setScene(scene);
    stage.setMinWidth(800);
    stage.setMinHeight(500);
    List.of(16, 32, 64, 128, 256).forEach(this::icon);
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          model.leave(stage::close);
        });
    model
        .open()
        .subscribe(
            open -> {
              retitle();
              if (open != null) {
                open.staged().subscribe(edits -> retitle());
              }
            });
  }

  private void icon(int size) {
    String name = "icon-" + size + ".png";
    stage
        .getIcons()
        .add(new Image(Objects.requireNonNull(Desktop.class.getResourceAsStream(name), name)));
  }

  private void retitle() {
    stage.setTitle(model.title());
  }

  /** Starts jobs that the status bar does not show. */
  Jobs jobs() {
    return jobs;
  }

  /** The colours; held here for as long as the window is. */
  Theme theme() {
    return theme;
  }

  Background background() {
    return background;
  }

  Scene scene() {
    return scene;
  }

  WindowModel model() {
    return model;
  }

  MainWindow content() {
    return content;
  }

  /** Closes the file and ends the threads; what is staged was dealt with before. */
  @Override
  public void close() {
    model.close();
    pulse.close();
    journal.close();
    fits.close();
    jobs.close();
  }
}
