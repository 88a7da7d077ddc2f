package org.quarry.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.schema.SchemaReader;
import org.quarry.learning.Reference;
import org.quarry.learning.Workers;
import org.quarry.learning.data.DataSource;
import org.quarry.learning.data.DateNumber;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Kind;
import org.quarry.learning.data.Missing;
import org.quarry.learning.data.Roles;
import org.quarry.learning.data.Split;
import org.quarry.learning.report.Metric;
import org.quarry.learning.search.ParameterGrid;
import org.quarry.learning.search.ScoreListener;
import org.quarry.learning.search.Strategy;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Weighting;
import org.quarry.learning.training.RandomSettings;
import org.quarry.learning.training.Solver;
import org.quarry.learning.training.Training;
import org.quarry.learning.training.TrainingRecipe;
import org.quarry.learning.training.TrainingResult;
import org.quarry.learning.training.TrainingRows;
import org.quarry.learning.training.TrainingSettings;
import org.quarry.learning.training.Validation;
import org.quarry.work.Monitor;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** Settings, told as a command, are read by the command as the same settings. */
class RecipeRoundTripTest {
  private static final String COLUMNS = "\"size\", \"a,b\", \"-c\", \"x=y\", \"it's\", \"colour\"";

  @TempDir static Path folder;
  private static Path file = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private static Database database;

  private final RandomSettings random = new RandomSettings(7);

  @BeforeAll
  static void build() throws Exception {
    file = folder.resolve("it's a \"file\".db");
    SqliteProgram.run(
        file,
        "CREATE TABLE \"odd $(table)\"(" + COLUMNS + ", \"size,colour\", house, kind)",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)"
            + " INSERT INTO \"odd $(table)\" SELECT (i * 37 % 101) / 7.0, i * 5 % 17, i % 7, NULL,"
            + " date('2020-01-01', (i * 53 % 89) || ' days'), CASE i * 7 % 3 WHEN 0 THEN 'red' WHEN"
            + " 1 THEN 'green' ELSE NULL END, 0, i % 10,"
            + " CASE WHEN (i * 37 % 101) + 20 * (i * 7 % 3) + i % 13 > 75 THEN 'big' ELSE 'small'"
            + " END FROM n");
    database = Database.open(file);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static DataSource table() {
    return new DataSource.OfTable(
        new SchemaReader(database).read(Monitor.NONE).table("odd $(table)").orElseThrow());
  }

  private static DataSource query() {
    return DataSource.query(
        "-- what is left\nSELECT *, size + 1 AS more FROM \"odd $(table)\" -- all\n ORDER BY rowid");
  }

  private static TrainingRun.Asked read(TrainingRecipe recipe) {
    PrintStream none = new PrintStream(OutputStream.nullOutputStream());
    Terminal terminal = new Terminal();
    TrainCommand command = new TrainCommand(new Invocation(none, none, terminal));
    List<String> words = recipe.words(true);
    assertThat(words).startsWith("quarry", "train", file.toAbsolutePath().toString());
    Choices.register(new CommandLine(command))
        .setExpandAtFiles(false)
        .parseArgs(words.subList(2, words.size()).toArray(String[]::new));
    command.columns.check();
    return new TrainingRun(command, terminal).ask(database, recipe.settings().name(), Monitor.NONE);
  }

  private static void assertSame(TrainingRows rows, TrainingSettings settings) {
    TrainingRecipe recipe = new TrainingRecipe(file, rows, settings, 2);
    TrainingRun.Asked asked = read(recipe);
    String as = recipe.command(true);
    assertThat(asked.settings()).as(as).isEqualTo(settings);
    assertThat(asked.rows().most()).as(as).isEqualTo(rows.most());
    switch (rows.source()) {
      case DataSource.OfTable of -> assertThat(asked.rows().source()).isEqualTo(of);
      case DataSource.OfQuery of ->
          assertThat(((DataSource.OfQuery) asked.rows().source()).query().text())
              .isEqualTo(of.query().text());
    }
  }

  @Test
  void everySettingComesBackFromTheCommandThatSaysIt() {
    DataSource table = table();
    List<String> all = List.of("size", "colour", "a,b", "-c", "x=y", "it's");
    for (int i = 0; i < 400; i++) {
      boolean group = random.nextBoolean();
      List<Feature> features =
          all.subList(0, random.nextInt(1, all.size() + 1)).stream()
              .map(name -> random.feature(name, Kind.values()))
              .toList();
      TrainingSettings settings =
          random.settings(new Roles(features, "kind", group ? "house" : null));
      DataSource source = random.nextBoolean() ? table : query();
      assertSame(
          new TrainingRows(
              source, random.nextBoolean() ? TrainingRows.ALL : random.nextLong(1, 1L << 40)),
          settings);
    }
  }

  @Test
  void theCommandGivesTheSameFigures() {
    TrainingSettings settings =
        new TrainingSettings(
            "again",
            new Roles(
                List.of(
                    Feature.numeric("size", Missing.INDICATOR),
                    Feature.nominal("colour", Missing.CATEGORY),
                    Feature.date("it's", DateNumber.MONTH, Missing.MEAN)),
                "kind",
                "house"),
            new Split(3, 0.25),
            new Validation(Validation.Kind.REPEATED, 3, 2, 11, Metric.F1_MACRO, true, false),
            new ParameterGrid(
                    List.of(1.0, 10.0),
                    List.of(0.1),
                    List.of(Kernel.Shape.RBF, Kernel.Shape.POLY),
                    2,
                    1,
                    Weighting.BALANCED)
                .candidates(),
            Strategy.COARSE_TO_FINE,
            Solver.OWN);
    TrainingRows rows = new TrainingRows(query(), 150);
    TrainingResult found =
        new Training(Reference.HOME, Workers.onCallingThread(), Reference.CLOCK)
            .run(
                rows.read(database, settings, Monitor.NONE),
                settings,
                ScoreListener.NONE,
                Monitor.NONE);
    assertThat(found.rows()).isEqualTo(150);
    List<String> told = TrainingRecipe.of(file, rows, found).words(false);
    List<Object> words = new ArrayList<>(told.subList(1, told.size()));
    words.addAll(List.of("--format", "json"));
    Terminal terminal = new Terminal();
    assertThat(terminal.run(words.toArray())).as(terminal.err()).isZero();
    JsonNode said = terminal.json();
    assertThat(said.get("candidates")).hasSize(found.candidates().size());
    for (int i = 0; i < found.candidates().size(); i++) {
      assertThat(said.get("candidates").get(i).get("folds").toString())
          .isEqualTo(found.candidates().get(i).folds().toString().replace(" ", ""));
    }
    assertThat(said.get("nested").get("mean").doubleValue())
        .isEqualTo(Objects.requireNonNull(found.nested()).mean());
    assertThat(said.get("holdout").get("accuracy").doubleValue())
        .isEqualTo(Objects.requireNonNull(found.holdOut()).accuracy());
  }
}
