package org.quarry.app;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.quarry.ui.kit.Preferences;
import org.slf4j.LoggerFactory;

/** The window as JavaFX starts it: with a file to open as its argument, or with none. */
public final class DesktopApp extends Application {
  private @Nullable SettingsFile settings;
  private @Nullable Desktop desktop;

  @Override
  public void start(Stage stage) {
    Thread.currentThread()
        .setUncaughtExceptionHandler(
            (thread, failure) ->
                LoggerFactory.getLogger(DesktopApp.class)
                    .error("the window met a defect", failure));
    Directories directories = Directories.ofUser(System.getenv());
    directories.make();
    settings = new SettingsFile(directories.settings());
    Preferences preferences = settings.preferences();
    desktop = new Desktop(stage, directories, preferences);
    stage.show();
    preferences.width().bind(desktop.scene().widthProperty());
    preferences.height().bind(desktop.scene().heightProperty());
    List<String> files = getParameters().getRaw();
    if (files.isEmpty()) {
      desktop.model().openFirst();
    } else {
      desktop.model().open(Path.of(files.getFirst()));
    }
  }

  @Override
  public void stop() {
    if (settings != null) {
      settings.write();
    }
    if (desktop != null) {
      desktop.close();
    }
  }
}
