package org.quarry.ui.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.util.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.ChangeWriter;
import org.quarry.database.records.RowKey;
import org.quarry.learning.WekaHome;
import org.quarry.learning.Workers;
import org.quarry.learning.model.PredictionCounts;
import org.quarry.learning.training.Training;
import org.quarry.sample.Sample;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.OpenFiles;
import org.quarry.work.Monitor;

/** A column of a real file is predicted; the rows that wait for it are known to the test alone. */
class PredictModelTest {
  @TempDir static Path folder;
  private static Path sample = Path.of("");

  private Path file = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private OpenDatabase open;

  /** The target is taken away from 100 rows and kept where the program does not look. */
  @BeforeAll
  static void build() throws Exception {
    sample = folder.resolve("sample.db");
    Sample.create(sample, Monitor.NONE);
    SqliteProgram.run(
        sample,
        "ALTER TABLE breast_cancer DROP COLUMN diagnosis",
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, ' NOT NULL', '')",
        "PRAGMA writable_schema = RESET",
        "UPDATE breast_cancer SET target = NULL WHERE id % 5 = 0");
  }

  @BeforeEach
  void copy() throws Exception {
    file = Files.copy(sample, Files.createTempDirectory(folder, "copy").resolve("copy.db"));
  }

  @AfterEach
  void close() {
    open.database().close();
  }

  private PredictModel screen() {
    return screen("breast_cancer", "target");
  }

  private PredictModel screen(String table, String column) {
    Background background = Background.onCallingThread();
    open = OpenFiles.of(background, Database.open(file));
    Training training =
        new Training(
            WekaHome.at(Path.of("target", "test-home", "weka")),
            Workers.onCallingThread(),
            InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z")));
    return new PredictModel(
        background, open, training, open.schema().get().table(table).orElseThrow(), column);
  }

  /** Three of the thirty measurements: enough, and quick. */
  private static void few(PredictModel screen) {
    screen.features().retainAll(List.of("mean_concavity", "worst_area", "mean_area"));
  }

  private void writeStaged() {
    open.written(
        new ChangeWriter(open.database(), open.schema().get())
            .write(open.journal().rows(), Monitor.NONE));
  }

  private String sql(String query) throws Exception {
    return SqliteProgram.rows(file, query).getFirst();
  }

  @Test
  void proposesTheDataSetOfTheModelTabAndSaysWhyNotOthers() throws Exception {
    SqliteProgram.run(
        file,
        "ALTER TABLE breast_cancer ADD COLUMN country TEXT",
        "UPDATE breast_cancer SET country = CASE id % 3 WHEN 0 THEN 'AUT' WHEN 1 THEN 'NLD' END",
        "ALTER TABLE breast_cancer ADD COLUMN same REAL DEFAULT 1",
        "ALTER TABLE breast_cancer ADD COLUMN day TEXT",
        "UPDATE breast_cancer SET day = date('2020-01-01', rowid || ' days')",
        "ALTER TABLE breast_cancer ADD COLUMN gaps REAL",
        "UPDATE breast_cancer SET gaps = id % 7 + 0.5 WHERE id % 2 = 0",
        "ALTER TABLE breast_cancer ADD COLUMN never REAL",
        "ALTER TABLE breast_cancer ADD COLUMN predicted_target INTEGER",
        "UPDATE breast_cancer SET predicted_target = id % 2");
    PredictModel screen = screen();
    Proposal proposal = Objects.requireNonNull(screen.proposal().get());
    assertThat(proposal.waiting()).isEqualTo(Long.parseLong(waiting()));
    assertThat(proposal.rows()).isEqualTo(569 - Long.parseLong(waiting()));
    assertThat(screen.features())
        .hasSize(33)
        .contains("country", "day", "gaps")
        .doesNotContain("id", "target", "same", "never", "predicted_target");
    assertThat(said(proposal, Offer::kind))
        .containsEntry("country", "one-hot")
        .containsEntry("day", "date as days")
        .containsEntry("gaps", "numeric");
    assertThat(said(proposal, Offer::reason))
        .containsEntry("id", "It is the primary key: it names a row and tells nothing of it.")
        .containsEntry("same", "Every row has the same value.")
        .containsEntry("never", "It has no value.")
        .containsEntry("predicted_target", "Predictions go here.");
    assertThat(said(proposal, Offer::reason).get("country"))
        .startsWith("It holds 2 categories; ")
        .endsWith(" NULL is a category of its own.");
    assertThat(said(proposal, Offer::reason).get("gaps"))
        .endsWith("mean of the rows learned from.");
    assertThat(proposal.possible()).contains("same").doesNotContain("predicted_target");
    screen.features().retainAll(List.of("worst_area", "country", "gaps", "day"));
    screen.predict().run();
    assertThat(screen.problem().get()).isNull();
    Prediction prediction = Objects.requireNonNull(screen.prediction().get());
    assertThat(prediction.result().rows()).isEqualTo((int) proposal.rows());
    assertThat(prediction.result().model().preparation().names())
        .contains("day", "country=AUT", "country=NLD", "country is missing", "gaps");
  }

  private static Map<String, String> said(Proposal proposal, Function<Offer, String> what) {
    return proposal.offers().stream().collect(Collectors.toMap(Offer::name, what));
  }

  @Test
  void ofManyRowsASampleIsLearnedFromAndAllArePredicted() throws Exception {
    PredictModel screen = screen();
    few(screen);
    assertThat(screen.most().get()).isEqualTo(5_000);
    assertThat(screen.sampling()).isEmpty();
    screen.most().set(90L);
    assertThat(screen.sampling()).startsWith("A stratified sample of 90 rows is learned from");
    screen.predict().run();
    Prediction prediction = Objects.requireNonNull(screen.prediction().get());
    assertThat(prediction.result().rows()).isEqualTo(90);
    assertThat(prediction.edits().counts().predicted()).isEqualTo(Long.parseLong(waiting()));
    screen.most().set(5_000L);
    assertThat(screen.prediction().get()).isNull();
  }

  @Test
  void stagingThatIsStoppedHalfWayLeavesNothingStaged() throws Exception {
    PredictModel screen = screen();
    few(screen);
    screen.beside().set(true);
    screen.predict().run();
    Subscription stopping =
        screen
            .progress()
            .subscribe(
                far -> {
                  if (far.doubleValue() > 0.5 && screen.stopPredicting().enabled().get()) {
                    screen.stopPredicting().run();
                  }
                });
    screen.stagePredictions().run();
    stopping.unsubscribe();
    assertThat(open.journal().size()).isZero();
    assertThat(open.journal().undoName()).isEmpty();
    assertThat(besides()).isEqualTo("0");
    assertThat(screen.done().get()).isEmpty();
    assertThat(screen.problem().get()).isNull();
    assertThat(screen.busy().get()).isFalse();
    screen.predict().run();
    screen.stagePredictions().run();
    assertThat(open.journal().size()).isEqualTo(3 * 569);
    assertThat(open.journal().undoName()).hasValue("predict 1707 cells in breast_cancer");
    open.journal().undo();
    assertThat(open.journal().size()).isZero();
  }

  @Test
  void aTabThatIsClosedWhileItStagesLeavesNeitherEditsNorColumns() throws Exception {
    PredictModel screen = screen();
    few(screen);
    screen.beside().set(true);
    screen.predict().run();
    Subscription closing =
        screen
            .progress()
            .subscribe(
                far -> {
                  if (far.doubleValue() > 0.5) {
                    screen.close();
                  }
                });
    screen.stagePredictions().run();
    closing.unsubscribe();
    assertThat(open.journal().size()).isZero();
    assertThat(besides()).isEqualTo("0");
  }

  @Test
  void aTableWithoutRowidIsFilledAndStagedEditsAreMentioned() throws Exception {
    SqliteProgram.run(
        file,
        "CREATE TABLE w (k TEXT PRIMARY KEY, x REAL, colour TEXT, y TEXT) WITHOUT ROWID",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 80)"
            + " INSERT INTO w SELECT 'k' || i, i % 9 + 0.5, CASE i % 2 WHEN 0 THEN 'red' ELSE"
            + " 'blue' END, CASE WHEN i % 5 = 0 THEN NULL WHEN i % 2 = 0 THEN 'even' ELSE 'odd'"
            + " END FROM n");
    PredictModel screen = screen("w", "y");
    assertThat(screen.stagedNote().get()).isEmpty();
    assertThat(screen.features()).contains("x").doesNotContain("k");
    screen.features().add("colour");
    screen.predict().run();
    screen.stagePredictions().run();
    assertThat(screen.stagedNote().get()).startsWith("16 staged edits are not written yet");
    writeStaged();
    assertThat(sql("SELECT count(*) FROM w WHERE (y = 'even') = (colour = 'red')")).isEqualTo("80");
  }

  @Test
  void whatIsStagedAfterThePreviewIsNotWrittenOver() throws Exception {
    long id = Long.parseLong(sql("SELECT min(rowid) FROM breast_cancer WHERE target IS NULL"));
    long other = Long.parseLong(sql("SELECT max(rowid) FROM breast_cancer WHERE target IS NULL"));
    PredictModel screen = screen();
    few(screen);
    screen.predict().run();
    open.journal()
        .set(
            "breast_cancer", List.of(new CellEdit(new RowKey.Rowid(id), "target", true, null, 7L)));
    open.journal().delete("breast_cancer", List.of(new RowKey.Rowid(other)));
    screen.stagePredictions().run();
    assertThat(open.journal().size()).isEqualTo(Integer.parseInt(waiting()));
    assertThat(open.journal().change("breast_cancer", new RowKey.Rowid(id)).orElseThrow().values())
        .containsEntry("target", 7L);
    assertThat(screen.done().get())
        .startsWith("Staged %d edits.".formatted(Integer.parseInt(waiting()) - 2));
  }

  @Test
  void rowsThatLackAValueOrHoldANewCategoryAreToldInThePreviewAndAfterwards() throws Exception {
    SqliteProgram.run(
        file,
        "ALTER TABLE breast_cancer ADD COLUMN country TEXT",
        "UPDATE breast_cancer SET country = CASE id % 3 WHEN 0 THEN 'AUT' ELSE 'NLD' END",
        "UPDATE breast_cancer SET country = 'FRA' WHERE rowid IN"
            + " (SELECT rowid FROM breast_cancer WHERE target IS NULL LIMIT 4)");
    PredictModel screen = screen();
    screen.features().clear();
    screen.features().addAll(List.of("mean_area", "country"));
    screen.predict().run();
    Prediction prediction = Objects.requireNonNull(screen.prediction().get());
    String known = 569 - Integer.parseInt(waiting()) + " rows keep the value they have.";
    String unseen =
        "4 rows are predicted with a category that no row learned from has; it counts as none of"
            + " the known ones: “country” (4: FRA).";
    assertThat(prediction.edits().counts().remarks(Long::toString)).containsExactly(known, unseen);
    screen.stagePredictions().run();
    assertThat(screen.done().get()).contains(known, unseen);
  }

  private String waiting() throws Exception {
    return sql("SELECT count(*) FROM breast_cancer WHERE target IS NULL");
  }

  @Test
  void fillsWhereItIsNullAsOneStepThatIsWrittenTogether() throws Exception {
    List<String> set =
        SqliteProgram.rows(file, "SELECT id, target FROM breast_cancer WHERE target IS NOT NULL");
    long waiting = Long.parseLong(waiting());
    PredictModel screen = screen();
    few(screen);
    screen.predict().run();
    Prediction prediction = Objects.requireNonNull(screen.prediction().get());
    PredictionCounts counts = prediction.edits().counts();
    assertThat(counts.rows()).isEqualTo(569);
    assertThat(counts.alreadySet()).isEqualTo(569 - waiting);
    assertThat(counts.predicted()).isEqualTo(waiting);
    assertThat(prediction.edits().first()).hasSize(20);
    assertThat(Objects.requireNonNull(prediction.result().nested()).mean()).isBetween(0.9, 0.99);
    assertThat(prediction.result().model().origin().trainingRows()).isEqualTo(569 - (int) waiting);
    assertThat(open.journal().size()).isZero();
    assertThat(screen.stagePredictions().title().get()).isEqualTo("Stage " + waiting + " edits");
    screen.stagePredictions().run();
    assertThat(open.journal().size()).isEqualTo((int) waiting);
    assertThat(screen.prediction().get()).isNull();
    assertThat(screen.done().get()).startsWith("Staged " + waiting + " edits.");
    assertThat(waiting()).isEqualTo(Long.toString(waiting));
    open.journal().undo();
    assertThat(open.journal().size()).isZero();
    open.journal().redo();
    writeStaged();
    assertThat(waiting()).isEqualTo("0");
    assertThat(
            SqliteProgram.rows(
                file, "SELECT id, target FROM breast_cancer WHERE id % 5 <> 0 ORDER BY rowid"))
        .isEqualTo(set);
    assertThat(sql("SELECT count(*) FROM breast_cancer WHERE typeof(target) <> 'integer'"))
        .isEqualTo("0");
    long right =
        Long.parseLong(
            sql(
                "SELECT count(*) FROM breast_cancer WHERE id % 5 = 0"
                    + " AND (target = 1) = (worst_area < 880)"));
    assertThat((double) right / waiting).isGreaterThan(0.85);
    assertThat(screen.fault().get())
        .isEqualTo(
            "“target” is set in every row, so there is nothing to fill. Add columns instead.");
  }

  @Test
  void addsColumnsForThePredictionAndTheModel() throws Exception {
    PredictModel screen = screen();
    few(screen);
    screen.beside().set(true);
    screen.predict().run();
    assertThat(besides()).isEqualTo("0");
    screen.stagePredictions().run();
    assertThat(screen.problem().get()).isNull();
    assertThat(besides()).isEqualTo("3");
    assertThat(screen.done().get())
        .contains(
            "The columns predicted_target, predicted_target_confidence, predicted_target_model were");
    assertThat(open.journal().size()).isEqualTo(3 * 569);
    open.journal().undo();
    assertThat(besides()).isEqualTo("0");
    open.journal().redo();
    assertThat(besides()).isEqualTo("3");
    writeStaged();
    assertThat(
            sql(
                "SELECT count(predicted_target), min(predicted_target_model)"
                    + " FROM breast_cancer"))
        .isEqualTo("569|target");
    assertThat(
            Long.parseLong(
                sql("SELECT count(*) FROM breast_cancer WHERE target <>" + " predicted_target")))
        .isBetween(1L, 45L);
  }

  private String besides() throws Exception {
    return sql(
        "SELECT count(*) FROM pragma_table_info('breast_cancer') WHERE name GLOB 'predicted_*'");
  }

  @Test
  void whatIsStagedAlreadyCountsAsTheRowsValue() throws Exception {
    long id = Long.parseLong(sql("SELECT min(rowid) FROM breast_cancer WHERE target IS NULL"));
    long other = Long.parseLong(sql("SELECT max(rowid) FROM breast_cancer WHERE target IS NULL"));
    PredictModel screen = screen();
    few(screen);
    open.journal()
        .set(
            "breast_cancer", List.of(new CellEdit(new RowKey.Rowid(id), "target", true, null, 1L)));
    open.journal().delete("breast_cancer", List.of(new RowKey.Rowid(other)));
    screen.predict().run();
    Prediction prediction = Objects.requireNonNull(screen.prediction().get());
    assertThat(prediction.edits().edits())
        .hasSize(Integer.parseInt(waiting()) - 2)
        .noneMatch(edit -> edit.key().equals(new RowKey.Rowid(id)))
        .noneMatch(edit -> edit.key().equals(new RowKey.Rowid(other)));
  }

  @Test
  void changingAChoiceForgetsWhatWasPredictedWithAnother() {
    PredictModel screen = screen();
    few(screen);
    screen.predict().run();
    screen.features().remove("mean_area");
    assertThat(screen.prediction().get()).isNull();
    assertThat(screen.stagePredictions().enabled().get()).isFalse();
    screen.features().clear();
    assertThat(screen.fault().get()).isEqualTo("Choose at least one column to learn from.");
    assertThat(screen.predict().enabled().get()).isFalse();
  }

  @Test
  void aColumnOfOneClassOrOfTooManyCannotBePredicted() throws Exception {
    SqliteProgram.run(file, "UPDATE breast_cancer SET target = 1 WHERE target IS NOT NULL");
    PredictModel one = screen();
    assertThat(one.fault().get()).contains("must hold two classes at least").contains("one");
    open.database().close();
    SqliteProgram.run(file, "UPDATE breast_cancer SET target = rowid WHERE target IS NOT NULL");
    assertThat(screen().fault().get()).contains("more than 100 classes");
    open.database().close();
    SqliteProgram.run(file, "UPDATE breast_cancer SET target = NULL");
    assertThat(screen().fault().get()).contains("NULL in every row, so there is nothing to learn");
  }

  @Test
  void aProblemOfTheTrainingIsShownAndNothingIsStaged() throws Exception {
    SqliteProgram.run(
        file,
        "UPDATE breast_cancer SET target = 1 WHERE target IS NOT NULL",
        "UPDATE breast_cancer SET target = 0 WHERE rowid = (SELECT min(rowid) FROM breast_cancer"
            + " WHERE target = 1)");
    PredictModel screen = screen();
    few(screen);
    screen.predict().run();
    assertThat(screen.prediction().get()).isNull();
    assertThat(open.journal().size()).isZero();
    assertThat(screen.problem().get()).isNotNull();
  }
}
