package org.quarry.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quarry.learning.report.Metric;
import org.quarry.learning.search.FoldScore;
import org.quarry.learning.search.ParameterGrid;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;

class HeatPlanTest {
  private static final ScoreText ACCURACY = new ScoreText(Metric.ACCURACY);
  private static final List<Candidate> GRID = ParameterGrid.notebook().candidates();
  private final HeatPlan plan = new HeatPlan(GRID);

  private static int index(String text) {
    for (int i = 0; i < GRID.size(); i++) {
      if (GRID.get(i).text().equals(text)) {
        return i;
      }
    }
    throw new AssertionError(text);
  }

  @Test
  void aPanelForEachKernelAndOneColumnForTheLinearOne() {
    assertThat(plan.panels().stream().map(HeatPlan.Panel::title))
        .containsExactly("rbf", "linear", "poly, degree 3");
    assertThat(plan.panels().stream().map(HeatPlan.Panel::columns)).containsExactly(5, 1, 5);
    assertThat(plan.cs()).containsExactly(1000., 100., 10., 1., .1);
    assertThat(plan.panels().getFirst().gammas()).containsExactly(.0001, .001, .01, .1, 1.);
    assertThat(plan.spot(index("rbf, C 10, gamma 0.1"))).isEqualTo(new HeatPlan.Spot(2, 3));
    assertThat(plan.spot(index("poly, C 0.1, gamma 0.0001, degree 3")))
        .isEqualTo(new HeatPlan.Spot(4, 6));
    assertThat(plan.candidates(plan.spot(index("linear, C 10")))).hasSize(5);
  }

  @Test
  void aGridOfThousandsHasNoMap() {
    List<Double> many = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      many.add((double) i);
    }
    List<Kernel.Shape> rbf = List.of(Kernel.Shape.RBF);
    HeatPlan large = new HeatPlan(new ParameterGrid(many, many, rbf, 3, 0).candidates());
    assertThat(large.tooLarge()).isTrue();
    assertThat(large.tooLargeWords()).contains("this grid has 1");
    assertThat(plan.tooLarge()).isFalse();
  }

  @Test
  void everyCandidateHasItsCell() {
    for (int i = 0; i < GRID.size(); i++) {
      assertThat(plan.candidates(plan.spot(i))).contains(i);
    }
  }

  @Test
  void stepsGoToTheNeighbourAndStopAtTheEdge() {
    int middle = index("rbf, C 10, gamma 0.1");
    assertThat(plan.step(middle, 0, -1)).contains(index("rbf, C 100, gamma 0.1"));
    assertThat(plan.step(middle, 1, 0)).contains(index("rbf, C 10, gamma 1"));
    assertThat(plan.step(index("rbf, C 10, gamma 1"), 1, 0)).contains(index("linear, C 10"));
    assertThat(plan.step(index("rbf, C 1000, gamma 1"), 0, -1)).isEmpty();
    assertThat(plan.step(index("rbf, C 10, gamma 0.0001"), -1, 0)).isEmpty();
  }

  private static ScoreRow row(int index, double... folds) {
    List<Optional<FoldScore>> fits = new ArrayList<>();
    for (double score : folds) {
      fits.add(
          Double.isNaN(score)
              ? Optional.empty()
              : Optional.of(new FoldScore(score, List.of(), 1_000_000, score != 0.5, 0.2)));
    }
    return ScoreRow.of(index, GRID.get(index), fits, Double.isNaN(folds[0]));
  }

  @Test
  void aCellSaysItsStateInWords() {
    int best = index("rbf, C 10, gamma 0.1");
    assertThat(HeatScale.words(row(best, 0.96, 0.95, 0.958).ranked(1), ACCURACY))
        .isEqualTo("rbf, C 10, gamma 0.1: mean 0.956, 3 of 3 folds, best");
    assertThat(HeatScale.words(row(best, Double.NaN, Double.NaN), ACCURACY))
        .isEqualTo("rbf, C 10, gamma 0.1: no score yet, 0 of 2 folds, being fitted");
    assertThat(HeatScale.words(row(best, Double.NaN, 0.5), ACCURACY))
        .isEqualTo(
            "rbf, C 10, gamma 0.1: mean 0.500, 1 of 2 folds, being fitted, did not converge");
  }

  @Test
  void coloursGoInEvenStepsFromTheMiddleScoreToTheBest() {
    HeatScale scale =
        HeatScale.of(List.of(row(0, 0.6), row(1, 0.9), row(2, 0.93), row(3, 0.97), row(4, 0.65)));
    assertThat(scale).isEqualTo(new HeatScale(0.9, 0.97, true));
    assertThat(scale.level(0.6)).isZero();
    assertThat(scale.level(0.9)).isZero();
    assertThat(scale.level(0.915)).isEqualTo(1);
    assertThat(scale.level(0.945)).isEqualTo(4);
    assertThat(scale.level(0.97)).isEqualTo(6);
    assertThat(HeatScale.of(List.of(row(0, 0.6), row(1, 0.6))).level(0.6)).isEqualTo(6);
    assertThat(HeatScale.of(List.of(row(0, Double.NaN))).low()).isNaN();
  }

  @Test
  void aCellFillsAsItsFoldsLand() {
    HeatScale scale = HeatScale.of(List.of(row(0, 0.9)));
    HeatLook part = scale.look(row(0, Double.NaN, 0.9, 0.9, Double.NaN), ACCURACY);
    assertThat(part.filled()).isEqualTo(0.5);
    assertThat(part.text()).isEmpty();
    assertThat(part.underWay()).isTrue();
    HeatLook whole = scale.look(row(0, 0.9564, 0.9564).ranked(1), ACCURACY);
    assertThat(whole.text()).isEqualTo(".956");
    assertThat(whole.best()).isTrue();
    assertThat(whole.unconverged()).isFalse();
    assertThat(scale.look(row(0, 0.5), ACCURACY).unconverged()).isTrue();
  }

  @Test
  void scoresReadAsTheirMetricIsRead() {
    assertThat(ACCURACY.brief(0.05)).isEqualTo(".050");
    assertThat(ACCURACY.brief(0.9996)).isEqualTo("1.00");
    assertThat(ACCURACY.four(0.956044)).isEqualTo("0.9560");
    assertThat(ACCURACY.difference(-0.02)).isEqualTo("−0.0200");
    // A search takes the loss below 0, so that the highest is the best; people read it above 0.
    ScoreText loss = new ScoreText(Metric.LOG_LOSS);
    assertThat(loss.mean()).isEqualTo("Mean log loss");
    assertThat(loss.four(-0.12344)).isEqualTo("0.1234");
    assertThat(loss.brief(-0.9996)).isEqualTo("1.00");
    assertThat(loss.brief(-1.234)).isEqualTo("1.23");
    assertThat(loss.brief(-34.54)).isEqualTo("34.5");
    assertThat(loss.three(-0.0)).isEqualTo("0.000");
    assertThat(loss.difference(0.02)).isEqualTo("−0.0200");
    assertThat(loss.four(Double.NaN)).isEmpty();
    assertThat(loss.direction()).isEqualTo(-1);
  }

  @Test
  void axesAreShort() {
    assertThat(Numbers.axis(List.of(.0001, .001, 1000.))).containsExactly("1e-4", "0.001", "1000");
    assertThat(Numbers.axis(List.of(.03125, .125, 8.))).containsExactly("2⁻⁵", "2⁻³", "2³");
    assertThat(Numbers.axis(List.of(.125, 8.))).containsExactly("0.125", "8");
    assertThat(Numbers.axis(List.of(.00003052, 1.))).containsExactly("3.1e-5", "1");
    assertThat(Numbers.value(.000030517578125)).isEqualTo("3.052e-5");
    assertThat(Numbers.value(.03125)).isEqualTo("0.03125");
    assertThat(Numbers.value(1e10)).isEqualTo("1e10");
  }
}
