package org.quarry.command;

import java.nio.file.Path;
import org.quarry.database.Database;
import org.quarry.learning.model.ModelFunctions;

/** Opens the file that a command was given. */
final class OpenFile {
  private OpenFile() {}

  /**
   * The file, whose SQL knows its models.
   *
   * @throws org.quarry.database.DatabaseProblem as {@link Database#open(Path)}
   */
  static Database of(Path file) {
    return Database.open(file, ModelFunctions.all());
  }
}
