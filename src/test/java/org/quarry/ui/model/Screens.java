package org.quarry.ui.model;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.quarry.database.Database;
import org.quarry.learning.WekaHome;
import org.quarry.learning.Workers;
import org.quarry.learning.training.SearchStores;
import org.quarry.learning.training.Training;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.FilePicker;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.OpenFiles;

/** Makes the screen of a file. */
final class Screens {
  /** A person who chooses no file. */
  static final FilePicker NO_FILES =
      new FilePicker() {
        @Override
        public Optional<Path> open(String title, Kind kind) {
          return Optional.empty();
        }

        @Override
        public Optional<Path> save(String title, String name, Kind kind) {
          return Optional.empty();
        }
      };

  private Screens() {}

  static OpenDatabase open(Background background, Path file) {
    return OpenFiles.of(background, Database.open(file));
  }

  static Training training() {
    return training(SearchStores.NONE);
  }

  static Training training(SearchStores stores) {
    return new Training(
        WekaHome.at(Path.of("target", "test-home", "weka")),
        Workers.onCallingThread(),
        InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z")),
        stores);
  }
}
