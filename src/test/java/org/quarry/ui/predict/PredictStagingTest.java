package org.quarry.ui.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;
import org.quarry.database.SqliteProgram;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.RowKey;
import org.quarry.learning.model.PredictionCounts;

/** What is staged of a prediction, stopped, undone and written. */
class PredictStagingTest extends PredictedColumn {
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
