package org.quarry.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.schema.SchemaReader;
import org.quarry.learning.Mixed;
import org.quarry.learning.Reference;
import org.quarry.learning.Workers;
import org.quarry.learning.data.DataSource;
import org.quarry.learning.data.DateNumber;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Missing;
import org.quarry.learning.data.Roles;
import org.quarry.learning.data.Split;
import org.quarry.learning.report.Metric;
import org.quarry.learning.search.CandidateText;
import org.quarry.learning.search.ParameterGrid;
import org.quarry.learning.search.ScoreListener;
import org.quarry.learning.search.Strategy;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Weighting;
import org.quarry.work.Monitor;

/** Scripts of every kind are run by scikit-learn, which finds the figures that Quarry finds. */
class ScikitScriptTest {
  private static final String PYTHON = "/usr/bin/python3";

  /** All scripts in one process, for its start takes longer than they do. */
  private static final String ALL =
      """
      import runpy, sys
      for script in sys.argv[1:]:
          print("== " + script)
          sys.argv = [script]
          runpy.run_path(script)
      """;

  private static final Roles PLAIN =
      new Roles(
          List.of(
              Feature.numeric("size"),
              Feature.nominal("country", Missing.LEAVE_OUT),
              Feature.date("day", DateNumber.MONTH, Missing.MODE)),
          "class",
          "house");

  private static final Set<Validation.Kind> NESTED =
      EnumSet.of(Validation.Kind.SHUFFLED, Validation.Kind.STRATIFIED_GROUPED);

  @TempDir Path folder;

  private final Map<String, TrainingRecipe> recipes = new LinkedHashMap<>();
  private DataSource table = DataSource.query("SELECT 1");
  private Path file = Path.of("");

  private static List<Candidate> grid(Weighting weighting) {
    return new ParameterGrid(
            List.of(1.0, 10.0),
            List.of(0.1),
            List.of(Kernel.Shape.RBF, Kernel.Shape.POLY),
            2,
            1,
            weighting)
        .candidates();
  }

  private static Validation validation(Validation.Kind kind, Metric metric, boolean nested) {
    boolean repeated = kind == Validation.Kind.REPEATED;
    return new Validation(
        kind, 3, repeated ? 2 : 1, kind.shuffles() ? 4 : 0, metric, nested, false);
  }

  private void add(
      String name, TrainingRows rows, Roles roles, Validation validation, Split split) {
    add(name, rows, roles, validation, split, grid(Weighting.NONE));
  }

  private void add(
      String name,
      TrainingRows rows,
      Roles roles,
      Validation validation,
      Split split,
      List<Candidate> candidates) {
    recipes.put(
        name,
        new TrainingRecipe(
            file,
            rows,
            new TrainingSettings(
                name, roles, split, validation, candidates, Strategy.WHOLE, Solver.OWN),
            3));
  }

  private static boolean scikitLearnIsThere() {
    try {
      return new ProcessBuilder(PYTHON, "-c", "import sklearn").start().waitFor() == 0;
    } catch (Exception absent) {
      return false;
    }
  }

  private void build() throws Exception {
    List<String> lines = new ArrayList<>();
    lines.add("CREATE TABLE mixed(id, country, colour, size, weight, height, day, class)");
    Mixed.rows()
        .rows()
        .forEach(
            row ->
                lines.add(
                    "INSERT INTO mixed VALUES ("
                        + String.join(
                            ", ",
                            row.values().stream()
                                .map(
                                    value ->
                                        value == null
                                            ? "NULL"
                                            : value instanceof String text
                                                ? "'" + text + "'"
                                                : value.toString())
                                .toList())
                        + ")"));
    lines.add("INSERT INTO mixed(country, size) VALUES ('AUT', 3.5)");
    lines.add("ALTER TABLE mixed ADD COLUMN house");
    lines.add("UPDATE mixed SET house = CASE id % 5 WHEN 0 THEN 'a' ELSE id * 7 % 11 END");
    file = SqliteProgram.run(folder.resolve("mixed \"1\".db"), lines.toArray(String[]::new));
  }

  private void settings(Database database) {
    table =
        new DataSource.OfTable(
            new SchemaReader(database).read(Monitor.NONE).table("mixed").orElseThrow());
    TrainingRows all = TrainingRows.of(table);
    for (Validation.Kind kind : Validation.Kind.values()) {
      add(
          kind.text(),
          all,
          PLAIN,
          validation(kind, Metric.ACCURACY, NESTED.contains(kind)),
          new Split(4, 0.25));
    }
    for (Metric metric : List.of(Metric.BALANCED_ACCURACY, Metric.F1_MACRO, Metric.F1_WEIGHTED)) {
      add(
          metric.word(),
          all,
          Mixed.ROLES,
          validation(Validation.Kind.SHUFFLED, metric, false),
          Split.NONE);
    }
    add(
        "before the folds",
        all,
        new Roles(Mixed.ROLES.features(), "class", null),
        new Validation(Validation.Kind.STRATIFIED, 3, 1, 0, Metric.ACCURACY, true, true),
        Split.DEFAULT,
        grid(Weighting.BALANCED));
    add(
        "before the folds, by group",
        all,
        PLAIN,
        new Validation(Validation.Kind.GROUPED, 3, 1, 0, Metric.ACCURACY, true, true),
        Split.DEFAULT,
        grid(new Weighting(false, List.of(1.0, 2.0, 0.5))));
    add(
        "a sample of a query",
        new TrainingRows(
            DataSource.query("SELECT class, mixed.* FROM mixed -- all\nORDER BY rowid DESC"), 90),
        Mixed.ROLES,
        validation(Validation.Kind.STRATIFIED, Metric.ACCURACY, false),
        new Split(9, 0.2));
    add(
        "candidates",
        all,
        Mixed.ROLES,
        validation(Validation.Kind.STRATIFIED, Metric.ACCURACY, false),
        Split.DEFAULT,
        List.of(
            CandidateText.parse("rbf,C=3,gamma=0.05,weights=balanced"),
            CandidateText.parse("linear,C=0.5"),
            CandidateText.parse("poly,C=1,gamma=0.1,degree=2,coef0=1,weights=1:3:1")));
  }

  private Map<String, List<String>> run() throws Exception {
    List<String> command = new ArrayList<>(List.of(PYTHON, "-W", "error", "-c", ALL));
    for (Map.Entry<String, TrainingRecipe> each : recipes.entrySet()) {
      Path script = folder.resolve(each.getKey() + ".py");
      Files.writeString(script, each.getValue().script().orElseThrow());
      command.add(script.toString());
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (String part : said.split("== ", -1)) {
      List<String> lines = part.lines().toList();
      if (!lines.isEmpty()) {
        String name = Path.of(lines.getFirst()).getFileName().toString();
        found.put(name.replace(".py", ""), lines.subList(1, lines.size()));
      }
    }
    return found;
  }

  private static double figure(String name, List<String> said, String before) {
    String line =
        said.stream()
            .filter(each -> each.startsWith(before))
            .findFirst()
            .orElseThrow(() -> new AssertionError(name + " has no " + before + ": " + said));
    return Double.parseDouble(line.substring(line.lastIndexOf(' ')));
  }

  private static void check(String name, TrainingResult ours, List<String> said) {
    Candidate best = ours.best().candidate();
    assertThat(said.getFirst())
        .as(name)
        .startsWith("best {")
        .contains("'C': " + best.c(), "'kernel': '" + best.kernel().shape().text() + "'");
    assertThat(ours.best().mean())
        .as(name)
        .isCloseTo(
            figure(
                name,
                said,
                "mean " + ours.settings().validation().metric().word().replace('-', ' ')),
            within(1e-11));
    NestedScore nested = ours.nested();
    if (nested != null) {
      assertThat(nested.mean()).as(name).isCloseTo(figure(name, said, "nested"), within(1e-11));
    }
    if (ours.holdOut() != null) {
      double accuracy = Objects.requireNonNull(ours.holdOut()).accuracy();
      assertThat(said)
          .as(name)
          .contains(String.format(Locale.ROOT, "held out: accuracy %.12f", accuracy));
    }
  }

  @Test
  void scikitLearnFindsTheSame() throws Exception {
    assumeTrue(scikitLearnIsThere(), "scikit-learn is not installed");
    build();
    try (Database database = Database.open(file)) {
      settings(database);
      Map<String, List<String>> said = run();
      Training training = new Training(Reference.HOME, Workers.onCallingThread(), Reference.CLOCK);
      assertThat(said).hasSameSizeAs(recipes);
      for (Map.Entry<String, TrainingRecipe> each : recipes.entrySet()) {
        TrainingSettings settings = each.getValue().settings();
        TrainingResult ours =
            training.run(
                each.getValue().rows().read(database, settings, Monitor.NONE),
                settings,
                ScoreListener.NONE,
                Monitor.NONE);
        check(each.getKey(), ours, Objects.requireNonNull(said.get(each.getKey())));
      }
    }
  }
}
