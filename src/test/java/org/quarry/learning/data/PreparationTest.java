package org.quarry.learning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.Mixed;
import org.quarry.learning.Reference;
import tools.jackson.databind.JsonNode;

class PreparationTest {
  private static final double NULL = Double.NaN;

  private static List<Feature> numbers(int count) {
    return IntStream.range(0, count).mapToObj(i -> Feature.numeric("x" + i)).toList();
  }

  private static Feature nominal(Missing missing) {
    return Feature.nominal("c", missing)
        .with(List.of(new ClassLabel("a"), new ClassLabel("b"), new ClassLabel("d")));
  }

  /** The only column of points before they are scaled. */
  private static double unscaled(Preparation preparation, int column, double... raw) {
    return preparation.apply(raw)[column] * preparation.deviations()[column]
        + preparation.means()[column];
  }

  @Test
  void theNotebooksRowsAreScaledAsByStandardScaler() throws Exception {
    DataSet data = DataSet.of(Reference.rows("breast_cancer.csv"), Reference.FEATURES, "target");
    Preparation scaling =
        Preparation.measure(
            data.roles().features(), data.values(Split.DEFAULT.divide(569).training()));
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
    Preparation scaling =
        Preparation.measure(numbers(2), new double[][] {{0.1, 1}, {0.1, 3}, {0.1, 5}});
    assertThat(scaling.deviations()[0]).isEqualTo(1);
    assertThat(scaling.deviations()[1]).isCloseTo(Math.sqrt(8.0 / 3), within(1e-15));
    assertThat(scaling.apply(new double[] {0.1, 3}))
        .containsExactly(new double[] {0, 0}, within(1e-15));
  }

  @Test
  void rowsOfAFoldBecomeThePointsOfScikitLearn() throws Exception {
    DataSet data = Mixed.data();
    Partition folds = StratifiedFolds.of(Mixed.labels(data), data.classes(), 3);
    Preparation preparation =
        Preparation.measure(data.roles().features(), data.values(folds.training(0)));
    JsonNode expected = Reference.json("mixed.json").path("first_fold");
    assertPoints(preparation, data.values(folds.test(0)), expected.path("points"));
    assertPoints(preparation, data.values(folds.training(0)), expected.path("training_points"));
    assertThat(preparation.names())
        .containsExactly(
            "country=AUT",
            "country=CHE",
            "country=DEU",
            "country is missing",
            "colour=blue",
            "colour=green",
            "colour=red",
            "size",
            "weight",
            "height",
            "height is missing",
            "day");
    assertThat(preparation.unseen(data.values(17))).as("the only row of LIE").isTrue();
    assertThat(preparation.unseen(data.values(0))).isFalse();
  }

  private static void assertPoints(Preparation preparation, double[][] rows, JsonNode expected) {
    assertThat(rows).hasNumberOfRows(expected.size());
    for (int i = 0; i < rows.length; i++) {
      double[] point = preparation.apply(rows[i]);
      assertThat(point).hasSize(expected.path(i).size()).hasSize(preparation.width());
      for (int j = 0; j < point.length; j++) {
        assertThat(point[j])
            .as("row %d, %s", i, preparation.names().get(j))
            .isCloseTo(expected.path(i).path(j).doubleValue(), within(1e-12));
      }
    }
  }

  @Test
  void theModeIsTheMostFrequentValueAndOfEqualsTheLeast() {
    List<Feature> features = List.of(Feature.numeric("x", Missing.MODE), nominal(Missing.MODE));
    Preparation mode =
        Preparation.measure(features, new double[][] {{5, 2}, {3, 1}, {5, 1}, {3, 2}, {NULL, 0}});
    assertThat(unscaled(mode, 0, NULL, NULL)).isCloseTo(3, within(1e-12));
    assertThat(mode.apply(new double[] {4, NULL})).isEqualTo(mode.apply(new double[] {4, 1}));
  }

  @Test
  void aCategoryNotSeenIsAllZerosAndTold() {
    Preparation own =
        Preparation.measure(
            List.of(nominal(Missing.CATEGORY)), new double[][] {{0}, {2}, {2}, {2}});
    assertThat(own.names()).containsExactly("c=a", "c=d");
    for (double unseen : new double[] {1, Coder.UNKNOWN, NULL}) {
      assertThat(own.unseen(new double[] {unseen})).isTrue();
      assertThat(unscaled(own, 0, unseen)).isZero();
      assertThat(unscaled(own, 1, unseen)).isZero();
    }
    assertThat(unscaled(own, 1, 2)).isEqualTo(1);
    assertThat(own.unseen(new double[] {2})).isFalse();
  }

  @Test
  void aFeatureWithoutAnyValueMakesNoColumn() {
    List<Feature> features =
        List.of(
            Feature.numeric("x", Missing.INDICATOR), nominal(Missing.MODE), Feature.numeric("y"));
    Preparation gaps =
        Preparation.measure(features, new double[][] {{NULL, NULL, 1}, {NULL, NULL, 2}});
    assertThat(gaps.names()).containsExactly("y");
    assertThat(gaps.apply(new double[] {9, 1, 2})).containsExactly(1);
    assertThatThrownBy(
            () -> Preparation.measure(features.subList(0, 2), new double[][] {{NULL, NULL}}))
        .isInstanceOf(LearningProblem.TooFewRows.class);
  }
}
