package org.quarry.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.quarry.learning.data.Kind;
import org.quarry.learning.data.Role;
import org.quarry.learning.report.Metric;
import org.quarry.learning.training.TrainingResult;
import org.quarry.learning.training.Validation;

/** Roles, queries and validation as they go from the screen into a training. */
class ModelRolesTest extends SampleScreen {
  @Test
  void aQueryIsLearnedFromAsItsTableIs() {
    ModelModel screen = screen();
    screen.data().query().set("DELETE FROM breast_cancer");
    screen.data().useQuery();
    assertThat(screen.fault().get()).startsWith("This statement is no query.");
    screen
        .data()
        .query()
        .set(
            "SELECT mean_concavity, worst_area, mean_area, target FROM breast_cancer ORDER BY"
                + " rowid");
    screen.data().useQuery();
    assertThat(screen.sentence())
        .isEqualTo("569 rows, 3 features → target (2 classes), 114 held out");
    small(screen);
    screen.train().run();
    TrainingResult result = Objects.requireNonNull(screen.run().result().get());
    assertThat(Objects.requireNonNull(result.holdOut()).confusionMatrix())
        .containsExactly(List.of(42L, 6L), List.of(1L, 65L));
    screen.data().fromQuery().set(false);
    assertThat(screen.data().table().get()).isEqualTo("breast_cancer");
    assertThat(screen.data().features()).hasSize(3);
  }

  @Test
  void rolesKindsAndTheCheckGoIntoTheTraining() throws Exception {
    sql(
        "ALTER TABLE breast_cancer ADD COLUMN clinic INTEGER",
        "UPDATE breast_cancer SET clinic = rowid % 7");
    ModelModel screen = screen();
    small(screen);
    screen.check().kind().set(Validation.Kind.GROUPED);
    assertThat(screen.check().kindFault().get()).startsWith("No column is the group.");
    assertThat(screen.train().enabled().get()).isFalse();
    screen.data().setRole(column(screen, "clinic"), Role.GROUP);
    assertThat(screen.train().enabled().get()).isTrue();
    screen.check().metric().set(Metric.F1_MACRO);
    screen.check().nested().set(true);
    screen.data().setKind(column(screen, "mean_area"), Kind.NOMINAL);
    screen.train().run();
    TrainingResult result = Objects.requireNonNull(screen.run().result().get());
    assertThat(result.settings().roles().group()).isEqualTo("clinic");
    assertThat(result.settings().validation().kind()).isEqualTo(Validation.Kind.GROUPED);
    assertThat(result.settings().validation().metric()).isEqualTo(Metric.F1_MACRO);
    assertThat(Objects.requireNonNull(result.nested()).folds()).hasSize(3);
    assertThat(
            result.settings().roles().features().stream()
                .filter(feature -> feature.kind() == Kind.NOMINAL)
                .map(feature -> feature.name()))
        .containsExactly("mean_area");
  }

  @Test
  void aSampleKeepsTheSharesOfTheClasses() {
    ModelModel screen = screen();
    small(screen);
    screen.check().share().typed().set("0");
    screen.check().sample().rows().typed().set("200");
    screen.check().sample().taken().set(true);
    screen.train().run();
    TrainingResult result = Objects.requireNonNull(screen.run().result().get());
    assertThat(result.rows()).isEqualTo(200);
    screen.check().sample().rows().typed().set("5");
    assertThat(screen.train().enabled().get()).isFalse();
  }

  @Test
  void whatManyRowsCostIsMeasuredAndFewerAreLookedAtWhileCheckIsOpen() throws Exception {
    sql(
        "CREATE TABLE many(id INTEGER PRIMARY KEY, x REAL, y REAL, kind INTEGER)",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 201000)"
            + " INSERT INTO many SELECT i, i * 7919 % 201000, i * 104729 % 201000,"
            + " i * 7919 % 201000 > 100500 FROM n");
    ModelModel screen = screen();
    screen.data().table().set("many");
    screen.data().target().set("kind");
    small(screen);
    assertThat(screen.cost().sentence().get()).isEmpty();
    screen.step().set(Step.CHECK);
    assertThat(screen.cost().sentence().get())
        .matches("160\u202f800 rows to train on are many: about .+ on this machine, as measured.");
    assertThat(screen.findings().state().get()).doesNotContain("sample");
    screen.check().share().typed().set("0");
    // What is looked at for warnings is a sample, and that is said.
    assertThat(screen.findings().state().get())
        .isEqualTo("Looked at a stratified sample of 200\u202f000 rows.");
    // As the folded step does, which shows it.
    assertThat(screen.summary(Step.CHECK)).startsWith("nothing held out");
    screen.check().sample().taken().set(true);
    assertThat(screen.findings().state().get()).doesNotContain("sample");
    assertThat(screen.findings().findings())
        .isNotEmpty()
        .allMatch(finding -> finding.identities().size() <= 20_000)
        .anyMatch(finding -> finding.identities().size() > 1_000);
    screen.step().set(Step.DATA);
    assertThat(screen.cost().sentence().get()).isEmpty();
  }

  @Test
  void repeatedFoldsAndAHoldOutScoreAsOftenAsTheySay() {
    ModelModel screen = screen();
    small(screen);
    screen.check().kind().set(Validation.Kind.REPEATED);
    screen.check().repeats().typed().set("2");
    screen.train().run();
    assertThat(screen.run().scores().getFirst().folds()).hasSize(6);
    screen.check().folds().typed().set("nonsense");
    assertThat(screen.train().enabled().get()).isFalse();
    screen.check().kind().set(Validation.Kind.HOLD_OUT);
    screen.train().run();
    assertThat(screen.run().scores().getFirst().folds()).hasSize(1);
  }
}
