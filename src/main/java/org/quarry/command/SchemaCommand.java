package org.quarry.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.quarry.database.Database;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.SchemaReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code quarry schema}: tells what a database is made of. */
@Command(
    name = "schema",
    description = "Tells the tables, views, columns, indexes and triggers of a database.",
    mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(index = "0", paramLabel = "FILE", description = "The database.")
  private Path file = Path.of("");

  @Mixin private FormatOption output = new FormatOption();

  SchemaCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Schema schema =
        invocation.run(
            "Reading the schema",
            monitor -> {
              try (Database database = OpenFile.of(file)) {
                return new SchemaReader(database).read(monitor);
              }
            });
    switch (output.format) {
      case JSON -> Text.print(invocation.results(Format.JSON), SchemaText.json(schema));
      case CSV -> SchemaText.columns(schema, invocation.rows(Format.CSV));
      case TABLE -> Text.print(invocation.results(Format.TABLE), SchemaText.text(schema));
    }
    return Commands.DONE;
  }
}
