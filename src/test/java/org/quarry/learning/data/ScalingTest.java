package org.quarry.learning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.quarry.learning.Reference;

class ScalingTest {
  @Test
  void theNotebooksRowsAreScaledAsByStandardScaler() throws Exception {
    DataSet data = DataSet.of(Reference.rows("breast_cancer.csv"), Reference.FEATURES, "target");
    Scaling scaling = Scaling.measure(data.values(Split.DEFAULT.divide(569).training()));
    for (Map<String, String> record : Reference.csv("seed_predictions.csv")) {
      int row = Integer.parseInt(Objects.requireNonNull(record.get("row")));
      double[] scaled = scaling.apply(data.values(row));
      for (int j = 0; j < 3; j++) {
        String expected = record.get("z_" + Reference.FEATURES.get(j));
        assertThat(scaled[j])
            .isCloseTo(Double.parseDouble(Objects.requireNonNull(expected)), within(1e-12));
      }
    }
  }

  @Test
  void aConstantColumnIsOnlyShifted() {
    Scaling scaling = Scaling.measure(new double[][] {{0.1, 1}, {0.1, 3}, {0.1, 5}});
    assertThat(scaling.deviations()[0]).isEqualTo(1);
    assertThat(scaling.deviations()[1]).isCloseTo(Math.sqrt(8.0 / 3), within(1e-15));
    assertThat(scaling.apply(new double[] {0.1, 3}))
        .containsExactly(new double[] {0, 0}, within(1e-15));
  }
}
