package org.quarry.learning.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OcclusionTest {
  @Test
  void ofALinearDecisionEachFeatureBearsItsOwnTerm() {
    double[][] training = {{1, 10, 0, 1}, {3, 20, 1, 0}, {5, 60, 1, 0}};
    FeatureGroups groups = FeatureGroups.of(new int[] {0}, new int[] {1}, new int[] {2, 3});
    double[] typical = Occlusion.typical(training, groups, feature -> feature == 2);
    assertThat(typical).containsExactly(3, 30, 1, 0);
    Occlusion occlusion =
        Occlusion.of(
            training[0],
            typical,
            groups,
            point -> 2 * point[0] - 0.1 * point[1] + 5 * point[2] - point[3] + 7);
    assertThat(occlusion.decision()).isEqualTo(7);
    assertThat(occlusion.effects())
        .extracting(Occlusion.Effect::change)
        .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1, Double.class)
        .containsExactly(-4.0, 2.0, -6.0);
    assertThat(occlusion.effects().get(2).without()).isEqualTo(13, within(1e-12));
    assertThat(occlusion.ranked()).extracting(Occlusion.Effect::feature).containsExactly(2, 0, 1);
  }

  @Test
  void theModeIsAWholeValueAndOfEqualsTheFirst() {
    double[][] training = {{0, 1}, {1, 0}, {1, 0}, {0, 1}, {0, 0}};
    assertThat(Occlusion.typical(training, FeatureGroups.of(new int[] {0, 1}), feature -> true))
        .containsExactly(0, 1);
  }

  /** Worst area rules the notebook's model, so it explains a clear row most. */
  @Test
  void aClearRowOfTheNotebookIsExplainedByItsMainFeature() throws Exception {
    Notebook notebook = Notebook.read();
    FeatureGroups groups = FeatureGroups.single(3);
    double[] typical = Occlusion.typical(notebook.training(), groups, feature -> false);
    double[] means = Figures.doubles(notebook.reference().path("means"));
    assertThat(typical).containsExactly(means, within(1e-9));
    double[] first = notebook.heldOut()[0];
    Occlusion occlusion = Occlusion.of(first, typical, groups, notebook::decision);
    assertThat(occlusion.decision()).isCloseTo(-4.4309656458668325, within(1e-9));
    for (Occlusion.Effect effect : occlusion.effects()) {
      double[] replaced = first.clone();
      replaced[effect.feature()] = means[effect.feature()];
      assertThat(effect.change())
          .isCloseTo(notebook.decision(first) - notebook.decision(replaced), within(1e-9));
    }
  }
}
