package org.quarry.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.util.Duration;
import org.quarry.ui.kit.Preferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the preferences in a JSON file: read once, written half a second after the last change, to
 * a draft that is then moved into place. A file that cannot be read is left as it is and the
 * program starts with its defaults. For the UI thread.
 */
final class SettingsFile {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

  /** The file's content. */
  record Content(
      Preferences.Colours colours,
      List<String> recentFiles,
      double width,
      double height,
      double treeWidth,
      boolean treeShown) {}

  private final Path file;
  private final Preferences preferences = new Preferences();
  private final PauseTransition pause = new PauseTransition(Duration.millis(500));
  private final JsonMapper json =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  SettingsFile(Path file) {
    this.file = file;
    read();
    pause.setOnFinished(event -> write());
    InvalidationListener changed = change -> pause.playFromStart();
    preferences.colours().addListener(changed);
    preferences.recentFiles().addListener(changed);
    preferences.width().addListener(changed);
    preferences.height().addListener(changed);
    preferences.treeWidth().addListener(changed);
    preferences.treeShown().addListener(changed);
  }

  Preferences preferences() {
    return preferences;
  }

  private void read() {
    if (!Files.exists(file)) {
      return;
    }
    try {
      Content content = json.readValue(Files.readString(file), Content.class);
      if (content.colours() != null) {
        preferences.colours().set(content.colours());
      }
      if (content.recentFiles() != null) {
        content.recentFiles().stream()
            .limit(Preferences.RECENT)
            .map(Path::of)
            .forEach(preferences.recentFiles()::add);
      }
      preferences.width().set(Math.max(800, content.width()));
      preferences.height().set(Math.max(500, content.height()));
      preferences.treeWidth().set(Math.clamp(content.treeWidth(), 160, 600));
      preferences.treeShown().set(content.treeShown());
    } catch (IOException | JacksonException | InvalidPathException broken) {
      LOG.warn("the settings in {} cannot be read", file, broken);
    }
  }

  /** Writes now; called when the program ends. */
  void write() {
    pause.stop();
    Content content =
        new Content(
            preferences.colours().get(),
            preferences.recentFiles().stream().map(Path::toString).toList(),
            preferences.width().get(),
            preferences.height().get(),
            preferences.treeWidth().get(),
            preferences.treeShown().get());
    try {
      Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "settings", ".new");
      Files.writeString(draft, json.writeValueAsString(content));
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      LOG.warn("the settings cannot be kept in {}", file, failed);
    }
  }
}
