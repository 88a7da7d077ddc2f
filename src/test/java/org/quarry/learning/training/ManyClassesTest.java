package org.quarry.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quarry.learning.Reference;
import org.quarry.learning.Workers;
import org.quarry.learning.data.Split;
import org.quarry.learning.model.Model;
import org.quarry.learning.search.CandidateScore;
import org.quarry.learning.search.ParameterGrid;
import org.quarry.learning.search.ScoreListener;
import org.quarry.learning.svm.Kernel;
import org.quarry.work.Monitor;
import tools.jackson.databind.JsonNode;

/** Three classes named by texts, iris, against the figures of scikit-learn. */
class ManyClassesTest {
  private static TrainingResult result;
  private static JsonNode expected;

  @BeforeAll
  static void train() throws Exception {
    expected = Reference.json("iris_search.json");
    ParameterGrid grid =
        new ParameterGrid(
            List.of(0.1, 1.0, 10.0),
            List.of(1.0, 0.1, 0.01),
            List.of(Kernel.Shape.RBF, Kernel.Shape.LINEAR, Kernel.Shape.POLY),
            3,
            0);
    TrainingSettings settings =
        new TrainingSettings(
            "iris",
            List.of("sepal_length", "sepal_width", "petal_length", "petal_width"),
            "species",
            Split.parse("sklearn:9:0.3"),
            5,
            grid.candidates(),
            false);
    result =
        new Training(Reference.HOME, Workers.onCallingThread(), Reference.CLOCK)
            .run(Reference.rows("iris.csv"), settings, ScoreListener.NONE, Monitor.NONE);
  }

  @Test
  void scoresAndRanksAreThoseOfScikitLearn() {
    assertThat(result.candidates()).hasSize(27);
    int different = 0;
    for (CandidateScore score : result.candidates()) {
      if (Math.abs(score.mean() - expected.path("mean").get(score.index()).doubleValue()) > 1e-12) {
        different++;
      }
    }
    assertThat(different).isZero();
    CandidateScore best = result.best();
    JsonNode named = expected.path("best");
    assertThat(best.candidate().c()).isEqualTo(named.get(0).doubleValue());
    assertThat(best.candidate().kernel().gamma()).isEqualTo(named.get(1).doubleValue());
    assertThat(best.candidate().kernel().shape().text()).isEqualTo(named.get(2).stringValue());
    assertThat(best.std())
        .isCloseTo(expected.path("std").get(best.index()).doubleValue(), within(1e-12));
  }

  @Test
  void rowsHeldOutArePredictedAsByScikitLearn() {
    assertThat(result.heldOut()).hasSize(45);
    for (int i = 0; i < 45; i++) {
      TrainingResult.HeldOut row = result.heldOut().get(i);
      assertThat(row.identity()).isEqualTo(expected.path("test").get(i).longValue());
      assertThat(row.predicted().text()).isEqualTo(expected.path("predicted").get(i).stringValue());
    }
  }

  @Test
  void aReadModelDecidesAsTheSavedOneForEachPair() {
    Model read = Model.fromJson(result.model().toJson());
    assertThat(read.decisions(5.9, 3.0, 4.2, 1.5))
        .hasSize(3)
        .isEqualTo(result.model().decisions(5.9, 3.0, 4.2, 1.5));
    assertThat(read.predict(5.0, 3.4, 1.5, 0.2).text()).isEqualTo("setosa");
  }
}
