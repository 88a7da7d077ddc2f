package org.quarry.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.Reference;
import org.quarry.learning.Workers;
import org.quarry.learning.model.Model;
import org.quarry.learning.report.CalibrationCurve;
import org.quarry.learning.report.DataWarning;
import org.quarry.learning.report.DecisionGrid;
import org.quarry.learning.report.LearningCurve;
import org.quarry.learning.report.Metric;
import org.quarry.learning.report.Occlusion;
import org.quarry.learning.report.Predictions;
import org.quarry.learning.report.ThresholdCurve;
import org.quarry.learning.search.ScoreListener;
import org.quarry.work.Cancelled;
import org.quarry.work.Monitor;
import org.quarry.work.Stopping;

/** The report of the notebook's model against the figures of scikit-learn. */
class ModelReportTest {
  @SuppressWarnings("NullAway.Init")
  private static TrainingResult result;

  @SuppressWarnings("NullAway.Init")
  private static ModelReport report;

  @BeforeAll
  static void train() throws Exception {
    Training training = new Training(Reference.HOME, Workers.onCallingThread(), Reference.CLOCK);
    result =
        training.run(
            Reference.rows("breast_cancer.csv"),
            TrainingSettings.notebook("notebook", Reference.FEATURES, "target"),
            ScoreListener.NONE,
            Monitor.NONE);
    report = training.report(result);
  }

  @Test
  void decisionsAndCurvesAreTheReferences() throws Exception {
    Predictions decided = report.decided(Monitor.NONE);
    ThresholdCurve curve = Objects.requireNonNull(ThresholdCurve.of(decided, 1));
    assertThat(curve.area()).isCloseTo(0.983586, within(1e-6));
    assertThat(curve.at(Double.MIN_VALUE))
        .extracting(
            point -> point.trueNegatives(),
            point -> point.falsePositives(),
            point -> point.falseNegatives(),
            point -> point.truePositives())
        .containsExactly(42, 6, 1, 65);
    var lines = Reference.csv("seed_predictions.csv");
    assertThat(lines).hasSize(report.size());
    double[] scores = decided.scores(1);
    for (int row = 0; row < scores.length; row++) {
      assertThat(scores[row]).isCloseTo(decision(lines.get(row)), within(0.005));
      assertThat(report.identity(row)).isEqualTo(result.heldOut().get(row).identity());
    }
  }

  private static double decision(java.util.Map<String, String> line) {
    return Double.parseDouble(Objects.requireNonNull(line.get("decision")));
  }

  @Test
  void probabilitiesOrderAsTheDecisionsAndComeTrue() {
    Predictions calibrated = report.calibrated(Monitor.NONE);
    assertThat(calibrated.predicted()).isEqualTo(report.decided(Monitor.NONE).predicted());
    double[] probabilities = calibrated.probabilities(1);
    double[] decisions = calibrated.scores(1);
    for (int i = 1; i < decisions.length; i++) {
      if (decisions[i] > decisions[i - 1]) {
        assertThat(probabilities[i]).isGreaterThanOrEqualTo(probabilities[i - 1]);
      }
    }
    assertThat(CalibrationCurve.of(calibrated, 1).brier()).isBetween(0.02, 0.08);
  }

  @Test
  void importanceIsTheReferences() {
    assertThat(report.importance(Metric.ACCURACY, 30, 0, Monitor.NONE).ranked())
        .extracting(feature -> "%d %.3f".formatted(feature.index(), feature.mean()))
        .containsExactly("1 0.422", "0 0.088", "2 0.011");
  }

  @Test
  void theLearningCurveIsTheReferences() {
    LearningCurve curve = report.learningCurve(0, Monitor.NONE, 0.1, 0.3, 0.5, 0.8, 1);
    assertThat(curve.sizes())
        .extracting(LearningCurve.Size::rows)
        .containsExactly(30, 90, 151, 242, 303);
    double[] expected = {0.903, 0.939, 0.952, 0.960, 0.956};
    for (int i = 0; i < expected.length; i++) {
      assertThat(curve.sizes().get(i).test()).isCloseTo(expected[i], within(1e-3));
    }
  }

  @Test
  void theBoundaryAndTheReasonsAgreeWithTheModel() {
    DecisionGrid grid = report.boundary(0, 1, 9, Monitor.NONE);
    double[] point = report.typical();
    point[0] = grid.x().at(3);
    point[1] = grid.y().at(7);
    assertThat(grid.at(3, 7).label()).isEqualTo(result.model().predictIndex(point));
    assertThat(grid.at(3, 7).decision())
        .isCloseTo(Math.abs(result.model().decisions(point)[0]), within(1e-12));
    Occlusion why = report.why(5);
    double[] row = report.values(5).clone();
    assertThat(why.decision()).isCloseTo(Math.abs(result.model().decisions(row)[0]), within(1e-12));
    row[2] = report.typical()[2];
    double sign = result.model().predictIndex(report.values(5)) == 1 ? 1 : -1;
    assertThat(why.effects().get(2).without())
        .isCloseTo(sign * result.model().decisions(row)[0], within(1e-12));
  }

  @Test
  void aStopIsHeardInEveryPart() {
    AtomicInteger asked = new AtomicInteger();
    Monitor stopping = new Stopping(() -> asked.incrementAndGet() > 3);
    List<Runnable> parts =
        List.of(
            () -> report.calibrated(stopping),
            () -> report.importance(Metric.ACCURACY, 30, 0, stopping),
            () -> report.learningCurve(0, stopping, 0.5, 1),
            () -> report.boundary(0, 1, 9, stopping));
    for (Runnable part : parts) {
      asked.set(0);
      assertThatThrownBy(part::run).isInstanceOf(Cancelled.class);
    }
  }

  @Test
  void importanceOfASavedModelIsMeasuredOnTheRowsOfATable() throws Exception {
    var rows = Reference.rows("breast_cancer.csv");
    ModelImportance saved = ModelImportance.of(result.model(), rows, "target");
    assertThat(saved.rows()).isEqualTo(569);
    assertThat(
            saved
                .measure(Metric.ACCURACY, 5, 0, Workers.onCallingThread(), Monitor.NONE)
                .ranked()
                .getFirst()
                .index())
        .isEqualTo(1);
    double loss = 0;
    for (var row : rows.rows()) {
      double[] features =
          Reference.FEATURES.stream()
              .map(name -> row.values().get(rows.columns().indexOf(name)))
              .mapToDouble(value -> ((Number) Objects.requireNonNull(value)).doubleValue())
              .toArray();
      Number label = (Number) Objects.requireNonNull(row.values().getLast());
      loss -= Math.log(result.model().probabilities(features).orElseThrow()[label.intValue()]);
    }
    assertThat(
            saved
                .measure(Metric.LOG_LOSS, 2, 0, Workers.onCallingThread(), Monitor.NONE)
                .baseline())
        .isCloseTo(-loss / 569, within(1e-9));
    Model uncalibrated = Model.fromJson(Reference.text("model_v1.json"));
    ModelImportance old = ModelImportance.of(uncalibrated, rows, "target");
    assertThatThrownBy(
            () -> old.measure(Metric.LOG_LOSS, 5, 0, Workers.onCallingThread(), Monitor.NONE))
        .isInstanceOf(LearningProblem.BadSettings.class)
        .hasMessageContaining("has no calibration");
  }

  @Test
  void warningsNameTheVeryRows() throws Exception {
    var rows = Reference.rows("breast_cancer.csv");
    var doubled = new java.util.ArrayList<>(rows.rows());
    IntStream.range(0, 40)
        .forEach(
            i ->
                doubled.add(
                    new org.quarry.learning.data.Row(1000L + i, rows.rows().get(i).values())));
    TrainingSettings settings = TrainingSettings.notebook("notebook", Reference.FEATURES, "target");
    var found =
        DataCheck.of(
            new org.quarry.learning.data.Rows(rows.columns(), doubled),
            settings.roles(),
            settings.split(),
            settings.validation(),
            Monitor.NONE);
    var twins =
        found.stream()
            .filter(each -> each.warning() instanceof DataWarning.TwinsAcrossFolds)
            .findFirst()
            .orElseThrow();
    assertThat(twins.identities()).hasSize(twins.warning().rows().length).hasSizeGreaterThan(10);
    assertThat(twins.identities())
        .allSatisfy(
            identity -> {
              long row = ((Number) identity).longValue();
              assertThat(row < 40 || row >= 1000).isTrue();
            });
  }
}
