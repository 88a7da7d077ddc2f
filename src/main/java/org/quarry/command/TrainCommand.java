package org.quarry.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.training.StockComparison;
import org.quarry.learning.training.TrainingResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code quarry train}: trains a classifier and keeps it in the file. */
@Command(
    name = "train",
    description = "Trains a classifier by grid search, tells how good it is, and keeps it.",
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(index = "0", paramLabel = "FILE", description = "The database.")
  Path file = Path.of("");

  @Mixin RoleOptions columns = new RoleOptions();

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      defaultValue = "sklearn:5:0.2",
      description = "The rows held out: sklearn:SEED:FRACTION, or none. Default: ${DEFAULT-VALUE}.")
  String split = "";

  @Mixin CheckOptions check = new CheckOptions();

  @Mixin GridOptions grid = new GridOptions();

  @Option(
      names = "--resume",
      description = {
        "Keep each score as it lands, and take over those of a run with the same rows and settings",
        "that was stopped."
      })
  boolean resume;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The model's name. Default: the target's, with a number if it is taken.")
  @Nullable String name;

  @Option(names = "--replace", description = "Replace a model of that name.")
  boolean replace;

  @Option(names = "--no-save", description = "Do not keep the model; the file stays as it is.")
  boolean noSave;

  @Option(
      names = "--report",
      paramLabel = "PATH",
      description = {
        "Write the whole report as one page of HTML: figures, curves, calibration, importance,",
        "learning curve and decision boundary as pictures; in place of a file of that name."
      })
  @Nullable Path report;

  @Option(
      names = "--compare-with-stock",
      description = {
        "Train the best candidate by Weka's stock SMO as well, and tell both side by side on the",
        "rows held out: classes, decisions, vectors, seconds."
      })
  boolean stock;

  @Mixin private FormatOption output = new FormatOption();

  TrainCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    columns.check();
    if (noSave && (name != null || replace)) {
      throw new WrongUsage("--no-save goes with neither --name nor --replace.");
    }
    if (replace && name == null) {
      throw new WrongUsage("--replace needs the --name to replace.");
    }
    if (stock && output.format == Format.CSV) {
      throw new WrongUsage("--compare-with-stock wants --format table or json.");
    }
    TrainingRun training = new TrainingRun(this, invocation.surroundings());
    TrainingRun.Trained trained = invocation.run("Training", training::run);
    RuntimeException lost = trained.lost();
    tell(trained.asked().proposed());
    print(trained, !noSave && trained.lost() == null);
    if (lost != null) {
      throw lost;
    }
    return Commands.DONE;
  }

  /** What was not asked is said before the results, where it does not mix with them. */
  private void tell(List<String> proposed) {
    if (!proposed.isEmpty()) {
      invocation.err().println("quarry: These roles were proposed and used:");
      proposed.forEach(line -> invocation.err().println("  " + line));
      invocation.err().flush();
    }
  }

  private void print(TrainingRun.Trained trained, boolean saved) {
    TrainingResult result = trained.result();
    StockComparison compared = trained.compared();
    switch (output.format) {
      case JSON -> {
        ObjectNode root = TrainingText.json(result, saved);
        root.put("sample", columns.sample);
        if (compared != null) {
          StockText.json(root.putObject("stock"), compared);
        }
        Text.print(invocation.results(Format.JSON), root);
      }
      case CSV -> TrainingText.candidates(result, invocation.rows(Format.CSV));
      case TABLE ->
          Text.print(
              invocation.results(Format.TABLE),
              TrainingText.text(result, saved)
                  + (compared == null ? "" : StockText.text(compared)));
    }
  }
}
