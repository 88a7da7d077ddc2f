package org.quarry.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.schema.Table;
import org.quarry.learning.model.Model;
import org.quarry.learning.model.ModelEvaluation;
import org.quarry.learning.report.Report;
import org.quarry.work.Monitor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code quarry evaluate}: holds a model against rows whose class is known. */
@Command(
    name = "evaluate",
    description = "Tells how often a model is right on a table whose classes are known.",
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin private ModelOnTable on = new ModelOnTable();

  @Option(
      names = "--target",
      paramLabel = "COLUMN",
      description = {
        "The column with the true classes; rows with NULL there are left out.",
        "Default: the column that the model learned."
      })
  private @Nullable String target;

  @Mixin private FormatOption output = new FormatOption();

  EvaluateCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  private record Evaluated(String model, String target, ModelEvaluation found) {}

  @Override
  public Integer call() {
    on.require();
    print(invocation.run("Evaluating", this::evaluate));
    return Commands.DONE;
  }

  private Evaluated evaluate(Monitor monitor) {
    try (Database database = on.open()) {
      Model found = on.model(database, monitor);
      Table rows = on.table(database, monitor);
      String truth = Tables.column(rows, target == null ? found.origin().target() : target);
      return new Evaluated(
          found.origin().name(), truth, ModelEvaluation.of(database, rows, found, truth, monitor));
    }
  }

  private void print(Evaluated evaluated) {
    ModelEvaluation found = evaluated.found();
    Report report = found.report();
    if (report.rows() < found.rows()) {
      invocation
          .err()
          .printf(
              "Left out: %d without a class, %d with a NULL feature, %d with a feature that is no"
                  + " number.%n",
              found.unlabelled(), found.missing(), found.notNumeric());
    }
    switch (output.format) {
      case JSON -> {
        ObjectNode root = JsonMapper.builder().build().createObjectNode();
        root.put("model", evaluated.model());
        root.put("target", evaluated.target());
        root.put("rows", found.rows());
        root.put("evaluated", report.rows());
        ReportText.json(root, report);
        Text.print(invocation.results(Format.JSON), root);
      }
      case CSV -> ReportText.rows(report, invocation.rows(Format.CSV));
      case TABLE ->
          Text.print(
              invocation.results(Format.TABLE),
              String.format(
                      Locale.ROOT,
                      "Model “%s” against %s on %d rows: accuracy %.6f\n\n",
                      evaluated.model(),
                      evaluated.target(),
                      report.rows(),
                      report.accuracy())
                  + ReportText.matrix(report)
                  + "\n"
                  + report.text());
    }
  }
}
