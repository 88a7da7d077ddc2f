package org.quarry.learning.svm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quarry.learning.Reference;
import org.quarry.work.Monitor;

/** Small problems whose solutions are known by hand, for both solvers. */
class TrainerTest {
  private static final Kernel LINEAR = new Kernel(Kernel.Shape.LINEAR, 1, 3, 0);

  static List<Trainer> trainers() {
    return List.of(new SmoTrainer(Reference.HOME, 1e-6), new DualTrainer(1e-6));
  }

  private static Machine train(
      Trainer trainer, double[][] points, int[] labels, int classes, double c) {
    return trainer
        .train(points, labels, classes, new Candidate(LINEAR, c), 1 << 20, Monitor.NONE)
        .machine();
  }

  /** The widest margin between -1 and 3 has its middle at 1 and half its width is 2. */
  @ParameterizedTest
  @MethodSource("trainers")
  void theWidestMarginIsFoundHoweverLargeCIs(Trainer trainer) {
    double[][] points = {{-1}, {-4}, {3}, {9}};
    for (double c : new double[] {1, 1e3, 1e12}) {
      Machine machine = train(trainer, points, new int[] {0, 0, 1, 1}, 2, c);
      assertThat(machine.decisions(new double[] {1})[0]).isCloseTo(0, within(1e-9));
      assertThat(machine.decisions(new double[] {3})[0]).isCloseTo(1, within(1e-9));
      assertThat(machine.pairs().getFirst().size()).isEqualTo(2);
      assertThat(machine.pairs().getFirst().coefficient(1)).isCloseTo(0.125, within(1e-9));
    }
  }

  /** With both multipliers at C the slope is 2C, and the intercept is free between its bounds. */
  @ParameterizedTest
  @MethodSource("trainers")
  void withoutAFreeVectorTheInterceptIsTheMiddleOfItsBounds(Trainer trainer) {
    Machine machine = train(trainer, new double[][] {{0}, {2}}, new int[] {0, 1}, 2, 0.1);
    Machine.Pair pair = machine.pairs().getFirst();
    assertThat(pair.coefficient(0)).isEqualTo(-0.1);
    assertThat(pair.coefficient(1)).isEqualTo(0.1);
    assertThat(pair.intercept()).isCloseTo((-1 + (1 - 0.4)) / 2, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void aClassThatDoesNotOccurLosesItsPairsAndTiesGoToTheFirst(Trainer trainer) {
    Machine machine = train(trainer, new double[][] {{-1}, {1}}, new int[] {0, 2}, 3, 1);
    assertThat(machine.predict(new double[] {5})).isEqualTo(2);
    assertThat(machine.predict(new double[] {-5})).isZero();
    assertThat(machine.predict(new double[] {0})).isZero();
    assertThat(machine.pairs()).hasSize(3);
  }
}
