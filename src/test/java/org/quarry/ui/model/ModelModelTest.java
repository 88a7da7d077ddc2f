package org.quarry.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.quarry.database.SqliteProgram;
import org.quarry.database.records.ChangeWriter;
import org.quarry.database.records.RowKey;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.data.Missing;
import org.quarry.learning.data.Role;
import org.quarry.learning.training.TrainingResult;
import org.quarry.work.Monitor;

/** The screen without a window, on the sample; the expected figures are scikit-learn's. */
class ModelModelTest extends SampleScreen {
  private void writeStaged() {
    open.written(
        new ChangeWriter(open.database(), open.schema().get())
            .write(open.journal().rows(), false, rows -> {}, Monitor.NONE)
            .rows());
  }

  private static List<String> reference(String name) throws IOException {
    try (var stream = org.quarry.learning.Reference.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .toList();
    }
  }

  @Test
  void theSampleSuggestsTheNotebooksCase() {
    ModelModel screen = screen();
    assertThat(screen.data().table().get()).isEqualTo("breast_cancer");
    assertThat(screen.data().target().get()).isEqualTo("target");
    assertThat(screen.data().features())
        .containsExactlyInAnyOrder("mean_concavity", "worst_area", "mean_area");
    assertThat(screen.sentence())
        .isEqualTo("569 rows, 3 features → target (2 classes), 114 held out");
    assertThat(screen.train().title().get()).isEqualTo("Train 75 candidates");
    assertThat(screen.train().enabled().get()).isTrue();
  }

  @Test
  void theNotebooksGridFindsWhatScikitLearnFinds() throws Exception {
    ModelModel screen = screen();
    screen.train().run();
    TrainingResult result = Objects.requireNonNull(screen.run().result().get());
    assertThat(result.best().candidate().text()).isEqualTo("rbf, C 10, gamma 0.1");
    assertThat(Objects.requireNonNull(result.holdOut()).confusionMatrix())
        .containsExactly(List.of(42L, 6L), List.of(1L, 65L));
    List<String> reference = reference("seed_leakfree_cv_results.csv");
    List<ScoreRow> scores = screen.run().scores();
    assertThat(scores).hasSize(75);
    for (int i = 0; i < scores.size(); i++) {
      String[] fields = reference.get(i).replaceAll("\"[^\"]*\"", "").split(",", -1);
      assertThat(scores.get(i).mean()).isCloseTo(Double.parseDouble(fields[12]), within());
      assertThat(scores.get(i).std()).isCloseTo(Double.parseDouble(fields[13]), within());
      assertThat(scores.get(i).rank()).isEqualTo(Integer.parseInt(fields[14]));
    }
    assertThat(screen.step().get()).isEqualTo(Step.USE);
    assertThat(screen.summary(Step.SEARCH)).isEqualTo("Best: rbf, C 10, gamma 0.1");
    assertThat(screen.summary(Step.USE)).isEqualTo("Accuracy 0.939 on the rows held out");
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-9);
  }

  @Test
  void fillingWritesTheReferencesPredictions() throws Exception {
    ModelModel screen = screen();
    small(screen);
    screen.train().run();
    assertThat(screen.use().fill().table().get()).isEqualTo("predictions");
    assertThat(screen.use().fill().column().get()).isEqualTo("predicted_class");
    screen.fill().run();
    assertThat(open.journal().undoName()).contains("predict 114 cells in predictions");
    assertThat(SqliteProgram.rows(file, "SELECT count(predicted_class) FROM predictions"))
        .containsExactly("0");
    writeStaged();
    List<String> expected =
        reference("seed_predictions.csv").stream().map(line -> line.split(",", -1)[3]).toList();
    assertThat(
            SqliteProgram.rows(file, "SELECT predicted_class FROM predictions ORDER BY person_id"))
        .isEqualTo(expected);
    var counts = Objects.requireNonNull(screen.use().filled().get());
    assertThat(counts.predicted()).isEqualTo(114);
    assertThat(
            counts.labels().entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().text(), each -> each.getValue())))
        .containsEntry("0", expected.stream().filter("0"::equals).count())
        .containsEntry("1", expected.stream().filter("1"::equals).count());
  }

  @Test
  void onlyNullLeavesWhatIsSet() throws Exception {
    sql("UPDATE predictions SET predicted_class = 7 WHERE person_id <= 4");
    ModelModel screen = screen();
    small(screen);
    screen.train().run();
    screen.use().fill().onlyNull().set(true);
    screen.fill().run();
    writeStaged();
    assertThat(
            SqliteProgram.rows(
                file,
                "SELECT count(*) FILTER (WHERE predicted_class = 7), count(predicted_class)"
                    + " FROM predictions"))
        .containsExactly("4|114");
    assertThat(Objects.requireNonNull(screen.use().filled().get()).alreadySet()).isEqualTo(4);
  }

  @Test
  void savesByNameAndReplacesWhenAsked() throws Exception {
    ModelModel screen = screen();
    small(screen);
    screen.train().run();
    screen.use().name().set("  mine ");
    screen.saveModel().run();
    assertThat(screen.use().asking().get()).isTrue();
    assertThat(open.schema().get().table("quarry_models")).isEmpty();
    screen.saveModel().run();
    assertThat(screen.use().asking().get()).isFalse();
    assertThat(screen.use().saved().get()).isEqualTo("mine");
    assertThat(SqliteProgram.rows(file, "SELECT name FROM quarry_models")).containsExactly("mine");
    screen.saveModel().run();
    assertThat(screen.problem().get()).isInstanceOf(LearningProblem.ModelExists.class);
    screen.use().save(true);
    assertThat(screen.problem().get()).isNull();
    assertThat(screen.data().tables()).containsExactly("breast_cancer", "predictions");
    screen.use().name().set(" ");
    assertThat(screen.saveModel().enabled().get()).isFalse();
  }

  @Test
  void aTargetOfOneClassIsAProblem() throws Exception {
    sql("UPDATE breast_cancer SET target = 1");
    ModelModel screen = screen();
    assertThat(screen.sentence())
        .isEqualTo("569 rows, 3 features → target (1 class), 114 held out");
    small(screen);
    screen.train().run();
    assertThat(screen.problem().get()).isInstanceOf(LearningProblem.TooFewClasses.class);
    assertThat(screen.run().result().get()).isNull();
    assertThat(screen.run().running().get()).isFalse();
    assertThat(screen.train().enabled().get()).isTrue();
  }

  @Test
  void aReadOnlyFileTrainsAndSaysWhyItCannotBeWritten() throws Exception {
    assertThat(file.toFile().setWritable(false)).isTrue();
    ModelModel screen = screen();
    assumeFalse(open.database().access().writable());
    small(screen);
    screen.train().run();
    assertThat(screen.run().result().get()).isNotNull();
    assertThat(screen.fill().enabled().get()).isFalse();
    assertThat(screen.saveModel().enabled().get()).isFalse();
    assertThat(screen.use().fillFault().get()).contains(open.database().access().reason());
  }

  @Test
  void columnsSayWhetherTheyCanBeFeatures() {
    ModelModel screen = screen();
    assertThat(column(screen, "diagnosis").role()).isEqualTo(Role.IGNORED);
    assertThat(column(screen, "diagnosis").reason()).startsWith("The feature “diagnosis” alone");
    assertThat(column(screen, "target").reason()).isEqualTo("It holds 2 classes.");
    assertThat(column(screen, "id").reason()).startsWith("It is the primary key");
    assertThat(column(screen, "mean_radius").reason()).contains("waits for predictions");
    screen.data().chooseMeasurements();
    assertThat(screen.data().features()).hasSize(30).doesNotContain("id", "target", "diagnosis");
    screen.data().chooseNone();
    assertThat(screen.fault().get()).isEqualTo("Choose at least one feature.");
    assertThat(screen.train().enabled().get()).isFalse();
    screen.data().setRole(column(screen, "diagnosis"), Role.TARGET);
    assertThat(screen.data().target().get()).isEqualTo("diagnosis");
    assertThat(column(screen, "target").role()).isEqualTo(Role.IGNORED);
    screen.data().setRole(column(screen, "target"), Role.FEATURE);
    assertThat(screen.data().features()).containsExactly("target");
    screen.data().target().set("target");
    assertThat(screen.data().features()).isEmpty();
  }

  @Test
  void withoutATableThatWaitsEveryNumberIsAFeature() throws Exception {
    sql("DROP TABLE predictions");
    ModelModel screen = screen();
    assertThat(screen.data().features()).hasSize(30).doesNotContain("id", "target");
    small(screen);
    screen.train().run();
    assertThat(screen.use().fill().tables()).containsExactly("breast_cancer");
    assertThat(screen.use().fill().column().get()).isEmpty();
    assertThat(screen.fill().enabled().get()).isFalse();
    screen.use().fill().column().set("target");
    assertThat(screen.use().fill().caution()).contains("written over");
  }

  @Test
  void aChangedSchemaKeepsWhatIsChosen() throws Exception {
    ModelModel screen = screen();
    screen.data().chooseNone();
    screen.data().setRole(column(screen, "mean_area"), Role.FEATURE);
    sql("CREATE TABLE another (a REAL, b REAL, c REAL)");
    open.written();
    assertThat(screen.data().tables()).containsExactly("another", "breast_cancer", "predictions");
    assertThat(screen.data().features()).containsExactly("mean_area");
    sql("DROP TABLE breast_cancer");
    open.written();
    assertThat(screen.data().table().get()).isNotEqualTo("breast_cancer").isNotEmpty();
  }

  @Test
  void anEmptyFileHasNothingToLearnFrom() throws Exception {
    sql("DROP TABLE predictions", "DROP TABLE breast_cancer");
    ModelModel screen = screen();
    assertThat(screen.data().tables()).isEmpty();
    assertThat(screen.train().enabled().get()).isFalse();
    assertThat(screen.fault().get()).isEqualTo("Choose a table.");
  }

  @Test
  void countsRowsThatAreLeftOut() throws Exception {
    sql(
        "CREATE TABLE loose AS SELECT * FROM breast_cancer",
        "DROP TABLE breast_cancer",
        "UPDATE loose SET target = NULL WHERE rowid <= 3",
        "UPDATE loose SET mean_area = NULL WHERE rowid BETWEEN 3 AND 8");
    ModelModel screen = screen();
    Survey survey = Objects.requireNonNull(screen.data().survey().get());
    assertThat(survey.unlabelled()).isEqualTo(3);
    assertThat(survey.incomplete()).isZero();
    assertThat(column(screen, "mean_area").chosen().get().missing()).isEqualTo(Missing.MEAN);
    assertThat(screen.sentence()).startsWith("566 rows, 3 features");
    screen.data().setMissing(column(screen, "mean_area"), Missing.LEAVE_OUT);
    assertThat(screen.sentence())
        .isEqualTo(
            "561 rows, 3 features → target (2 classes), 113 held out; 3 to be predicted;"
                + " 5 left out: a feature is missing");
    survey = Objects.requireNonNull(screen.data().survey().get());
    assertThat(Notes.leftOut(survey))
        .containsExactly(
            "3 rows without a target to be predicted.", "5 rows without a feature left out.");
  }

  @Test
  void theTargetSuggestedIsNeverAMomentNorAKey() throws Exception {
    sql("DROP TABLE breast_cancer", "UPDATE predictions SET predicted_class = person_id % 2");
    ModelModel screen = screen();
    assertThat(screen.data().table().get()).isEqualTo("predictions");
    assertThat(screen.data().target().get()).isEqualTo("predicted_class");
    assertThat(screen.train().enabled().get()).isTrue();
  }

  @Test
  void withoutATellingNameAColumnOfFewClassesIsTheTarget() throws Exception {
    sql(
        "DROP TABLE breast_cancer",
        "DROP TABLE predictions",
        "CREATE TABLE loans (id INTEGER PRIMARY KEY, code TEXT UNIQUE, grade TEXT, owner TEXT,"
            + " sum REAL, paid DATE)",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
            + " INSERT INTO loans SELECT i, 'c' || i, 'g' || (i % 3), 'o' || i, i / 7.0,"
            + " '2020-01-0' || (i % 2) FROM n");
    ModelModel screen = screen();
    assertThat(screen.data().target().get()).isEqualTo("grade");
    assertThat(screen.sentence()).startsWith("3\u202f000 rows, 2 features → grade (3 classes)");
  }

  @Test
  void whereNothingFallsIntoClassesThePersonIsAsked() throws Exception {
    sql(
        "DROP TABLE breast_cancer",
        "DROP TABLE predictions",
        "CREATE TABLE people (id INTEGER PRIMARY KEY, height REAL, name TEXT)",
        "INSERT INTO people VALUES (1, 1.7, 'Ann'), (2, 1.8, 'Ben'), (3, 1.9, 'Cyd')");
    ModelModel screen = screen();
    assertThat(screen.data().target().get()).isEmpty();
    assertThat(screen.fault().get()).isEqualTo("Choose a target.");
  }

  @Test
  void tooManyClassesAreSaidAndNotTrained() {
    ModelModel screen = screen();
    screen.data().target().set("mean_radius");
    assertThat(screen.sentence())
        .isEqualTo(
            "“mean_radius” holds more than 100 classes, too many to tell apart."
                + " Choose another target.");
    assertThat(screen.train().enabled().get()).isFalse();
    screen.data().target().set("target");
    assertThat(screen.train().enabled().get()).isTrue();
  }

  @Test
  void trainingAgainReplacesAndForgets() {
    ModelModel screen = screen();
    small(screen);
    screen.train().run();
    screen.fill().run();
    screen.search().cs().typed().set("1");
    screen.train().run();
    assertThat(screen.run().scores()).hasSize(2);
    assertThat(screen.use().filled().get()).isNull();
    screen.stopTraining().run();
    assertThat(screen.run().result().get()).isNotNull();
  }

  @Test
  void aLabelMendedAndTrainedAgainShowsTheDifference() throws Exception {
    ModelModel screen = screen();
    small(screen);
    screen.train().run();
    assertThat(screen.use().change()).isEmpty();
    TrainingResult first = Objects.requireNonNull(screen.use().result().get());
    RowKey wrong =
        first.heldOut().stream()
            .filter(row -> !row.actual().equals(row.predicted()))
            .map(row -> (RowKey) row.identity())
            .findFirst()
            .orElseThrow();
    sql(
        "UPDATE breast_cancer SET target = 1 - target WHERE rowid = "
            + ((RowKey.Rowid) wrong).value());
    screen.train().run();
    // 107 of 114 were right; one more of them is now, and no other row has changed.
    assertThat(screen.use().change().orElseThrow().text())
        .isEqualTo(
            "Since the training before: accuracy 0.9474, was 0.9386 (+0.0088). Of 114 rows held out"
                + " both times, 1 is now right and none is now wrong; 1 is of another class.");
    screen.check().seed().typed().set("6");
    screen.train().run();
    assertThat(screen.use().change()).isEmpty();
  }
}
