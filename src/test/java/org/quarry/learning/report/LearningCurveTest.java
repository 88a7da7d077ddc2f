package org.quarry.learning.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quarry.learning.Workers;
import org.quarry.learning.data.Folds;
import org.quarry.learning.data.Preparation;
import org.quarry.learning.data.StratifiedFolds;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.DualTrainer;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Machine;
import org.quarry.work.Monitor;
import tools.jackson.databind.JsonNode;

class LearningCurveTest {
  @Test
  void theNotebooksCurveIsThatOfScikitLearn() throws Exception {
    Notebook notebook = Notebook.read();
    double[][] points = notebook.training();
    int[] labels = notebook.trainingLabels();
    Folds folds = StratifiedFolds.of(labels, notebook.data().classes(), 3);
    List<int[]> training = new ArrayList<>();
    List<int[]> test = new ArrayList<>();
    for (int fold = 0; fold < 3; fold++) {
      training.add(folds.training(fold));
      test.add(folds.test(fold));
    }
    DualTrainer trainer = new DualTrainer(1e-6);
    Candidate candidate = new Candidate(new Kernel(Kernel.Shape.RBF, 0.1, 3, 0), 10);
    LearningCurve.Fit fit =
        (rows, tested) -> {
          double[][] raw = pick(points, rows);
          Preparation scaling = Preparation.measure(notebook.data().roles().features(), raw);
          Machine machine =
              trainer
                  .train(
                      scaling.apply(raw), pick(labels, rows), 2, candidate, 1 << 24, Monitor.NONE)
                  .machine();
          return new LearningCurve.Scores(
              accuracy(machine, scaling.apply(raw), pick(labels, rows)),
              accuracy(machine, scaling.apply(pick(points, tested)), pick(labels, tested)));
        };
    JsonNode expected = notebook.reference().path("curve");
    LearningCurve curve =
        LearningCurve.measure(
            training,
            test,
            LearningCurve.sizes(training.getFirst().length, 0.1, 0.3, 0.5, 0.8, 1),
            0,
            fit,
            Workers.onCallingThread(),
            Monitor.NONE);
    assertThat(curve.sizes())
        .extracting(LearningCurve.Size::rows)
        .containsExactly(30, 90, 151, 242, 303);
    for (int i = 0; i < 5; i++) {
      LearningCurve.Size size = curve.sizes().get(i);
      double[] tests = Figures.doubles(expected.path("test").path(i));
      assertThat(size.folds().stream().mapToDouble(LearningCurve.Scores::test).toArray())
          .containsExactly(tests, within(1e-12));
      assertThat(size.folds().stream().mapToDouble(LearningCurve.Scores::training).toArray())
          .containsExactly(Figures.doubles(expected.path("training").path(i)), within(1e-12));
      assertThat(size.test()).isCloseTo((tests[0] + tests[1] + tests[2]) / 3, within(1e-12));
      assertThat(size.testDeviation()).isPositive();
    }
    assertThat(curve.sizes().getFirst().test()).isCloseTo(0.903, within(5e-4));
    assertThat(curve.sizes().getLast().test()).isCloseTo(0.956, within(5e-4));
  }

  private static double accuracy(Machine machine, double[][] points, int[] labels) {
    int[] predicted = new int[labels.length];
    for (int i = 0; i < predicted.length; i++) {
      predicted[i] = machine.predict(points[i]);
    }
    return Metric.ACCURACY.score(Predictions.of(2, labels, predicted));
  }

  private static double[][] pick(double[][] points, int[] rows) {
    double[][] picked = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      picked[i] = points[rows[i]];
    }
    return picked;
  }

  private static int[] pick(int[] labels, int[] rows) {
    int[] picked = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      picked[i] = labels[rows[i]];
    }
    return picked;
  }

  @Test
  void aFoldWithFewerRowsTakesWhatItHasAndAFitWithoutScoreLeavesItsSizeWithoutMean() {
    List<Integer> trained = new ArrayList<>();
    LearningCurve curve =
        LearningCurve.measure(
            List.of(new int[] {4, 5, 6}, new int[] {7, 8}),
            List.of(new int[] {0}, new int[] {1}),
            new int[] {3, 1},
            0,
            (rows, tested) -> {
              trained.add(rows.length);
              return new LearningCurve.Scores(rows.length == 1 ? Double.NaN : 1, tested[0]);
            },
            Workers.onCallingThread(),
            Monitor.NONE);
    assertThat(trained).containsExactly(3, 2, 1, 1);
    assertThat(curve.sizes().get(0).training()).isNaN();
    assertThat(curve.sizes().get(1).training()).isEqualTo(1);
    assertThat(curve.sizes().get(1).test()).isEqualTo(0.5);
    assertThat(curve.sizes().get(1).testDeviation()).isEqualTo(0.5);
  }

  @Test
  void sizesAreSharesOfTheMostRoundedDown() {
    assertThat(LearningCurve.sizes(7, 1, 0.5, 0.01, 0.1)).containsExactly(1, 3, 7);
    assertThatThrownBy(() -> LearningCurve.sizes(7, 1.1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
