package org.quarry.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the program keeps what is the user's: never inside its own folder.
 *
 * @param data the one folder; {@code QUARRY_HOME} names it, else the system's custom does
 */
public record Directories(Path data) {
  /** The folder of this user on this system; it is made when it is first needed. */
  public static Directories ofUser(Map<String, String> environment) {
    String named = environment.get("QUARRY_HOME");
    if (named != null && !named.isBlank()) {
      return new Directories(Path.of(named));
    }
    Path home = Path.of(System.getProperty("user.home"));
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("win")) {
      return new Directories(or(environment.get("APPDATA"), home).resolve("Quarry"));
    }
    if (system.contains("mac")) {
      return new Directories(home.resolve("Library/Application Support/Quarry"));
    }
    return new Directories(
        or(environment.get("XDG_DATA_HOME"), home.resolve(".local/share")).resolve("quarry"));
  }

  private static Path or(@Nullable String named, Path otherwise) {
    return named == null || named.isBlank() ? otherwise : Path.of(named);
  }

  /** The sample database. */
  public Path sample() {
    return data.resolve("sample.db");
  }

  /** The settings. */
  public Path settings() {
    return data.resolve("settings.json");
  }

  /** The folder of log files. */
  public Path logs() {
    return data.resolve("logs");
  }

  /** The folder in which staged edits are kept until they are written. */
  public Path journals() {
    return data.resolve("journals");
  }

  /** The folder that Weka takes for its own. */
  public Path weka() {
    return data.resolve("weka");
  }

  /** The folder in which the scores of searches are kept. */
  public Path searches() {
    return data.resolve("searches");
  }

  /** Makes the folder if there is none. */
  public void make() {
    try {
      Files.createDirectories(data);
    } catch (IOException denied) {
      throw new UncheckedIOException(denied);
    }
  }
}
