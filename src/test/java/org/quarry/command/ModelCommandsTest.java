package org.quarry.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import tools.jackson.databind.JsonNode;

/** Models by commands: used in SQL, held against the truth, moved in and out of files. */
class ModelCommandsTest {
  @TempDir static Path folder;
  private static Path trained = Path.of("");

  private final Terminal terminal = new Terminal();
  private Path file = Path.of("");

  /** The notebook's winner and one beside it, by the options for one's own lists. */
  @BeforeAll
  static void train() {
    trained = folder.resolve("s.db");
    Terminal terminal = new Terminal();
    assertThat(terminal.run("sample", trained)).isZero();
    assertThat(
            terminal.run(
                "train",
                trained,
                "--table",
                "breast_cancer",
                "--target",
                "target",
                "--features",
                "mean_concavity,worst_area,mean_area",
                "--c",
                "1,10",
                "--gamma",
                "0.1",
                "--kernel",
                "rbf",
                "--format",
                "json"))
        .isZero();
    assertThat(terminal.json().get("candidates")).hasSize(2);
    assertThat(terminal.json().get("best").toString())
        .isEqualTo("{\"kernel\":\"rbf\",\"C\":10.0,\"gamma\":0.1}");
  }

  @BeforeEach
  void copy() throws Exception {
    file = Files.copy(trained, Files.createTempDirectory(folder, "c").resolve("copy.db"));
  }

  /** The predictions of scikit-learn for the rows held out, in their order. */
  private static List<String> expected() throws Exception {
    try (InputStream text =
        ModelCommandsTest.class.getResourceAsStream("/org/quarry/learning/seed_predictions.csv")) {
      List<String> lines =
          new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .toList();
      int at = List.of(lines.getFirst().split(",", -1)).indexOf("predicted");
      return lines.stream().skip(1).map(line -> line.split(",", -1)[at]).toList();
    }
  }

  private int query(String sql) {
    return terminal.run("query", file, sql, "--format", "csv");
  }

  @Test
  void predictInSqlSaysWhatScikitLearnSaysOfEachRow() throws Exception {
    assertThat(
            query(
                "SELECT predict('target', mean_concavity, worst_area, mean_area) AS p"
                    + " FROM predictions ORDER BY person_id"))
        .isZero();
    assertThat(terminal.out().lines().skip(1).toList()).isEqualTo(expected());
  }

  @Test
  void anUnknownModelInSqlNamesThoseThereAre() {
    assertThat(query("SELECT predict('x', 1, 2, 3)")).isEqualTo(Commands.FAILED);
    assertThat(terminal.err()).contains("There is no model “x” in this file. It holds target.");
    assertThat(terminal.logged).isEmpty();
  }

  @Test
  void probabilitiesOfAllClassesAddUp() {
    assertThat(
            query(
                "SELECT count(*) AS n FROM predictions WHERE abs(predict_proba('target', 0,"
                    + " mean_concavity, worst_area, mean_area) + predict_proba('target', '1',"
                    + " mean_concavity, worst_area, mean_area) - 1) < 1e-9"))
        .isZero();
    assertThat(terminal.out()).isEqualTo("n\n114\n");
  }

  @Test
  void countsByThePredictedClassAreDrawnFromAView() throws Exception {
    SqliteProgram.run(file, "CREATE TABLE n(x)");
    assertThat(
            terminal.run(
                "query",
                file,
                "CREATE VIEW said AS SELECT person_id, timestamp, predict('target',"
                    + " mean_concavity, worst_area, mean_area) AS p FROM predictions"))
        .isZero();
    assertThat(
            terminal.run(
                "frequencies", file, "--table", "said", "--column", "p", "--format", "csv"))
        .isZero();
    long benign = expected().stream().filter("1"::equals).count();
    assertThat(terminal.out().lines().toList())
        .containsExactly("p,frequency", "1," + benign, "0," + (114 - benign));
  }

  @Test
  void evaluatesAgainstTheColumnItLearned() throws Exception {
    SqliteProgram.run(
        file,
        "CREATE TABLE held AS SELECT mean_concavity, worst_area, mean_area, predicted_class AS truth"
            + " FROM predictions ORDER BY person_id");
    List<String> expected = expected();
    for (int i = 0; i < expected.size(); i++) {
      String truth = i < 4 ? "1 - " + expected.get(i) : expected.get(i);
      SqliteProgram.run(file, "UPDATE held SET truth = " + truth + " WHERE rowid = " + (i + 1));
    }
    SqliteProgram.run(
        file, "INSERT INTO held VALUES (NULL, 1, 2, 1), (0.1, 500, 500, NULL), ('x', 500, 500, 1)");
    assertThat(
            terminal.run(
                "evaluate",
                file,
                "--model",
                "target",
                "--table",
                "held",
                "--target",
                "truth",
                "--format",
                "json"))
        .isZero();
    JsonNode found = terminal.json();
    assertThat(found.propertyNames())
        .containsExactly(
            "model",
            "target",
            "rows",
            "evaluated",
            "accuracy",
            "labels",
            "confusion_matrix",
            "report");
    assertThat(found.get("rows").longValue()).isEqualTo(117);
    assertThat(found.get("evaluated").longValue()).isEqualTo(114);
    assertThat(found.get("accuracy").doubleValue()).isEqualTo(110.0 / 114);
    assertThat(terminal.err())
        .contains("Left out: 1 without a class, 1 with a NULL feature, 1 with a feature that is");
  }

  @Test
  void evaluatesAsTextAndAsRows() {
    Object[] args = {"evaluate", file, "--model", "target", "--table", "breast_cancer"};
    assertThat(terminal.run(args)).isZero();
    assertThat(terminal.out())
        .startsWith("Model “target” against target on 569 rows: accuracy 0.9")
        .contains("precision    recall  f1-score   support", "macro avg", "predicted");
    assertThat(
            terminal.run(
                "evaluate",
                file,
                "--model",
                "target",
                "--table",
                "breast_cancer",
                "--format",
                "csv"))
        .isZero();
    assertThat(terminal.out().lines().map(line -> line.split(",", -1)[0]))
        .containsExactly("class", "0", "1", "macro", "weighted");
    assertThat(terminal.run("evaluate", file, "--model", "target", "--table", "predictions"))
        .isEqualTo(Commands.FAILED);
    assertThat(terminal.err()).contains("predictions has no column “target”");
  }

  @Test
  void aModelGoesOutToAFileAndBackIn() throws Exception {
    Path out = folder.resolve("m.json");
    assertThat(terminal.run("models", file, "--export", "target", out)).isZero();
    assertThat(terminal.out()).isEqualTo("Model “target” written to " + out + ".\n");
    assertThat(terminal.run("models", file, "--delete", "target")).isZero();
    assertThat(SqliteProgram.rows(file, "SELECT count(*) FROM quarry_models")).containsExactly("0");
    assertThat(terminal.run("models", file, "--import", out)).isZero();
    assertThat(terminal.run("models", file, "--import", out)).isEqualTo(Commands.FAILED);
    assertThat(terminal.err()).contains("a model “target” in this file already");
    assertThat(terminal.run("models", file, "--import", out, "--replace")).isZero();
    assertThat(terminal.run("models", file, "--import", out, "--name", "second")).isZero();
    assertThat(terminal.run("models", file, "--rename", "second", "target"))
        .isEqualTo(Commands.FAILED);
    assertThat(terminal.run("models", file, "--rename", "second", "third")).isZero();
    assertThat(terminal.run("models", file, "--format", "json")).isZero();
    JsonNode models = terminal.json();
    assertThat(models).hasSize(2);
    assertThat(models.get(0).get("name").stringValue()).isEqualTo("target");
    assertThat(models.get(1).get("name").stringValue()).isEqualTo("third");
    assertThat(models.get(1).get("candidate").stringValue()).isEqualTo("rbf, C 10, gamma 0.1");
    assertThat(models.get(1).get("rows").intValue()).isEqualTo(455);
    assertThat(
            query(
                "SELECT count(*) AS n FROM predictions WHERE predict('target', mean_concavity,"
                    + " worst_area, mean_area) <> predict('third', mean_concavity, worst_area,"
                    + " mean_area)"))
        .isZero();
    assertThat(terminal.out()).isEqualTo("n\n0\n");
  }

  @Test
  void noModelIsWrittenOverADatabase() throws Exception {
    byte[] before = Files.readAllBytes(file);
    assertThat(terminal.run("models", file, "--export", "target", file)).isEqualTo(Commands.FAILED);
    assertThat(terminal.err()).contains("A database is there, and writing would destroy it.");
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void aModelFileIsUsedWithoutKeepingIt() throws Exception {
    Path out = folder.resolve("used.json");
    assertThat(terminal.run("models", file, "--export", "target", out)).isZero();
    SqliteProgram.run(file, "DROP TABLE quarry_models");
    assertThat(
            terminal.run(
                "predict",
                file,
                "--model-file",
                out,
                "--table",
                "predictions",
                "--into",
                "predicted_class"))
        .isZero();
    assertThat(
            SqliteProgram.rows(file, "SELECT predicted_class FROM predictions ORDER BY person_id"))
        .isEqualTo(expected());
    assertThat(terminal.run("models", file, "--format", "csv")).isZero();
    assertThat(terminal.out().lines()).hasSize(1);
    Files.writeString(out, "{}");
    assertThat(terminal.run("evaluate", file, "--model-file", out, "--table", "breast_cancer"))
        .isEqualTo(Commands.FAILED);
    assertThat(terminal.err()).contains("The saved model cannot be read");
    assertThat(terminal.run("models", file, "--import", folder.resolve("none.json")))
        .isEqualTo(Commands.FAILED);
    assertThat(terminal.err()).contains("There is no file");
    assertThat(terminal.logged).isEmpty();
  }

  @Test
  void columnsAreAddedAndFilledTogetherOrNotAtAll() throws Exception {
    Object[] args = {
      "predict",
      file,
      "--model",
      "target",
      "--table",
      "predictions",
      "--into",
      "said \"so\"",
      "--add-columns",
      "--format",
      "json"
    };
    SqliteProgram.run(
        file,
        "CREATE TRIGGER t BEFORE UPDATE ON predictions WHEN new.person_id = 70"
            + " BEGIN SELECT RAISE(ABORT, 'row is closed'); END");
    byte[] before = Files.readAllBytes(file);
    assertThat(terminal.run(args)).isEqualTo(Commands.FAILED);
    assertThat(terminal.err()).contains("row is closed");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    SqliteProgram.run(file, "DROP TRIGGER t");
    assertThat(terminal.run(args)).isZero();
    assertThat(terminal.json().get("columns").toString())
        .isEqualTo(
            "[\"said \\\"so\\\"\",\"said \\\"so\\\"_confidence\",\"said \\\"so\\\"_model\"]");
    assertThat(terminal.err()).isEmpty();
    assertThat(
            SqliteProgram.rows(
                file,
                "SELECT count(*) FROM predictions WHERE \"said \"\"so\"\"_confidence\""
                    + " BETWEEN 0 AND 1"))
        .containsExactly("114");
    assertThat(
            SqliteProgram.rows(
                file, "SELECT \"said \"\"so\"\"\" FROM predictions ORDER BY person_id"))
        .isEqualTo(expected());
    assertThat(
            SqliteProgram.rows(
                file,
                "SELECT DISTINCT \"said \"\"so\"\"_model\", typeof(\"said \"\"so\"\"\")"
                    + " FROM predictions"))
        .containsExactly("target|integer");
  }
}
