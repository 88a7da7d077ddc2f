package org.quarry.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.learning.model.Model;
import org.quarry.learning.model.ModelFile;
import org.quarry.learning.model.ModelStore;
import org.quarry.work.Monitor;
import picocli.CommandLine.Option;

/** The options that name a model: one kept in the database, or one in a file. */
final class ModelChoice {
  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "The model, as train named it. Either this or --model-file.")
  private @Nullable String name;

  @Option(
      names = "--model-file",
      paramLabel = "PATH",
      description = "A file with a model, as models --export writes it.")
  private @Nullable Path file;

  /** Makes sure that one model is named. */
  void require() {
    if ((name == null) == (file == null)) {
      throw new WrongUsage("Name a model: either --model NAME or --model-file PATH.");
    }
  }

  /** The model. */
  Model find(Database database, Monitor monitor) {
    if (file != null) {
      return ModelFile.read(file);
    }
    return new ModelStore(database).find(name == null ? "" : name, monitor);
  }
}
