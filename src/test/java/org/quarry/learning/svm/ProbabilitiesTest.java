package org.quarry.learning.svm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.quarry.learning.Reference;
import org.quarry.learning.report.Figures;
import tools.jackson.databind.JsonNode;

class ProbabilitiesTest {
  @Test
  void plattScalingFindsTheOptimumOfScikitLearn() throws Exception {
    JsonNode scalings = Reference.json("report_probabilities.json").path("scalings");
    assertThat(scalings.size()).isEqualTo(4);
    for (JsonNode example : scalings.values()) {
      double[] decisions = Figures.doubles(example.path("decisions"));
      int[] labels = Figures.ints(example.path("second"));
      boolean[] second = new boolean[labels.length];
      for (int i = 0; i < second.length; i++) {
        second[i] = labels[i] == 1;
      }
      PlattScaling scaling = PlattScaling.fit(decisions, second);
      assertThat(scaling.a()).isCloseTo(example.path("a").doubleValue(), within(1e-5));
      assertThat(scaling.b()).isCloseTo(example.path("b").doubleValue(), within(1e-5));
    }
  }

  @Test
  void probabilitiesStayWithinBoundsForAnyDecision() {
    PlattScaling scaling = new PlattScaling(-2, 0.5);
    assertThat(scaling.probability(0)).isCloseTo(1 / (1 + Math.exp(0.5)), within(1e-16));
    assertThat(scaling.probability(1e6)).isEqualTo(1);
    assertThat(scaling.probability(-1e6)).isEqualTo(0);
  }

  @Test
  void aScalingOfOneClassAloneIsFiniteAndSureOfIt() {
    PlattScaling scaling =
        PlattScaling.fit(new double[] {1, 2, 3}, new boolean[] {true, true, true});
    assertThat(scaling.probability(2)).isBetween(0.7, 0.9);
    assertThatThrownBy(() -> PlattScaling.fit(new double[0], new boolean[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The pairs are scikit-learn's own, so nothing but the coupling is compared. */
  @Test
  void coupledProbabilitiesAreThoseOfPredictProba() throws Exception {
    JsonNode couplings = Reference.json("report_probabilities.json").path("couplings");
    assertThat(couplings.size()).isEqualTo(2);
    for (JsonNode example : couplings.values()) {
      double[] a = Figures.doubles(example.path("a"));
      double[] b = Figures.doubles(example.path("b"));
      double[][] decisions = Figures.table(example.path("decisions"));
      double[][] expected = Figures.table(example.path("probabilities"));
      assertThat(expected.length).isGreaterThan(20);
      for (int i = 0; i < expected.length; i++) {
        double[] seconds = new double[a.length];
        for (int pair = 0; pair < seconds.length; pair++) {
          // Its decisions speak for the first class of a pair.
          seconds[pair] = 1 - new PlattScaling(a[pair], b[pair]).probability(decisions[i][pair]);
        }
        double[] coupled = PairwiseCoupling.couple(3, seconds);
        assertThat(coupled).containsExactly(expected[i], within(1e-12));
      }
    }
  }

  @Test
  void couplingGivesBackWhatItsPairsWereMadeOf() {
    double[] truth = {0.5, 0.2, 0.2, 0.1};
    double[] seconds = new double[6];
    int pair = 0;
    for (int i = 0; i < 4; i++) {
      for (int j = i + 1; j < 4; j++) {
        seconds[pair++] = truth[j] / (truth[i] + truth[j]);
      }
    }
    double[] coupled = PairwiseCoupling.couple(4, seconds);
    assertThat(coupled).containsExactly(truth, within(0.01));
    assertThat(Arrays.stream(coupled).sum()).isCloseTo(1, within(1e-12));
    assertThat(PairwiseCoupling.couple(2, new double[] {0.3})).containsExactly(0.7, 0.3);
    assertThatThrownBy(() -> PairwiseCoupling.couple(3, new double[] {0.3}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void certainPairsAreCoupledWithoutDivisionByZero() {
    double[] coupled = PairwiseCoupling.couple(3, new double[] {0, 0, 1});
    assertThat(coupled[0]).isCloseTo(1, within(0.01));
    assertThat(Arrays.stream(coupled).sum()).isCloseTo(1, within(1e-12));
  }
}
