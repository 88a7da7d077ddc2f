package org.quarry.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.Training;
import org.quarry.learning.WekaHome;
import org.quarry.learning.Workers;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.DialogQuestions;
import org.quarry.ui.kit.Preferences;
import org.quarry.ui.kit.SystemFilePicker;
import org.quarry.ui.theme.Theme;
import org.quarry.ui.window.MainWindow;
import org.quarry.ui.window.WindowModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds the window's objects once, and closes them in reverse. */
public final class DesktopApp extends Application {
  private static final Logger LOG = LoggerFactory.getLogger(DesktopApp.class);

  private @Nullable ThreadedJobs jobs;
  private @Nullable ExecutorService fits;
  private @Nullable SettingsFile settings;
  private @Nullable WindowModel model;

  @Override
  public void start(Stage stage) {
    Thread.currentThread()
        .setUncaughtExceptionHandler(
            (thread, failure) -> LOG.error("the window met a defect", failure));
    Directories directories = Directories.ofUser(System.getenv());
    directories.make();
    SettingsFile kept = new SettingsFile(directories.settings());
    settings = kept;
    Preferences preferences = kept.preferences();
    ThreadedJobs threads = new ThreadedJobs();
    jobs = threads;
    Background background = Background.of(threads);
    Theme theme = new Theme(preferences);
    WindowModel window =
        new WindowModel(
            background, preferences, directories.sample(), new DialogQuestions(() -> stage));
    model = window;
    MainWindow content =
        new MainWindow(window, new SystemFilePicker(() -> stage), training(directories));
    Scene scene = new Scene(content, preferences.width().get(), preferences.height().get());
    theme.dress(scene);
    stage.setScene(scene);
    stage.setMinWidth(800);
    stage.setMinHeight(500);
    icons(stage);
    stage.setTitle(window.title());
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          window.leave(stage::close);
        });
    follow(stage, window);
    stage.show();
    preferences.width().bind(scene.widthProperty());
    preferences.height().bind(scene.heightProperty());
    List<String> files = getParameters().getRaw();
    if (files.isEmpty()) {
      window.openFirst();
    } else {
      window.open(Path.of(files.getFirst()));
    }
  }

  private Training training(Directories directories) {
    int cores = Runtime.getRuntime().availableProcessors();
    ExecutorService pool =
        Executors.newFixedThreadPool(
            Math.max(1, cores - 1), Thread.ofPlatform().daemon().name("fit-", 1).factory());
    fits = pool;
    return new Training(
        WekaHome.at(directories.weka()), new Workers(pool, cores), InstantSource.system());
  }

  private static void icons(Stage stage) {
    for (int size : List.of(16, 32, 64, 128, 256)) {
      var icon = DesktopApp.class.getResourceAsStream("icon-" + size + ".png");
      if (icon != null) {
        stage.getIcons().add(new Image(icon));
      }
    }
  }

  private static void follow(Stage stage, WindowModel window) {
    Runnable retitle = () -> stage.setTitle(window.title());
    window
        .open()
        .addListener(
            (property, was, is) -> {
              if (is != null) {
                is.staged().addListener(change -> retitle.run());
              }
              retitle.run();
            });
  }

  @Override
  public void stop() {
    if (model != null) {
      model.closeFile();
    }
    if (fits != null) {
      fits.shutdownNow();
    }
    if (settings != null) {
      settings.write();
    }
    if (jobs != null) {
      jobs.close();
    }
  }
}
