package org.quarry.command;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.query.QueryColumn;
import org.quarry.database.schema.Table;
import org.quarry.learning.Workers;
import org.quarry.learning.data.TableData;
import org.quarry.learning.model.Model;
import org.quarry.learning.report.Metric;
import org.quarry.learning.report.PermutationImportance;
import org.quarry.learning.training.ModelImportance;
import org.quarry.work.Monitor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code quarry importance}: what each feature of a model is worth. */
@Command(
    name = "importance",
    description = {
      "Tells what each feature of a model is worth: how much a score drops on the rows of a table",
      "when the feature is shuffled, mean and deviation. Measure on rows the model did not learn",
      "from; on others it looks too sure."
    },
    mixinStandardHelpOptions = true)
final class ImportanceCommand implements Callable<Integer> {
  private static final long MOST_SEED = 0xFFFF_FFFFL;

  private final Invocation invocation;

  @Mixin private ModelOnTable on = new ModelOnTable();

  @Option(
      names = "--repeats",
      paramLabel = "N",
      defaultValue = "30",
      description = "How often each feature is shuffled. Default: ${DEFAULT-VALUE}.")
  private int repeats;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "The seed of the shuffles. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--metric",
      paramLabel = "METRIC",
      defaultValue = "accuracy",
      description = {
        "The score: accuracy, balanced-accuracy, f1-macro, f1-weighted, roc-auc or log-loss. Of more",
        "than two classes roc-auc, and log-loss always, want a model with a calibration.",
        "Default: ${DEFAULT-VALUE}."
      })
  private String metric = "";

  @Mixin private FormatOption output = new FormatOption();

  ImportanceCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  /** What was measured of which features on how many rows. */
  private record Measured(List<String> features, int rows, PermutationImportance importance) {}

  @Override
  public Integer call() {
    on.require();
    if (repeats < 1) {
      throw new WrongUsage("--repeats wants 1 or more, not " + repeats + ".");
    }
    if (seed < 0 || seed > MOST_SEED) {
      throw new WrongUsage("--seed wants 0 to " + MOST_SEED + ", not " + seed + ".");
    }
    Metric score = metric();
    print(score, invocation.run("Measuring features", monitor -> measure(score, monitor)));
    return Commands.DONE;
  }

  private Metric metric() {
    return Choices.one("--metric", metric.replace('_', '-'), Metric.values(), Metric::word);
  }

  private Measured measure(Metric score, Monitor monitor) {
    Workers workers =
        new Workers(invocation.surroundings().executor(), invocation.surroundings().parallelism());
    try (Database database = on.open()) {
      Model found = on.model(database, monitor);
      Table read = on.table(database, monitor);
      Model.Origin origin = found.origin();
      ModelImportance measured =
          ModelImportance.of(
              found,
              TableData.read(database, read, origin.features(), origin.target(), monitor),
              origin.target());
      return new Measured(
          origin.features(),
          measured.rows(),
          measured.measure(score, repeats, seed, workers, monitor));
    }
  }

  private void print(Metric score, Measured measured) {
    if (output.format == Format.JSON) {
      ObjectNode root = JsonMapper.builder().build().createObjectNode();
      root.put("rows", measured.rows());
      root.put("metric", score.word());
      root.put("baseline", measured.importance().baseline());
      ArrayNode features = root.putArray("features");
      for (PermutationImportance.Feature each : measured.importance().ranked()) {
        ObjectNode node = features.addObject();
        node.put("feature", measured.features().get(each.index()));
        node.put("mean", each.mean());
        node.put("deviation", each.deviation());
        ArrayNode drops = node.putArray("drops");
        each.drops().forEach(drops::add);
      }
      Text.print(invocation.results(Format.JSON), root);
      return;
    }
    if (output.format == Format.TABLE) {
      invocation
          .out()
          .printf(
              Locale.ROOT,
              "%s %.6f on %d rows; drop when a feature is shuffled, %d times:%n",
              score.text(),
              score.figure(measured.importance().baseline()),
              measured.rows(),
              repeats);
    }
    RowPrinter printer = invocation.rows(output.format);
    printer.columns(
        List.of(
            new QueryColumn("feature", null),
            new QueryColumn("mean", null),
            new QueryColumn("deviation", null)));
    for (PermutationImportance.Feature each : measured.importance().ranked()) {
      printer.row(
          new @Nullable Object[] {
            measured.features().get(each.index()), shown(each.mean()), shown(each.deviation())
          });
    }
    printer.end();
  }

  /** Six digits are enough to read; programs get all of them. */
  private double shown(double figure) {
    return output.format == Format.TABLE && Double.isFinite(figure)
        ? Math.round(figure * 1e6) / 1e6
        : figure;
  }
}
