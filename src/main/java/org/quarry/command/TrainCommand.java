package org.quarry.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.svm.Weighting;
import org.quarry.learning.training.TrainingResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code quarry train}: trains a classifier and keeps it in the file. */
@Command(
    name = "train",
    description = "Trains a classifier by grid search, tells how good it is, and keeps it.",
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  /** The grids that have a name. */
  enum Grid {
    /** The notebook's 75 candidates. */
    NOTEBOOK;

    @Override
    public String toString() {
      return "notebook";
    }
  }

  /** What C is multiplied by for each class. */
  enum ClassWeight {
    /** Every row counts the same. */
    NONE,
    /** Every class counts the same. */
    BALANCED;

    Weighting weighting() {
      return this == BALANCED ? Weighting.BALANCED : Weighting.NONE;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

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

  @Option(
      names = "--grid",
      paramLabel = "GRID",
      defaultValue = "notebook",
      description = "The candidates: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  Grid grid = Grid.NOTEBOOK;

  @Option(
      names = "--c",
      paramLabel = "LIST",
      description = {
        "The values of C in place of the grid's: numbers with commas between, ranges by powers of",
        "ten (0.1..1000), by powers of a base (2^-5..2^15) or by a factor (1..256*4)."
      })
  @Nullable String c;

  @Option(
      names = "--gamma",
      paramLabel = "LIST",
      description = "The values of gamma in place of the grid's, written as those of C.")
  @Nullable String gamma;

  @Option(
      names = "--kernel",
      paramLabel = "KERNEL",
      split = ",",
      description = "The kernels in place of the grid's, with commas between: rbf, linear, poly.")
  List<String> kernels = List.of();

  @Option(
      names = "--degree",
      paramLabel = "N",
      defaultValue = "3",
      description = "The exponent of the kernel poly. Default: ${DEFAULT-VALUE}.")
  int degree;

  @Option(
      names = "--coef0",
      paramLabel = "X",
      defaultValue = "0",
      description = "The summand of the kernel poly. Default: ${DEFAULT-VALUE}.")
  double coef0;

  @Option(
      names = "--class-weight",
      paramLabel = "WEIGHT",
      defaultValue = "none",
      description =
          "What a mistake costs in each class: ${COMPLETION-CANDIDATES}; balanced makes every class"
              + " count the same, however many rows it has. Default: ${DEFAULT-VALUE}.")
  ClassWeight classWeight = ClassWeight.NONE;

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
    TrainingRun training = new TrainingRun(this, invocation.surroundings());
    TrainingRun.Trained trained = invocation.run("Training", training::run);
    RuntimeException lost = trained.lost();
    tell(trained.proposed());
    print(trained.result(), !noSave && lost == null);
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

  private void print(TrainingResult result, boolean saved) {
    switch (output.format) {
      case JSON -> Text.print(invocation.results(Format.JSON), TrainingText.json(result, saved));
      case CSV -> TrainingText.candidates(result, invocation.rows(Format.CSV));
      case TABLE -> Text.print(invocation.results(Format.TABLE), TrainingText.text(result, saved));
    }
  }
}
