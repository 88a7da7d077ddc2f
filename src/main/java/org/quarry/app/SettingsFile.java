package org.quarry.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.quarry.ui.kit.Preferences;
import org.quarry.ui.kit.SavedFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the preferences in a JSON file: read once, written half a second after the last change, to
 * a draft that is then moved into place. When the file cannot be read the program starts with its
 * defaults, and the first write puts the file aside as {@code settings.json.unreadable}. For the UI
 * thread.
 */
final class SettingsFile {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

  /** The file's content; null for what an older Quarry did not know. */
  record Content(
      Preferences.@Nullable Colours colours,
      @Nullable List<String> recentFiles,
      @Nullable Double width,
      @Nullable Double height,
      @Nullable Double treeWidth,
      @Nullable Boolean treeShown,
      @Nullable Double sideWidth,
      @Nullable Boolean sideShown,
      @Nullable Map<String, @Nullable Map<String, @Nullable List<@Nullable SavedFilter>>>
          savedFilters,
      @Nullable JsonNode tables) {}

  /** From this width in pixels on a window has room for the panel beside rows. */
  private static final double ROOMY_WINDOW = 1200;

  private final Path file;
  private boolean unreadable;
  private final Preferences preferences = new Preferences();
  private final PauseTransition pause = new PauseTransition(Duration.millis(500));
  private final JsonMapper json =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final TableLayoutsJson layouts = new TableLayoutsJson(json);

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
    preferences.sideWidth().addListener(changed);
    preferences.sideShown().addListener(changed);
    var _ = preferences.savedFilters().onChange(pause::playFromStart);
    preferences.tables().changes().addListener(changed);
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
      take(content.colours(), preferences.colours()::set);
      take(content.width(), width -> preferences.width().set(Math.max(800, width)));
      take(content.height(), height -> preferences.height().set(Math.max(500, height)));
      take(content.treeWidth(), width -> preferences.treeWidth().set(Math.clamp(width, 160, 600)));
      take(content.treeShown(), preferences.treeShown()::set);
      take(content.sideWidth(), width -> preferences.sideWidth().set(Math.clamp(width, 200, 640)));
      // Where nobody has chosen, a narrow window keeps its room for the rows.
      preferences
          .sideShown()
          .set(
              Objects.requireNonNullElse(
                  content.sideShown(), preferences.width().get() >= ROOMY_WINDOW));
      take(content.savedFilters(), preferences.savedFilters()::takeAll);
      take(content.tables(), tables -> layouts.read(tables, preferences.tables()));
      take(
          content.recentFiles(),
          files ->
              files.stream()
                  .limit(Preferences.RECENT)
                  .map(Path::of)
                  .forEach(preferences.recentFiles()::add));
    } catch (IOException | JacksonException | InvalidPathException broken) {
      unreadable = true;
      LOG.warn("the settings in {} cannot be read: {}", file, broken.toString());
    }
  }

  private static <T> void take(@Nullable T value, Consumer<T> setter) {
    if (value != null) {
      setter.accept(value);
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
            preferences.treeShown().get(),
            preferences.sideWidth().get(),
            preferences.sideShown().get(),
            preferences.savedFilters().all(),
            layouts.write(preferences.tables()));
    try {
      Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "settings", ".new");
      Files.writeString(draft, json.writeValueAsString(content));
      if (unreadable) {
        Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        unreadable = false;
      }
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      LOG.warn("the settings cannot be kept in {}", file, failed);
    }
  }
}
