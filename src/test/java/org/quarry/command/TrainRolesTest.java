package org.quarry.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quarry.database.SqliteProgram;
import org.quarry.sample.Sample;
import org.quarry.work.Monitor;
import tools.jackson.databind.JsonNode;

/** Roles, validation and metrics of {@code quarry train}. */
class TrainRolesTest {
  private static final String NUMBERS =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120)";

  @TempDir static Path folder;
  private static Path file = Path.of("");

  private final Terminal terminal = new Terminal();

  @BeforeAll
  static void build() throws Exception {
    file = folder.resolve("s.db");
    Sample.create(file, Monitor.NONE);
    // The same facts twice: once as categories and days, once as the numbers they stand for.
    SqliteProgram.run(
        file,
        "CREATE TABLE mixed (id INTEGER PRIMARY KEY, size REAL, colour TEXT, seen TEXT,"
            + " house INTEGER, kind TEXT, red INTEGER, green INTEGER, blue INTEGER, day INTEGER)",
        NUMBERS
            + " INSERT INTO mixed (id, size, colour, seen, house, kind) SELECT i,"
            + " (i * 37 % 101) / 7.0, CASE i * 7 % 3 WHEN 0 THEN 'red' WHEN 1 THEN 'green' ELSE"
            + " 'blue' END, date('2020-01-01', (i * 53 % 89) || ' days'), i % 10,"
            + " CASE WHEN (i * 37 % 101) + 20 * (i * 7 % 3) + i % 13 > 75 THEN 'big' ELSE 'small'"
            + " END FROM n",
        "UPDATE mixed SET red = colour = 'red', green = colour = 'green', blue = colour = 'blue',"
            + " day = julianday(seen) - julianday('1970-01-01')",
        "UPDATE mixed SET kind = NULL WHERE id > 114");
  }

  private JsonNode train(String... more) {
    List<Object> args = new ArrayList<>(List.of("train", file, "--no-save", "--format", "json"));
    args.addAll(List.of(more));
    assertThat(terminal.run(args.toArray())).as(terminal.err()).isZero();
    return terminal.json();
  }

  private static List<Double> means(JsonNode result) {
    return result
        .get("candidates")
        .valueStream()
        .map(candidate -> candidate.get("mean").doubleValue())
        .toList();
  }

  @Test
  void categoriesAndDaysScoreAsTheNumbersTheyStandFor() {
    JsonNode named =
        train(
            "--table",
            "mixed",
            "--target",
            "kind",
            "--features",
            "size,colour,seen",
            "--nominal",
            "colour",
            "--date",
            "seen=days");
    assertThat(terminal.err()).isEmpty();
    JsonNode plain =
        train("--table", "mixed", "--target", "kind", "--features", "size,blue,green,red,day");
    assertThat(means(named)).hasSize(75).isEqualTo(means(plain));
    assertThat(named.get("holdout")).isEqualTo(plain.get("holdout"));
    assertThat(named.get("roles").get("features").toString())
        .isEqualTo(
            "[{\"name\":\"size\",\"kind\":\"numeric\",\"missing\":\"leave-out\"},"
                + "{\"name\":\"colour\",\"kind\":\"nominal\",\"missing\":\"leave-out\"},"
                + "{\"name\":\"seen\",\"kind\":\"date\",\"number\":\"days\",\"missing\":\"leave-out\"}]");
  }

  @Test
  void aQueryScoresAsTheTableItReads() {
    String[] rest = {"--target", "target", "--features", "mean_concavity,worst_area,mean_area"};
    List<String> query =
        new ArrayList<>(List.of("--query", "SELECT * FROM breast_cancer ORDER BY rowid;"));
    query.addAll(List.of(rest));
    JsonNode result = train(query.toArray(String[]::new));
    assertThat(result.get("best").toString())
        .isEqualTo("{\"kernel\":\"rbf\",\"C\":10.0,\"gamma\":0.1}");
    assertThat(result.get("holdout").get("confusion_matrix").toString())
        .isEqualTo("[[42,6],[1,65]]");
  }

  @Test
  void withoutFeaturesRolesAreProposedAndSaid() {
    JsonNode result =
        train("--table", "breast_cancer", "--target", "target", "--ignore", "mean_area");
    List<String> names =
        result
            .get("roles")
            .get("features")
            .valueStream()
            .map(feature -> feature.get("name").stringValue())
            .toList();
    assertThat(names).hasSize(29).doesNotContain("id", "diagnosis", "target", "mean_area");
    assertThat(terminal.err().lines().toList())
        .startsWith("quarry: These roles were proposed and used:")
        .contains(
            "  id: ignored. It is the primary key: it names a row and tells nothing of it.",
            "  target: target. It holds 2 classes.",
            "  mean_area: ignored. As asked.",
            "  mean_radius: numeric feature, missing values leave-out. It holds numbers.")
        .anyMatch(
            line ->
                line.startsWith("  diagnosis: ignored. The feature “diagnosis” alone tells the"));
  }

  @Test
  void missingValuesAreTreatedAsAsked() throws Exception {
    SqliteProgram.run(
        file,
        "CREATE TABLE gaps AS SELECT * FROM mixed",
        "UPDATE gaps SET size = NULL WHERE id <= 8",
        "UPDATE gaps SET colour = NULL WHERE id BETWEEN 9 AND 12");
    String[] common = {
      "--table", "gaps", "--target", "kind", "--features", "size,colour", "--nominal", "colour"
    };
    assertThat(train(common).get("holdout").get("report").get("macro").get("support").intValue())
        .isEqualTo(21);
    List<String> filled = new ArrayList<>(List.of(common));
    filled.addAll(List.of("--missing", "size=mean,colour=category"));
    JsonNode result = train(filled.toArray(String[]::new));
    assertThat(result.get("holdout").get("report").get("macro").get("support").intValue())
        .isEqualTo(23);
    assertThat(result.get("roles").get("features").get(1).get("missing").stringValue())
        .isEqualTo("category");
  }

  @Test
  void validationsDivideAsTheyAreCalled() {
    String[] kinds = {
      "stratified", "shuffled", "grouped", "stratified-grouped", "repeated", "hold-out"
    };
    int[] scores = {4, 4, 4, 4, 8, 1};
    for (int i = 0; i < kinds.length; i++) {
      List<String> args =
          new ArrayList<>(
              List.of(
                  "--table",
                  "mixed",
                  "--target",
                  "kind",
                  "--features",
                  "size",
                  "--group",
                  "house",
                  "--folds",
                  "4",
                  "--validation",
                  kinds[i]));
      if (kinds[i].equals("repeated")) {
        args.addAll(List.of("--repeats", "2", "--seed", "7"));
      }
      JsonNode result = train(args.toArray(String[]::new));
      assertThat(result.get("candidates").get(0).get("folds")).as(kinds[i]).hasSize(scores[i]);
      assertThat(result.get("validation").get("kind").stringValue()).isEqualTo(kinds[i]);
      assertThat(result.get("roles").get("group").stringValue()).isEqualTo("house");
    }
  }

  @Test
  void theMetricTheNestedScoreAndTheSolverAreSaid() {
    String[] common = {
      "--table", "breast_cancer", "--target", "target", "--features", "worst_area,mean_area"
    };
    List<String> args = new ArrayList<>(List.of(common));
    args.addAll(List.of("--metric", "balanced_accuracy", "--nested", "--strategy", "halving"));
    JsonNode result = train(args.toArray(String[]::new));
    assertThat(result.get("metric").stringValue()).isEqualTo("balanced-accuracy");
    assertThat(result.get("strategy").stringValue()).isEqualTo("halving");
    JsonNode nested = result.get("nested");
    assertThat(nested.get("folds")).hasSize(3);
    assertThat(nested.get("mean").doubleValue())
        .isCloseTo(
            nested
                .get("folds")
                .valueStream()
                .mapToDouble(JsonNode::doubleValue)
                .average()
                .orElseThrow(),
            within(1e-12));
    assertThat(result.get("nonconverged")).isEmpty();
    List<Object> text = new ArrayList<>(List.of("train", file, "--no-save"));
    text.addAll(List.of(common));
    text.addAll(List.of("--metric", "log-loss", "--nested"));
    assertThat(terminal.run(text.toArray())).isZero();
    assertThat(terminal.out())
        .containsPattern("Best of 75: .*, mean log loss 0\\.[0-9]{6} over 3 folds, scaled inside")
        .containsPattern("The search itself, on rows it did not see: log loss 0\\.[0-9]{6}, dev");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--target kind",
        "--table mixed --query SELECT_1 --target kind",
        "--query DELETE --target kind",
        "--query SELECT_:x --target kind",
        "--table mixed --target kind --features size --ignore day",
        "--table mixed --target kind --features size --nominal colour",
        "--table mixed --target kind --features size --missing size",
        "--table mixed --target kind --features size --missing size=often",
        "--table mixed --target kind --features seen --date seen=decade",
        "--table mixed --target kind --validation grouped",
        "--table mixed --target kind --validation random",
        "--table mixed --target kind --repeats 3",
        "--table mixed --target kind --seed 3",
        "--table mixed --target kind --validation shuffled --seed -3",
        "--table mixed --target kind --metric r2",
        "--table mixed --target kind --strategy luck",
        "--table mixed --target kind --solver libsvm"
      })
  void whatMakesNoSenseIsWrongUsage(String line) {
    List<Object> args = new ArrayList<>(List.of("train", file, "--no-save"));
    for (String word : line.split(" ", -1)) {
      args.add(word.replace('_', ' '));
    }
    assertThat(terminal.run(args.toArray())).as(line).isEqualTo(2);
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err()).startsWith("quarry: ");
  }

  @Test
  void columnsThatAreNotThereAreNamed() {
    for (String option : List.of("--features", "--group", "--nominal", "--ignore")) {
      assertThat(
              terminal.run(
                  "train",
                  file,
                  "--no-save",
                  "--table",
                  "mixed",
                  "--target",
                  "kind",
                  option,
                  "moon"))
          .isEqualTo(Commands.FAILED);
      assertThat(terminal.err()).contains("mixed has no column “moon”.");
    }
  }
}
