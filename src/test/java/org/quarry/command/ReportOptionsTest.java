package org.quarry.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import org.quarry.learning.Reference;
import tools.jackson.databind.JsonNode;

/** What a training on the command line tells beyond its scores, and of which rows. */
class ReportOptionsTest {
  @TempDir static Path folder;
  private static Path file = Path.of("");
  private static Path iris = Path.of("");

  private final Terminal terminal = new Terminal();

  @BeforeAll
  static void build() throws Exception {
    file = folder.resolve("s.db");
    assertThat(new Terminal().run("sample", file)).isZero();
    List<String> lines = Reference.lines("iris.csv");
    List<String> sql = new ArrayList<>();
    sql.add("CREATE TABLE iris(" + lines.getFirst().replace(' ', '_') + ")");
    lines
        .subList(1, lines.size())
        .forEach(
            each ->
                sql.add("INSERT INTO iris VALUES (" + each.replaceAll("([a-z]+)$", "'$1'") + ")"));
    iris = SqliteProgram.run(folder.resolve("iris.db"), sql.toArray(String[]::new));
  }

  private int train(String... more) {
    List<Object> args =
        new ArrayList<>(
            List.of(
                "train",
                file,
                "--table=breast_cancer",
                "--target=target",
                "--features=mean_concavity,worst_area,mean_area",
                "--c=10",
                "--gamma=0.1",
                "--kernel=rbf"));
    args.addAll(List.of(more));
    return terminal.run(args.toArray());
  }

  @Test
  void aSampleKeepsTheSharesOfTheClasses() throws Exception {
    assertThat(train("--no-save", "--format=json", "--sample=200", "--split=sklearn:3:0")).isZero();
    assertThat(terminal.json().get("rows").intValue()).isEqualTo(200);
    assertThat(terminal.json().get("sample").intValue()).isEqualTo(200);
    assertThat(train("--no-save", "--sample=200", "--split=sklearn:3:0.1")).isZero();
    assertThat(terminal.out()).startsWith("200 rows: 180 for training, 20 held out");
    assertThat(train("--no-save", "--format=json", "--sample=200", "--split=sklearn:3:0.995"))
        .isEqualTo(1);
    assertThat(train("--no-save", "--sample=0")).isEqualTo(2);
    assertThat(terminal.err()).startsWith("quarry: --sample wants 1 or more, not 0.");
  }

  @Test
  void eachSolverCountsItsOwnVectors() {
    assertThat(
            terminal.run(
                "train",
                file,
                "--table=breast_cancer",
                "--target=target",
                "--features=mean_area,mean_concavity,worst_area",
                "--c=10",
                "--gamma=0.1",
                "--kernel=rbf",
                "--no-save",
                "--format=json",
                "--compare-with-stock"))
        .isZero();
    JsonNode vectors = terminal.json().get("stock").get("vectors");
    // Weka's solution stops at twice the tolerance; in this order of features it keeps one fewer.
    assertThat(vectors.get("own").intValue()).isEqualTo(74);
    assertThat(vectors.get("stock").intValue()).isEqualTo(73);
  }

  @Test
  void bothSolversStandSideBySide() {
    assertThat(train("--no-save", "--format=json", "--compare-with-stock")).isZero();
    JsonNode stock = terminal.json().get("stock");
    assertThat(stock.get("rows").intValue()).isEqualTo(114);
    assertThat(stock.get("agreeing").intValue()).isEqualTo(114);
    assertThat(stock.get("held_out").booleanValue()).isTrue();
    assertThat(stock.get("vectors").get("own").intValue()).isEqualTo(74);
    assertThat(stock.get("largest_difference").doubleValue()).isBetween(1e-9, 0.02);
    JsonNode first = stock.get("predictions").get(0);
    double off =
        first.get("own_decisions").get(0).doubleValue()
            - first.get("stock_decisions").get(0).doubleValue();
    assertThat(Math.abs(off))
        .isCloseTo(stock.get("largest_difference").doubleValue(), within(1e-15));
    assertThat(train("--no-save", "--compare-with-stock")).isZero();
    assertThat(terminal.out())
        .contains("Beside Weka's SMO, on 114 rows held out: 114 get the same class")
        .contains("and 104 rows more, in --format json.");
    assertThat(train("--no-save", "--compare-with-stock", "--format=csv")).isEqualTo(2);
  }

  @Test
  void theReportIsOnePageWithEveryPicture() throws Exception {
    Path page = folder.resolve("report.html");
    assertThat(train("--no-save", "--report=" + page)).isZero();
    String text = Files.readString(page);
    assertThat(text)
        .startsWith("<!DOCTYPE html>")
        .contains("Confusion matrix", "0.9386", "<svg", "mean_concavity")
        .doesNotContain("<script");
    // Matrix, two curves, calibration, importance, learning curve, boundary.
    assertThat(text.split("<svg", -1)).hasSize(1 + 7);
    assertThat(train("--no-save", "--report=" + folder.resolve("none").resolve("r.html")))
        .isEqualTo(1);
    assertThat(terminal.err()).contains("cannot be written", "There is no folder");
    assertThat(terminal.out()).isEmpty();
    byte[] before = Files.readAllBytes(file);
    assertThat(train("--no-save", "--report=" + file)).isEqualTo(1);
    assertThat(terminal.err()).contains("A database is there, and writing would destroy it.");
    assertThat(terminal.out()).isEmpty();
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void aModelOfAFileIsMeasuredByProbabilitiesToo() {
    Path model = folder.resolve("iris.json");
    assertThat(terminal.run("train", iris, "--table=iris", "--target=species", "--name=i"))
        .isZero();
    assertThat(terminal.run("models", iris, "--export", "i", model)).isZero();
    for (String metric : List.of("log-loss", "roc_auc")) {
      assertThat(
              terminal.run(
                  "importance",
                  iris,
                  "--model-file=" + model,
                  "--table=iris",
                  "--repeats=3",
                  "--format=json",
                  "--metric=" + metric))
          .as(terminal.err())
          .isZero();
      JsonNode said = terminal.json();
      assertThat(said.get("metric").stringValue()).isEqualTo(metric.replace('_', '-'));
      assertThat(said.get("baseline").doubleValue())
          .isBetween(metric.equals("log-loss") ? -0.2 : 0.97, metric.equals("log-loss") ? 0 : 1.0);
      assertThat(said.get("features").get(0).get("mean").doubleValue()).isPositive();
    }
    assertThat(terminal.run("importance", iris, "--table=iris")).isEqualTo(2);
  }
}
