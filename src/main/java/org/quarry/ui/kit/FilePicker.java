package org.quarry.ui.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks for a file: the system's dialog in the program, a prepared answer in tests and the tour. */
public interface FilePicker {
  /** A kind of file: its words and the endings without dot, none for any file. */
  record Kind(String title, List<String> endings) {}

  /** Asks for an existing file; empty when the person chose none. */
  Optional<Path> open(String title, Kind kind);

  /** Asks where to save; empty when the person chose nothing. The system asks before replacing. */
  Optional<Path> save(String title, String name, Kind kind);
}
