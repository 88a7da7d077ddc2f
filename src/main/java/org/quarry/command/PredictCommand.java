package org.quarry.command;

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
import org.quarry.learning.model.PredictionColumns;
import org.quarry.learning.model.PredictionCounts;
import org.quarry.learning.model.TablePrediction;
import org.quarry.work.Monitor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code quarry predict}: fills a column with what a model says. */
@Command(
    name = "predict",
    description = "Predicts each row of a table with a model and writes the class into a column.",
    mixinStandardHelpOptions = true)
final class PredictCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin private ModelOnTable on = new ModelOnTable();

  @Option(
      names = "--into",
      required = true,
      paramLabel = "COLUMN",
      description = "The column to fill.")
  private String into = "";

  @Option(names = "--only-null", description = "Fill only where the column is NULL.")
  private boolean onlyNull;

  @Option(
      names = "--add-columns",
      description = {
        "Add the column if it is missing, and COLUMN_model with the model's name beside it,",
        "and COLUMN_confidence where the model tells probabilities."
      })
  private boolean addColumns;

  @Mixin private FormatOption output = new FormatOption();

  PredictCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    on.require();
    print(invocation.run("Predicting", this::predict));
    return Commands.DONE;
  }

  private Written predict(Monitor monitor) {
    try (Database database = on.open()) {
      Model found = on.model(database, monitor);
      Table table = on.table(database, monitor);
      PredictionColumns columns =
          addColumns
              ? PredictionColumns.beside(table, found, into)
              : PredictionColumns.only(Tables.column(table, into));
      if (addColumns && !found.hasProbabilities()) {
        invocation
            .err()
            .println("The model has no calibration, so there is no column for the confidence.");
      }
      PredictionCounts counts =
          addColumns
              ? new TablePrediction(database, table, found, columns, onlyNull).write(monitor)
              : new ColumnPrediction(database, found).run(table, into, onlyNull, monitor);
      return new Written(columns, counts);
    }
  }

  private record Written(PredictionColumns columns, PredictionCounts counts) {}

  private void print(Written written) {
    PredictionCounts counts = written.counts();
    counts.remarks(Long::toString).forEach(invocation.err()::println);
    switch (output.format) {
      case JSON -> {
        ObjectNode root = JsonMapper.builder().build().createObjectNode();
        root.put("rows", counts.rows());
        root.put("written", counts.predicted());
        ObjectNode classes = root.putObject("counts");
        counts.labels().forEach((label, count) -> classes.put(label.text(), count));
        if (addColumns) {
          written.columns().names().forEach(root.putArray("columns")::add);
        }
        Text.print(invocation.results(Format.JSON), root);
      }
      case CSV -> counts(counts.labels(), invocation.rows(Format.CSV));
      case TABLE -> {
        invocation
            .out()
            .printf(
                "%d of %d rows written to %s.%n",
                counts.predicted(), counts.rows(), String.join(", ", written.columns().names()));
        counts(counts.labels(), invocation.rows(Format.TABLE));
      }
    }
  }

  private static void counts(Map<ClassLabel, Long> counts, RowPrinter printer) {
    printer.columns(List.of(new QueryColumn("class", null), new QueryColumn("rows", null)));
    counts.forEach((label, count) -> printer.row(new @Nullable Object[] {label.value(), count}));
    printer.end();
  }
}
