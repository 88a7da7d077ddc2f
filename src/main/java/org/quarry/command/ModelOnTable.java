package org.quarry.command;

import java.nio.file.Path;
import org.quarry.database.Database;
import org.quarry.database.schema.Table;
import org.quarry.learning.model.Model;
import org.quarry.work.Monitor;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What a command needs that asks a model of the rows of a table: the file, the model, the table.
 */
final class ModelOnTable {
  @Parameters(index = "0", paramLabel = "FILE", description = "The database.")
  private Path file = Path.of("");

  @Mixin private ModelChoice model = new ModelChoice();

  @Option(
      names = "--table",
      required = true,
      paramLabel = "TABLE",
      description = "The table or view whose rows are meant; it has the model's features.")
  private String table = "";

  /** Makes sure that one model is named. */
  void require() {
    model.require();
  }

  /** The file, to be closed. */
  Database open() {
    return OpenFile.of(file);
  }

  /** The model. */
  Model model(Database database, Monitor monitor) {
    return model.find(database, monitor);
  }

  /** The table or view. */
  Table table(Database database, Monitor monitor) {
    return Tables.find(database, table, monitor);
  }
}
