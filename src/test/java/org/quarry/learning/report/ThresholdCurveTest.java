package org.quarry.learning.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.quarry.learning.Reference;
import tools.jackson.databind.JsonNode;

class ThresholdCurveTest {
  private static List<JsonNode> cases() throws Exception {
    List<JsonNode> cases = new ArrayList<>();
    Reference.json("report_curves.json").path("cases").values().forEach(cases::add);
    assertThat(cases).hasSize(2);
    return cases;
  }

  private static ThresholdCurve curve(JsonNode example) {
    return Objects.requireNonNull(
        ThresholdCurve.of(
            Figures.ints(example.path("actual")), 1, Figures.doubles(example.path("decisions"))));
  }

  @Test
  void theRocCurveIsThatOfScikitLearn() throws Exception {
    for (JsonNode example : cases()) {
      List<CurvePoint> points = curve(example).points();
      JsonNode roc = example.path("roc");
      assertThat(points.stream().mapToDouble(CurvePoint::falsePositiveRate).toArray())
          .containsExactly(Figures.doubles(roc.path("fpr")));
      assertThat(points.stream().mapToDouble(CurvePoint::recall).toArray())
          .containsExactly(Figures.doubles(roc.path("tpr")));
      double[] thresholds =
          Arrays.stream(Figures.doubles(roc.path("thresholds"))).map(at -> at + 0.0).toArray();
      // Before version 1.3 scikit-learn put the highest score plus 1 for infinity.
      thresholds[0] = Double.POSITIVE_INFINITY;
      assertThat(points.stream().mapToDouble(CurvePoint::threshold).toArray())
          .containsExactly(thresholds);
      assertThat(curve(example).area())
          .isCloseTo(example.path("area").doubleValue(), within(1e-14));
    }
  }

  @Test
  void thePrecisionRecallCurveIsThatOfScikitLearn() throws Exception {
    for (JsonNode example : cases()) {
      List<CurvePoint> points = curve(example).points().reversed();
      JsonNode expected = example.path("pr");
      assertThat(points.stream().mapToDouble(CurvePoint::drawnPrecision).toArray())
          .containsExactly(Figures.doubles(expected.path("precision")));
      assertThat(points.stream().mapToDouble(CurvePoint::recall).toArray())
          .containsExactly(Figures.doubles(expected.path("recall")));
      assertThat(points.stream().limit(points.size() - 1L).mapToDouble(CurvePoint::threshold))
          .containsExactly(
              Arrays.stream(Figures.doubles(expected.path("thresholds")))
                  .mapToObj(threshold -> threshold + 0.0)
                  .toArray(Double[]::new));
      assertThat(curve(example).averagePrecision())
          .isCloseTo(example.path("average_precision").doubleValue(), within(1e-14));
    }
  }

  @Test
  void theFiguresOfAThresholdAreThoseOfScikitLearnAndItsRowsAreBehindThem() throws Exception {
    for (JsonNode example : cases()) {
      ThresholdCurve curve = curve(example);
      int[] actual = Figures.ints(example.path("actual"));
      double[] decisions = Figures.doubles(example.path("decisions"));
      for (JsonNode expected : example.path("at").values()) {
        double threshold = expected.path("threshold").doubleValue();
        CurvePoint point = curve.at(threshold);
        assertThat(
                List.of(
                    List.of(point.trueNegatives(), point.falsePositives()),
                    List.of(point.falseNegatives(), point.truePositives())))
            .hasToString(expected.path("matrix").toString().replace(",", ", "));
        assertThat(point.precision()).isEqualTo(expected.path("precision").doubleValue());
        assertThat(point.recall()).isEqualTo(expected.path("recall").doubleValue());
        assertThat(point.f1()).isCloseTo(expected.path("f1").doubleValue(), within(1e-15));
        for (Outcome outcome : Outcome.values()) {
          int[] rows = curve.rows(threshold, outcome);
          assertThat(rows).hasSize(point.count(outcome)).isSorted();
          for (int row : rows) {
            assertThat(actual[row] == 1).isEqualTo(outcome.actual());
            assertThat(decisions[row] >= threshold).isEqualTo(outcome.predicted());
          }
        }
      }
    }
  }

  @Test
  void theStepsOfACurveShareOutAllRows() throws Exception {
    for (JsonNode example : cases()) {
      ThresholdCurve curve = curve(example);
      int rows = 0;
      for (CurvePoint point : curve.points()) {
        rows += curve.rowsAt(point).length;
        assertThat(point.truePositives() + point.falsePositives()).isEqualTo(rows);
        assertThat(point.accuracy() + 0)
            .isEqualTo(
                (double) (point.truePositives() + point.trueNegatives())
                    / Figures.ints(example.path("actual")).length);
        assertThat(point.specificity()).isCloseTo(1 - point.falsePositiveRate(), within(1e-15));
      }
      assertThat(rows).isEqualTo(Figures.ints(example.path("actual")).length);
    }
  }

  @Test
  void oneClassOfManyStandsAgainstTheRest() {
    ThresholdCurve curve =
        Objects.requireNonNull(
            ThresholdCurve.of(new int[] {2, 0, 1, 2}, 2, new double[] {0.9, 0.1, 0.5, 0.4}));
    assertThat(curve.area()).isEqualTo(0.75);
    assertThat(curve.rows(0.45, Outcome.FALSE_NEGATIVE)).containsExactly(3);
    assertThat(curve.rows(0.45, Outcome.FALSE_POSITIVE)).containsExactly(2);
  }

  @Test
  void predictionsAreOrderedByDecisionsOrElseByProbabilities() {
    int[] actual = {0, 1, 0, 1};
    Predictions two = Predictions.ofDecisions(actual, new double[] {-2, 3, 1, 0.5});
    ThresholdCurve second = Objects.requireNonNull(ThresholdCurve.of(two, 1));
    ThresholdCurve first = Objects.requireNonNull(ThresholdCurve.of(two, 0));
    assertThat(second.area()).isEqualTo(0.75);
    assertThat(first.area()).isEqualTo(0.75);
    assertThat(first.rows(0, Outcome.TRUE_POSITIVE)).containsExactly(0);
    double[][] probabilities = {{0.5, 0.3, 0.2}, {0.1, 0.8, 0.1}, {0, 0.9, 0.1}, {0.2, 0.7, 0.1}};
    Predictions many = Predictions.of(3, actual, actual).withProbabilities(probabilities);
    assertThat(Objects.requireNonNull(ThresholdCurve.of(many, 1)).area()).isEqualTo(0.5);
    assertThat(CalibrationCurve.of(many, 0).rows(CalibrationCurve.of(many, 0).bins().get(0)))
        .containsExactly(1, 2);
    assertThatThrownBy(() -> ThresholdCurve.of(Predictions.of(2, actual, actual), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void withoutTwoSidesThereIsNoCurve() {
    assertThat(ThresholdCurve.of(new int[] {1, 1}, 1, new double[] {0, 1})).isNull();
    assertThat(ThresholdCurve.of(new int[] {0, 0}, 1, new double[] {0, 1})).isNull();
    assertThatThrownBy(() -> ThresholdCurve.of(new int[] {0, 1}, 1, new double[] {0, Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
