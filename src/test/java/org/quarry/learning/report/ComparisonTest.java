package org.quarry.learning.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.quarry.learning.Reference;
import tools.jackson.databind.JsonNode;

class ComparisonTest {
  @Test
  void theCorrectedTestGivesTheFiguresOfScipy() throws Exception {
    JsonNode cases = Reference.json("report_comparison.json").path("resampled");
    assertThat(cases.size()).isEqualTo(4);
    for (JsonNode example : cases.values()) {
      double[] first = Figures.doubles(example.path("first"));
      double[] second = Figures.doubles(example.path("second"));
      double share = example.path("share").doubleValue();
      PairedDifference test = PairedDifference.of(first, second, share);
      assertThat(test.t()).isCloseTo(example.path("t").doubleValue(), within(1e-10));
      assertThat(test.p()).isCloseTo(example.path("p").doubleValue(), within(1e-12));
      assertThat(test.degrees()).isEqualTo(first.length - 1);
      PairedDifference turned = PairedDifference.of(second, first, share);
      assertThat(turned.difference()).isEqualTo(-test.difference());
      assertThat(turned.p()).isEqualTo(test.p());
    }
  }

  @Test
  void equalRunsDoNotDifferAndASteadyDifferenceIsNoChance() {
    double[] scores = {0.75, 0.5, 0.25};
    assertThat(PairedDifference.of(scores, scores, 0.5).p()).isEqualTo(1);
    double[] better = {0.875, 0.625, 0.375};
    assertThat(PairedDifference.of(better, scores, 0.5).p()).isZero();
    assertThat(PairedDifference.of(new double[] {1, Double.NaN, 1}, scores, 0.5).p()).isNaN();
    assertThatThrownBy(() -> PairedDifference.of(new double[1], new double[1], 0.5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void mcNemarsTestGivesTheFiguresOfScipy() throws Exception {
    JsonNode cases = Reference.json("report_comparison.json").path("mcnemar");
    assertThat(cases.size()).isEqualTo(6);
    for (JsonNode example : cases.values()) {
      int first = example.path("first").intValue();
      int second = example.path("second").intValue();
      int rows = first + second + 20;
      int[] one = new int[rows];
      int[] other = new int[rows];
      Arrays.fill(one, 0, second, 1);
      Arrays.fill(other, second, second + first, 1);
      // Both are wrong in the last ten rows.
      Arrays.fill(one, rows - 10, rows, 1);
      Arrays.fill(other, rows - 10, rows, 1);
      McNemar test = McNemar.of(new int[rows], one, other);
      assertThat(test.onlyFirst()).hasSize(first);
      assertThat(test.onlySecond()).hasSize(second);
      assertThat(test.p()).isCloseTo(example.path("p").doubleValue(), within(1e-11));
    }
  }

  @Test
  void mcNemarsRowsAreThoseOnlyOneGetsRight() {
    McNemar test =
        McNemar.of(new int[] {2, 0, 1, 1}, new int[] {2, 1, 1, 0}, new int[] {0, 0, 1, 2});
    assertThat(test.onlyFirst()).containsExactly(0);
    assertThat(test.onlySecond()).containsExactly(1);
    assertThat(McNemar.of(new int[3], new int[3], new int[3]).p()).isEqualTo(1);
  }
}
