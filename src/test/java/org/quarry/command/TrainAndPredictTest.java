package org.quarry.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The notebook's case by commands against the figures of scikit-learn. */
class TrainAndPredictTest {
  private static final List<String> NOTEBOOK =
      List.of(
          "--table",
          "breast_cancer",
          "--target",
          "target",
          "--features",
          "mean_concavity,worst_area,mean_area",
          "--split",
          "sklearn:5:0.2",
          "--folds",
          "3",
          "--grid",
          "notebook",
          "--format",
          "json");

  @TempDir static Path folder;
  private static Path trained = Path.of("");
  private static JsonNode result = JsonMapper.builder().build().createObjectNode();

  private final Terminal terminal = new Terminal();
  private Path file = Path.of("");
  private boolean locked;

  @BeforeAll
  static void train() {
    trained = folder.resolve("s.db");
    Terminal terminal = new Terminal();
    assertThat(terminal.run("sample", trained)).isZero();
    assertThat(terminal.run(args("train", trained, NOTEBOOK))).isZero();
    assertThat(terminal.err()).isEmpty();
    result = terminal.json();
  }

  @BeforeEach
  void copy() throws Exception {
    file = Files.copy(trained, Files.createTempDirectory(folder, "c").resolve("copy.db"));
  }

  private static Object[] args(String command, Path file, List<String> rest, String... more) {
    List<Object> args = new ArrayList<>(List.of(command, file));
    args.addAll(rest);
    args.addAll(List.of(more));
    return args.toArray();
  }

  private static String reference(String name) throws Exception {
    try (InputStream text =
        TrainAndPredictTest.class.getResourceAsStream("/org/quarry/learning/" + name)) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private int predict(String... more) {
    return terminal.run(
        args(
            "predict",
            file,
            List.of("--model", "target", "--table", "predictions", "--into", "predicted_class"),
            more));
  }

  @Test
  void theShapeIsTheDocumentedOne() {
    assertThat(result.propertyNames())
        .containsExactly(
            "best",
            "candidates",
            "holdout",
            "model",
            "seconds",
            "metric",
            "nested",
            "nonconverged",
            "roles",
            "validation",
            "strategy",
            "solver",
            "rows",
            "sample");
    assertThat(result.get("candidates").get(0).propertyNames())
        .containsExactly("kernel", "C", "gamma", "folds", "mean", "std", "rank");
    assertThat(result.get("holdout").propertyNames())
        .containsExactly("accuracy", "labels", "confusion_matrix", "report");
    assertThat(result.get("holdout").get("report").propertyNames())
        .containsExactly("0", "1", "macro", "weighted");
    assertThat(result.get("seconds").propertyNames()).containsExactly("search", "total");
    assertThat(result.get("model").stringValue()).isEqualTo("target");
  }

  @Test
  void bestAndHoldOutAreTheReferences() throws Exception {
    assertThat(result.get("best").toString())
        .isEqualTo("{\"kernel\":\"rbf\",\"C\":10.0,\"gamma\":0.1}");
    JsonNode holdOut = result.get("holdout");
    assertThat(holdOut.get("accuracy").doubleValue()).isCloseTo(0.938596, within(5e-7));
    assertThat(holdOut.get("labels").toString()).isEqualTo("[0,1]");
    assertThat(holdOut.get("confusion_matrix").toString()).isEqualTo("[[42,6],[1,65]]");
    JsonNode expected = JsonMapper.builder().build().readTree(reference("seed_report.json"));
    for (String[] names :
        new String[][] {
          {"0", "0"}, {"1", "1"}, {"macro", "macro avg"}, {"weighted", "weighted avg"}
        }) {
      JsonNode mine = holdOut.get("report").get(names[0]);
      JsonNode theirs = expected.get(names[1]);
      assertThat(theirs).as(names[1]).isNotNull();
      for (String[] figure :
          new String[][] {{"precision", "precision"}, {"recall", "recall"}, {"f1", "f1-score"}}) {
        assertThat(mine.get(figure[0]).doubleValue())
            .as(names[0] + " " + figure[0])
            .isCloseTo(theirs.get(figure[1]).doubleValue(), within(1e-12));
      }
      assertThat(mine.get("support").longValue()).isEqualTo(theirs.get("support").longValue());
    }
  }

  @Test
  void everyScoreIsThatOfThePipelineThatScalesInsideTheFolds() throws Exception {
    List<String> lines = reference("seed_leakfree_cv_results.csv").lines().toList();
    List<String> names = List.of(lines.getFirst().split(",", -1));
    assertThat(result.get("candidates")).hasSize(75);
    for (int i = 0; i < 75; i++) {
      String[] fields = lines.get(i + 1).replaceAll("\"[^\"]*\"", "").split(",", -1);
      JsonNode candidate = result.get("candidates").get(i);
      assertThat(candidate.get("mean").doubleValue())
          .as(candidate.toString())
          .isCloseTo(Double.parseDouble(fields[names.indexOf("mean_test_score")]), within(1e-12));
      assertThat(candidate.get("rank").intValue())
          .isEqualTo((int) Double.parseDouble(fields[names.indexOf("rank_test_score")]));
      assertThat(candidate.get("folds")).hasSize(3);
    }
  }

  @Test
  void scalingBeforeTheFoldsGivesTheNotebooksOwnScoreAndLeavesTheFileAlone() throws Exception {
    byte[] before = Files.readAllBytes(file);
    assertThat(terminal.run(args("train", file, NOTEBOOK, "--scale-before-folds", "--no-save")))
        .isZero();
    JsonNode leaking = terminal.json();
    assertThat(leaking.get("best")).isEqualTo(result.get("best"));
    double best =
        leaking
            .get("candidates")
            .valueStream()
            .mapToDouble(candidate -> candidate.get("mean").doubleValue())
            .max()
            .orElseThrow();
    assertThat(best).isCloseTo(0.953831183920065, within(1e-12));
    assertThat(leaking.get("holdout")).isEqualTo(result.get("holdout"));
    assertThat(leaking.get("model").isNull()).isTrue();
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void eachRowIsPredictedAsInTheReference() throws Exception {
    assertThat(predict("--format", "json")).isZero();
    List<String> lines = reference("seed_predictions.csv").lines().toList();
    int predicted = List.of(lines.getFirst().split(",", -1)).indexOf("predicted");
    List<String> expected =
        lines.stream().skip(1).map(line -> line.split(",", -1)[predicted]).toList();
    assertThat(expected).hasSize(114);
    assertThat(
            SqliteProgram.rows(file, "SELECT predicted_class FROM predictions ORDER BY person_id"))
        .isEqualTo(expected);
    long benign = expected.stream().filter("1"::equals).count();
    assertThat(terminal.json().toString())
        .isEqualTo(
            "{\"rows\":114,\"written\":114,\"counts\":{\"0\":%d,\"1\":%d}}"
                .formatted(114 - benign, benign));
    assertThat(terminal.err()).isEmpty();
  }

  @Test
  void aLockMetWhileSavingDoesNotCostTheResult() throws Exception {
    try (Connection other = SqliteProgram.connect(file);
        Statement lock = other.createStatement()) {
      terminal.threads = 2;
      terminal.helper =
          task -> {
            if (!locked) {
              locked = true;
              begin(lock);
            }
            task.run();
          };
      assertThat(terminal.run(args("train", file, NOTEBOOK, "--name", "other")))
          .isEqualTo(Commands.FAILED);
    }
    assertThat(locked).isTrue();
    assertThat(terminal.json().get("holdout")).isEqualTo(result.get("holdout"));
    assertThat(terminal.json().get("model").isNull()).isTrue();
    assertThat(terminal.err()).startsWith("quarry: Another program holds copy.db.").hasLineCount(1);
  }

  private static void begin(Statement lock) {
    try {
      lock.execute("BEGIN IMMEDIATE");
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void aLockThatIsThereAlreadyIsMetBeforeTheSearch() throws Exception {
    try (Connection other = SqliteProgram.connect(file);
        Statement lock = other.createStatement()) {
      begin(lock);
      assertThat(terminal.run(args("train", file, NOTEBOOK, "--name", "other")))
          .isEqualTo(Commands.FAILED);
    }
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err()).startsWith("quarry: Another program holds copy.db.").hasLineCount(1);
  }

  @Test
  void featuresMayHaveQuotesAndCommasInTheirNames() throws Exception {
    SqliteProgram.run(
        file,
        "ALTER TABLE breast_cancer RENAME COLUMN mean_area TO 'mean \"area'",
        "ALTER TABLE breast_cancer RENAME COLUMN worst_area TO 'worst, area'");
    List<String> named =
        List.of("--table", "breast_cancer", "--target", "target", "--format", "json");
    assertThat(
            terminal.run(
                args(
                    "train",
                    file,
                    named,
                    "--features",
                    "mean_concavity, mean \"area",
                    "--features",
                    "worst, area",
                    "--no-save")))
        .isZero();
    assertThat(terminal.err()).isEmpty();
    assertThat(terminal.json().get("best")).isEqualTo(result.get("best"));
    assertThat(terminal.json().get("holdout")).isEqualTo(result.get("holdout"));
  }

  @Test
  void aRowThatARuleRefusesIsNamed() throws Exception {
    SqliteProgram.run(
        file,
        "CREATE TRIGGER t BEFORE UPDATE ON predictions WHEN new.person_id = 70"
            + " BEGIN SELECT RAISE(ABORT, 'row is closed'); END");
    assertThat(predict()).isEqualTo(Commands.FAILED);
    assertThat(terminal.err())
        .startsWith(
            "quarry: A rule of the table refuses this: predictions, row 70, predicted_class")
        .contains(". row is closed. Nothing was written. ")
        .doesNotContain("edit");
    assertThat(SqliteProgram.rows(file, "SELECT count(predicted_class) FROM predictions"))
        .containsExactly("0");
    SqliteProgram.run(
        file,
        "DROP TRIGGER t",
        "CREATE TRIGGER t BEFORE UPDATE ON predictions WHEN new.person_id = 70"
            + " BEGIN SELECT RAISE(ROLLBACK, 'row is closed'); END");
    assertThat(predict()).isEqualTo(Commands.FAILED);
    assertThat(terminal.err()).contains("row is closed");
    assertThat(SqliteProgram.rows(file, "SELECT count(predicted_class) FROM predictions"))
        .containsExactly("0");
  }

  @Test
  void onlyNullLeavesWhatIsThereAndSaysSo() throws Exception {
    SqliteProgram.run(
        file,
        "UPDATE predictions SET predicted_class = 9 WHERE person_id <= 100",
        "UPDATE predictions SET mean_area = NULL WHERE person_id = 101");
    assertThat(predict("--only-null", "--format", "json")).isZero();
    assertThat(terminal.json().get("written").intValue()).isEqualTo(13);
    assertThat(terminal.err()).contains("100 rows keep the value they have.", "NULL in “");
    assertThat(
            SqliteProgram.rows(file, "SELECT count(*) FROM predictions WHERE predicted_class = 9"))
        .containsExactly("100");
  }

  @Test
  void problemsAreSentencesAndNothingIsWritten() throws Exception {
    byte[] before = Files.readAllBytes(file);
    assertThat(
            terminal.run(
                "predict", file, "--model", "x", "--table", "predictions", "--into", "country"))
        .isEqualTo(Commands.FAILED);
    assertThat(terminal.err()).contains("no model “x”").contains("It holds target.");
    assertThat(
            terminal.run(
                "predict", file, "--model", "target", "--table", "predictions", "--into", "class"))
        .isEqualTo(Commands.FAILED);
    assertThat(terminal.err()).contains("no column “class”");
    assertThat(
            terminal.run(
                "train", file, "--table", "breast_cancer", "--target", "kind", "--features", "id"))
        .isEqualTo(Commands.FAILED);
    assertThat(terminal.err()).contains("“kind”");
    assertThat(terminal.run(args("train", file, NOTEBOOK, "--name", "target")))
        .isEqualTo(Commands.FAILED);
    assertThat(terminal.err()).contains("a model “target” in this file already");
    terminal.interrupted = true;
    assertThat(predict()).isEqualTo(Commands.FAILED);
    assertThat(terminal.run(args("train", file, NOTEBOOK, "--name", "other")))
        .isEqualTo(Commands.FAILED);
    assertThat(terminal.err()).isEqualToIgnoringNewLines("quarry: Cancelled.");
    assertThat(terminal.out()).isEmpty();
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(terminal.logged).isEmpty();
  }

  @Test
  void aModelIsReplacedWhenAskedAndNumberedWhenItHasNoName() throws Exception {
    String[] quick = {"--target", "diagnosis", "--split", "none", "--folds", "2"};
    List<String> base =
        List.of("--table", "breast_cancer", "--features", "worst_area", "--features", "mean_area");
    assertThat(terminal.run(args("train", file, base, quick))).isZero();
    assertThat(terminal.out()).contains("0 held out (none)").contains("Saved as model “diagnosis”");
    assertThat(
            terminal.run(
                args(
                    "train",
                    file,
                    base,
                    "--target",
                    "diagnosis",
                    "--folds",
                    "2",
                    "--format",
                    "csv")))
        .isZero();
    assertThat(terminal.out()).startsWith("kernel,C,gamma,fold_1,fold_2,mean,std,rank\n");
    assertThat(terminal.out().lines()).hasSize(76);
    assertThat(
            terminal.run(
                args(
                    "train",
                    file,
                    base,
                    "--target",
                    "target",
                    "--folds",
                    "2",
                    "--name",
                    "target",
                    "--replace")))
        .isZero();
    assertThat(SqliteProgram.rows(file, "SELECT name FROM quarry_models ORDER BY name"))
        .containsExactly("diagnosis", "diagnosis-2", "target");
    assertThat(
            SqliteProgram.rows(
                file,
                "SELECT json_array_length(json, '$.features') FROM quarry_models WHERE name ="
                    + " 'target'"))
        .containsExactly("2");
    assertThat(
            terminal.run(
                "predict",
                file,
                "--model",
                "diagnosis",
                "--table",
                "predictions",
                "--into",
                "country",
                "--format",
                "csv"))
        .isZero();
    assertThat(terminal.out()).startsWith("class,rows\nbenign,").contains("\nmalignant,");
    assertThat(SqliteProgram.rows(file, "SELECT DISTINCT country FROM predictions ORDER BY 1"))
        .containsExactly("benign", "malignant");
  }
}
