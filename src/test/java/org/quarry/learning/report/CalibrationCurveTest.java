package org.quarry.learning.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.quarry.learning.Reference;
import tools.jackson.databind.JsonNode;

class CalibrationCurveTest {
  @Test
  void binsAndBrierScoreAreThoseOfScikitLearn() throws Exception {
    for (JsonNode example : Reference.json("report_curves.json").path("cases").values()) {
      CalibrationCurve curve =
          CalibrationCurve.of(
              Figures.ints(example.path("actual")),
              1,
              Figures.doubles(example.path("probabilities")));
      JsonNode expected = example.path("calibration");
      assertThat(curve.bins().stream().mapToDouble(CalibrationCurve.Bin::share).toArray())
          .containsExactly(Figures.doubles(expected.path("share")), within(1e-15));
      assertThat(curve.bins().stream().mapToDouble(CalibrationCurve.Bin::predicted).toArray())
          .containsExactly(Figures.doubles(expected.path("mean")), within(1e-14));
      assertThat(curve.brier()).isCloseTo(example.path("brier").doubleValue(), within(1e-15));
    }
  }

  @Test
  void aBinKnowsItsRowsAndItsUpperEdgeBelongsToIt() {
    double[] probabilities = {0, 0.1, 0.100001, 1, 0.3, 0.95};
    CalibrationCurve curve = CalibrationCurve.of(new int[] {0, 1, 1, 1, 0, 0}, 1, probabilities);
    assertThat(curve.bins()).extracting(CalibrationCurve.Bin::index).containsExactly(0, 1, 2, 9);
    assertThat(curve.rows(curve.bins().get(0))).containsExactly(0, 1);
    assertThat(curve.rows(curve.bins().get(3))).containsExactly(3, 5);
    assertThat(curve.bins().get(3).from()).isEqualTo(0.9);
    assertThat(curve.bins().get(3).to()).isEqualTo(1);
    assertThat(curve.bins().stream().mapToInt(CalibrationCurve.Bin::rows).sum()).isEqualTo(6);
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    assertThatThrownBy(() -> CalibrationCurve.of(new int[] {1}, 1, new double[] {1.01}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CalibrationCurve.of(new int[] {1}, 1, new double[] {Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
