package org.quarry.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.query.QueryColumn;
import org.quarry.database.schema.Table;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.model.ColumnPrediction;
import org.quarry.learning.model.Model;
import org.quarry.learning.model.ModelStore;
import org.quarry.work.Monitor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code quarry predict}: fills a column with what a model says. */
@Command(
    name = "predict",
    description = "Predicts each row of a table with a model and writes the class into a column.",
    mixinStandardHelpOptions = true)
final class PredictCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(index = "0", paramLabel = "FILE", description = "The database.")
  private Path file = Path.of("");

  @Option(
      names = "--model",
      required = true,
      paramLabel = "NAME",
      description = "The model, as train named it.")
  private String model = "";

  @Option(
      names = "--table",
      required = true,
      paramLabel = "TABLE",
      description = "A table that has the model's features.")
  private String table = "";

  @Option(
      names = "--into",
      required = true,
      paramLabel = "COLUMN",
      description = "The column to fill.")
  private String into = "";

  @Option(names = "--only-null", description = "Fill only where the column is NULL.")
  private boolean onlyNull;

  @Mixin private FormatOption output = new FormatOption();

  PredictCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    print(invocation.run("Predicting", this::predict));
    return Commands.DONE;
  }

  private ColumnPrediction.Result predict(Monitor monitor) {
    try (Database database = Database.open(file)) {
      Model found = new ModelStore(database).find(model, monitor);
      Table written = Tables.find(database, table, monitor);
      return new ColumnPrediction(database, found).run(written, into, onlyNull, monitor);
    }
  }

  private void print(ColumnPrediction.Result result) {
    if (result.written() < result.rows()) {
      invocation
          .err()
          .printf(
              "Left as they were: %d set already, %d with a NULL feature, %d with a feature that is"
                  + " no number.%n",
              result.alreadySet(), result.missing(), result.notNumeric());
    }
    switch (output.format) {
      case JSON -> {
        ObjectNode root = JsonMapper.builder().build().createObjectNode();
        root.put("rows", result.rows());
        root.put("written", result.written());
        ObjectNode counts = root.putObject("counts");
        result.counts().forEach((label, count) -> counts.put(label.text(), count));
        Text.print(invocation.results(Format.JSON), root);
      }
      case CSV -> counts(result.counts(), invocation.rows(Format.CSV));
      case TABLE -> {
        invocation
            .out()
            .printf("%d of %d rows written to %s.%n", result.written(), result.rows(), into);
        counts(result.counts(), invocation.rows(Format.TABLE));
      }
    }
  }

  private static void counts(Map<ClassLabel, Long> counts, RowPrinter printer) {
    printer.columns(List.of(new QueryColumn("class", null), new QueryColumn("rows", null)));
    counts.forEach((label, count) -> printer.row(new @Nullable Object[] {label.value(), count}));
    printer.end();
  }
}
