package org.quarry.ui.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.quarry.database.SqliteProgram;

/** What is proposed and learned, and what is said where nothing can be. */
class PredictModelTest extends PredictedColumn {
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
}
