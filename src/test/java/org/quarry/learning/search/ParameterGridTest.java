package org.quarry.learning.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.Reference;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Weighting;

class ParameterGridTest {
  @Test
  void theNotebooksCandidatesComeInItsOrder() throws Exception {
    List<Candidate> candidates = ParameterGrid.notebook().candidates();
    List<Map<String, String>> records = Reference.csv("seed_cv_results.csv");
    assertThat(candidates).hasSize(75).hasSameSizeAs(records);
    for (int i = 0; i < 75; i++) {
      Candidate candidate = candidates.get(i);
      Map<String, String> expected = records.get(i);
      assertThat(candidate.kernel().shape().text()).isEqualTo(expected.get("param_kernel"));
      assertThat(candidate.c()).isEqualTo(number(expected, "param_C"));
      assertThat(candidate.kernel().gamma()).isEqualTo(number(expected, "param_gamma"));
    }
  }

  private static double number(Map<String, String> record, String column) {
    return Double.parseDouble(Objects.requireNonNull(record.get(column)));
  }

  @Test
  void seventyFiveCandidatesAreFortySevenProblems() {
    assertThat(ParameterGrid.notebook().distinct()).isEqualTo(47);
  }

  @Test
  void withASummandGammaIsNoFactorOfC() {
    List<Kernel.Shape> poly = List.of(Kernel.Shape.POLY);
    List<Double> values = List.of(1.0, 0.001);
    List<Double> gammas = List.of(0.1, 1.0);
    assertThat(new ParameterGrid(values, gammas, poly, 3, 0).distinct()).isEqualTo(3);
    assertThat(new ParameterGrid(values, gammas, poly, 3, 1).distinct()).isEqualTo(4);
  }

  @Test
  void theWeightingIsThatOfEveryCandidate() {
    ParameterGrid grid =
        new ParameterGrid(
            List.of(1.0), List.of(0.1), List.of(Kernel.Shape.RBF), 3, 0, Weighting.BALANCED);
    assertThat(grid.candidates().getFirst().text()).isEqualTo("balanced, rbf, C 1, gamma 0.1");
  }

  @Test
  void whatCannotBeTrainedIsNamed() {
    List<Kernel.Shape> rbf = List.of(Kernel.Shape.RBF);
    assertThatThrownBy(() -> new ParameterGrid(List.of(), List.of(1.0), rbf, 3, 0))
        .isInstanceOf(LearningProblem.BadSettings.class);
    assertThatThrownBy(() -> new ParameterGrid(List.of(0.0), List.of(1.0), rbf, 3, 0))
        .isInstanceOf(LearningProblem.BadSettings.class)
        .hasMessageContaining("C cannot be 0");
    assertThatThrownBy(() -> new ParameterGrid(List.of(1.0), List.of(-1.0), rbf, 3, 0))
        .isInstanceOf(LearningProblem.BadSettings.class)
        .hasMessageContaining("Gamma");
    assertThatThrownBy(() -> Kernel.Shape.of("sigmoid"))
        .isInstanceOf(LearningProblem.BadSettings.class);
  }
}
