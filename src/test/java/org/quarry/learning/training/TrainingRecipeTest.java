package org.quarry.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.schema.SchemaReader;
import org.quarry.database.schema.Table;
import org.quarry.learning.Reference;
import org.quarry.learning.Workers;
import org.quarry.learning.data.DataSource;
import org.quarry.learning.data.Split;
import org.quarry.learning.data.TableData;
import org.quarry.learning.report.Metric;
import org.quarry.learning.search.ParameterGrid;
import org.quarry.learning.search.ScoreListener;
import org.quarry.learning.search.Strategy;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Weighting;
import org.quarry.work.Monitor;

/** A training told to others; a shell and scikit-learn themselves say how they read it. */
class TrainingRecipeTest {
  private static final List<String> FEATURES = List.of("mean_concavity", "worst_area", "mean_area");

  @TempDir Path folder;

  private Table table(Path file, String name) {
    try (Database database = Database.open(file)) {
      return new SchemaReader(database).read(Monitor.NONE).table(name).orElseThrow();
    }
  }

  private static TrainingRecipe recipe(Path file, Table table, TrainingSettings settings) {
    return new TrainingRecipe(file, TrainingRows.of(new DataSource.OfTable(table)), settings, 2);
  }

  /** The words that a shell makes of a line. */
  private static List<String> words(String line) throws Exception {
    return run("sh", "-c", "for w in \"$@\"; do :; done; printf '%s\\n' " + line);
  }

  private static List<String> run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.lines().toList();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theCommandSaysEverySettingAndAShellReadsItsNamesAsTheyAre() throws Exception {
    Path file =
        SqliteProgram.run(
            folder.resolve("it's a \"file\".db"),
            "CREATE TABLE \"odd $(table)\"(\"a,b\" REAL, \"-c\" REAL, \"it's\" TEXT)");
    TrainingSettings settings =
        new TrainingSettings(
            "my `model`",
            List.of("a,b", "-c"),
            "it's",
            new Split(7, 0.25),
            4,
            new ParameterGrid(List.of(0.5, 2.0), List.of(1e-7), List.of(Kernel.Shape.POLY), 2, 1.5)
                .candidates(),
            true);
    TrainingRecipe recipe = recipe(file, table(file, "odd $(table)"), settings);
    assertThat(words(recipe.command(true)))
        .containsExactly(
            "quarry",
            "train",
            file.toAbsolutePath().toString(),
            "--table",
            "odd $(table)",
            "--target",
            "it's",
            "--features",
            "a,b",
            "--features=-c",
            "--split",
            "sklearn:7:0.25",
            "--folds",
            "4",
            "--grid",
            "notebook",
            "--c",
            "0.5,2",
            "--gamma",
            "0.0000001",
            "--kernel",
            "poly",
            "--degree",
            "2",
            "--coef0",
            "1.5",
            "--scale-before-folds",
            "--name",
            "my `model`",
            "--replace");
  }

  @Test
  void theNotebooksGridNeedsNoLists() throws Exception {
    Path file = SqliteProgram.run(folder.resolve("a.db"), "CREATE TABLE t(a REAL, b REAL, y)");
    TrainingSettings settings = TrainingSettings.notebook("y", List.of("a", "b"), "y");
    assertThat(recipe(file, table(file, "t"), settings).command(false))
        .isEqualTo(
            "quarry train "
                + file.toAbsolutePath()
                + " --table t --target y --features a,b --split sklearn:5:0.2 --folds 3"
                + " --grid notebook --no-save");
  }

  @Test
  void aGridOfNoListsIsSaidCandidateByCandidate() throws Exception {
    Path file = SqliteProgram.run(folder.resolve("a.db"), "CREATE TABLE t(a REAL, y)");
    List<Candidate> candidates =
        List.of(
            new Candidate(
                new Kernel(Kernel.Shape.RBF, 0.1, 3, 0), 1, new Weighting(true, List.of())),
            new Candidate(new Kernel(Kernel.Shape.LINEAR, 1, 3, 0), 2));
    TrainingSettings settings =
        new TrainingSettings("y", List.of("a"), "y", Split.NONE, 3, candidates, false);
    TrainingRecipe recipe = recipe(file, table(file, "t"), settings);
    assertThat(recipe.command(false))
        .endsWith(
            " --candidate rbf,C=1,gamma=0.1,weights=balanced --candidate linear,C=2 --no-save");
    assertThat(recipe.script().orElseThrow())
        .contains("\"svc__class_weight\": [\"balanced\"]", "\"svc__kernel\": [\"linear\"]");
  }

  @Test
  void whereScikitLearnCannotDoTheSameAWordSaysWhy() throws Exception {
    Path file = SqliteProgram.run(folder.resolve("a.db"), "CREATE TABLE t(a REAL, y)");
    Table table = table(file, "t");
    TrainingSettings settings = TrainingSettings.notebook("y", List.of("a"), "y");
    assertThat(recipe(file, table, settings).refusal()).isEmpty();
    for (Strategy strategy : Strategy.values()) {
      TrainingRecipe recipe = recipe(file, table, settings.with(strategy));
      assertThat(recipe.script().isPresent()).isEqualTo(strategy == Strategy.WHOLE);
      assertThat(recipe.command(false).contains("--strategy " + strategy.text()))
          .isEqualTo(strategy != Strategy.WHOLE);
    }
    assertThat(recipe(file, table, settings.with(Solver.STOCK)).refusal()).contains("Weka");
    for (Metric metric : Metric.values()) {
      TrainingSettings scored = settings.with(settings.validation().with(metric, false));
      TrainingRows rows = TrainingRows.of(new DataSource.OfTable(table));
      assertThat(new TrainingRecipe(file, rows, scored, 2).refusal().isEmpty())
          .isEqualTo(metric != Metric.LOG_LOSS);
      assertThat(new TrainingRecipe(file, rows, scored, 3).refusal().isEmpty())
          .isEqualTo(metric != Metric.LOG_LOSS && metric != Metric.ROC_AUC);
    }
    TrainingRows said =
        TrainingRows.of(DataSource.query("SELECT a, y, Predict('m', a) AS p FROM t"));
    assertThat(new TrainingRecipe(file, said, settings, 2).refusal()).contains("uses predict,");
  }

  private Path sample() throws Exception {
    Path file = folder.resolve("sample.db");
    List<String> lines = Reference.lines("breast_cancer.csv");
    List<String> statements = new ArrayList<>();
    statements.add("CREATE TABLE breast_cancer(" + lines.getFirst().replace(' ', '_') + ")");
    statements.add("BEGIN");
    for (String line : lines.subList(1, lines.size())) {
      String values = line.replaceAll("(malignant|benign)", "'$1'");
      statements.add("INSERT INTO breast_cancer VALUES (" + values + ")");
    }
    statements.add("COMMIT");
    statements.add("INSERT INTO breast_cancer(mean_area) VALUES (NULL)");
    return SqliteProgram.run(file, statements.toArray(String[]::new));
  }

  private static boolean scikitLearnIsThere() {
    try {
      run("/usr/bin/python3", "-c", "import sklearn");
      return true;
    } catch (Exception | AssertionError absent) {
      return false;
    }
  }

  private void compare(TrainingSettings settings) throws Exception {
    Path file = sample();
    Table table = table(file, "breast_cancer");
    Path script = folder.resolve("experiment.py");
    write(script, recipe(file, table, settings).script().orElseThrow());
    List<String> said = run("/usr/bin/python3", script.toString());
    TrainingResult result;
    try (Database database = Database.open(file)) {
      result =
          new Training(Reference.HOME, Workers.onCallingThread(), Reference.CLOCK)
              .run(
                  TableData.read(
                      database, table, settings.features(), settings.target(), Monitor.NONE),
                  settings,
                  ScoreListener.NONE,
                  Monitor.NONE);
    }
    Candidate best = result.best().candidate();
    assertThat(said.getFirst())
        .isEqualTo(
            "best {'C': %s, 'gamma': %s, 'kernel': '%s'}"
                .formatted(best.c(), best.kernel().gamma(), best.kernel().shape().text()));
    assertThat(Double.parseDouble(said.get(1).substring("mean accuracy ".length())))
        .isEqualTo(Math.rint(result.best().mean() * 1e12) / 1e12);
    double accuracy = Objects.requireNonNull(result.holdOut()).accuracy();
    assertThat(said.get(2)).isEqualTo("held out: accuracy %.12f".formatted(accuracy));
    assertThat(accuracy).isEqualTo(107.0 / 114);
    String report = Objects.requireNonNull(result.holdOut()).text().stripTrailing();
    assertThat(String.join("\n", said.subList(5, said.size())).stripTrailing()).isEqualTo(report);
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
  }

  @Test
  void scikitLearnFindsTheSameInTheNotebooksCase() throws Exception {
    assumeTrue(scikitLearnIsThere(), "scikit-learn is not installed");
    compare(TrainingSettings.notebook("target", FEATURES, "target"));
  }

  @Test
  void scikitLearnFindsTheSameScaledBeforeTheFolds() throws Exception {
    assumeTrue(scikitLearnIsThere(), "scikit-learn is not installed");
    compare(
        new TrainingSettings(
            "target",
            FEATURES,
            "target",
            Split.DEFAULT,
            3,
            new ParameterGrid(List.of(1.0, 10.0), List.of(0.1), List.of(Kernel.Shape.RBF), 3, 0)
                .candidates(),
            true));
  }
}
