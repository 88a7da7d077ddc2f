package org.quarry.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.util.Subscription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import org.quarry.database.records.KeyCondition;
import org.quarry.database.records.RowKey;
import org.quarry.database.schema.Table;
import org.quarry.learning.training.StockComparison;
import org.quarry.sample.Sample;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.model.report.Card;
import org.quarry.ui.model.report.ReportModel;
import org.quarry.work.Monitor;

/** The report of a training on the sample, without a window. */
class ReportFlowTest {
  @TempDir static Path folder;
  private static Path file = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private static OpenDatabase open;

  @SuppressWarnings("NullAway.Init")
  private static ModelModel model;

  private static final List<RowKey> shown = new ArrayList<>();

  @BeforeAll
  static void train() {
    file = folder.resolve("sample.db");
    Sample.create(file, Monitor.NONE);
    open = Screens.open(Background.onCallingThread(), file);
    model = new ModelModel(Background.onCallingThread(), open, Screens.training());
    model.showRows((table, rows) -> shown.addAll(rows));
    model.train().run();
  }

  @BeforeEach
  void forget() {
    shown.clear();
  }

  @AfterAll
  static void close() {
    model.close();
    open.database().close();
  }

  private static ReportModel report() {
    return model.report();
  }

  private static Table table() {
    return open.schema().get().table("breast_cancer").orElseThrow();
  }

  @Test
  void aCellOfTheMatrixShowsItsVeryRows() throws Exception {
    report().showCell(0, 1);
    assertThat(shown).hasSize(6);
    Optional<String> where = KeyCondition.of(table(), shown);
    assertThat(
            SqliteProgram.rows(
                file,
                "SELECT count(*) || '|' || sum(target) FROM breast_cancer WHERE "
                    + where.orElseThrow()))
        .contains("6|0");
  }

  @Test
  void aThresholdMovesMatrixFiguresAndRows() {
    report().card().set(Card.CURVES);
    assertThat(report().thresholds().matrix())
        .isEqualTo(List.of(List.of(65L, 1L), List.of(6L, 42L)));
    assertThat(report().thresholds().figures()).startsWith("Precision 0.915 · recall 0.985");
    assertThat(Objects.requireNonNull(report().thresholds().curve().get()).area())
        .isBetween(0.98358, 0.98359);
    report().thresholds().threshold().set(1e9);
    assertThat(report().thresholds().matrix())
        .isEqualTo(List.of(List.of(0L, 66L), List.of(0L, 48L)));
    assertThat(report().thresholds().rows(0, 1)).hasSize(66);
    report().thresholds().threshold().set(Double.MIN_VALUE);
  }

  @Test
  void eachCardComputesWhatItShowsAndNoMore() {
    report().card().set(Card.IMPORTANCE);
    assertThat(Objects.requireNonNull(report().importance().value().get()).features())
        .hasSize(model.data().features().size());
    assertThat(report().learning().value().get()).isNull();
    report().card().set(Card.BOUNDARY);
    assertThat(report().boundary().value().get()).isNotNull();
    report().card().set(Card.WHY);
    assertThat(Objects.requireNonNull(report().why().value().get()).effects())
        .hasSize(model.data().features().size());
    int row = report().row().get();
    assertThat(row).isEqualTo(report().order().getFirst());
    report().show(new int[] {row});
    assertThat(shown).hasSize(1);
  }

  @Test
  void stockSmoIsComparedOnTheVeryRowsOfTheTraining() throws Exception {
    report().offer(model.run().result().get());
    report().card().set(Card.STOCK);
    assertThat(report().stock().value().get()).isNull();
    report().compareWithStock();
    StockComparison compared = Objects.requireNonNull(report().stock().value().get());
    assertThat(compared.heldOut()).isTrue();
    assertThat(compared.rows()).hasSize(114);
    assertThat(compared.agreeing()).isEqualTo(114);
    List<StockComparison.Row> ordered = compared.ordered();
    assertThat(ordered.getFirst().difference()).isEqualTo(compared.difference()).isPositive();
    report().showRow(ordered.getFirst().identity());
    assertThat(
            SqliteProgram.rows(
                file,
                "SELECT target FROM breast_cancer WHERE "
                    + KeyCondition.of(table(), shown).orElseThrow()))
        .contains(ordered.getFirst().actual().text());
  }

  @Test
  void aNewTrainingForgetsTheReportOfTheLast() {
    model.use().offer(null, null);
    assertThat(report().report().get()).isNull();
    assertThat(report().importance().value().get()).isNull();
    assertThat(report().thresholds().curve().get()).isNull();
    report().showCell(0, 1);
    assertThat(shown).isEmpty();
    model.train().run();
    assertThat(report().report().get()).isNotNull();
  }

  @Test
  void checkFindsNothingInTheSampleAndStopsOnLeaving() {
    model.step().set(Step.CHECK);
    assertThat(model.findings().state().get()).isEqualTo("Nothing suspicious was found.");
    model.step().set(Step.USE);
    assertThat(model.findings().state().get()).isEmpty();
    assertThat(Files.exists(file)).isTrue();
  }

  @Test
  void whenItsReportIsGoneSoIsTheCurve() {
    report().card().set(Card.CALIBRATION);
    report().card().set(Card.CURVES);
    assertThat(report().thresholds().curve().get()).isNotNull();
    List<Boolean> without = new ArrayList<>();
    Subscription watching =
        report()
            .thresholds()
            .curve()
            .subscribe(
                curve -> {
                  if (curve != null) {
                    without.add(report().report().get() == null);
                  }
                });
    report().offer(null);
    watching.unsubscribe();
    assertThat(without).doesNotContain(true);
    assertThat(report().thresholds().curve().get()).isNull();
    report().offer(model.run().result().get());
  }
}
