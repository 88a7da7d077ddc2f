package org.quarry.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quarry.learning.Mixed;
import org.quarry.learning.Reference;
import org.quarry.learning.data.DataSet;
import org.quarry.learning.data.Folds;
import org.quarry.learning.data.Preparation;
import org.quarry.learning.data.StratifiedFolds;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.DualTrainer;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Machine;
import org.quarry.work.Monitor;
import tools.jackson.databind.JsonNode;

/**
 * Texts, days, missing values and three classes against scikit-learn's SimpleImputer,
 * OneHotEncoder, StandardScaler and SVC, all of them fitted inside the folds.
 */
class MixedTest {
  private static DataSet data;
  private static int[] labels;
  private static JsonNode searches;

  @BeforeAll
  static void read() throws Exception {
    data = Mixed.data();
    labels = Mixed.labels(data);
    searches = Reference.json("mixed.json").path("searches");
    assertThat(data.size()).isEqualTo(180);
    assertThat(searches.size()).isEqualTo(3);
  }

  private static int[] predict(JsonNode search, int[] training, int[] tested) {
    Preparation preparation = Preparation.measure(data.roles().features(), data.values(training));
    Candidate candidate =
        new Candidate(
            new Kernel(
                Kernel.Shape.of(search.path("kernel").stringValue()),
                search.path("gamma").doubleValue(),
                3,
                0),
            search.path("c").doubleValue());
    Machine machine =
        new DualTrainer(1e-5)
            .train(
                preparation.apply(data.values(training)),
                data.labels(training),
                data.classes().size(),
                candidate,
                1L << 26,
                Monitor.NONE)
            .machine();
    return Arrays.stream(tested)
        .map(row -> machine.predict(preparation.apply(data.values(row))))
        .toArray();
  }

  private static void assertScores(JsonNode search, Folds folds, JsonNode scores) {
    assertThat(scores.size()).isEqualTo(folds.count());
    for (int fold = 0; fold < folds.count(); fold++) {
      int[] tested = folds.test(fold);
      int[] predicted = predict(search, folds.training(fold), tested);
      int right = 0;
      for (int i = 0; i < tested.length; i++) {
        right += predicted[i] == labels[tested[i]] ? 1 : 0;
      }
      assertThat((double) right / tested.length)
          .as("fold %d of %s", fold, search.path("kernel"))
          .isEqualTo(scores.path(fold).doubleValue());
    }
  }

  private static List<String> names(int[] predicted) {
    return Arrays.stream(predicted).mapToObj(label -> data.classes().get(label).text()).toList();
  }

  private static List<String> texts(JsonNode node) {
    return node.valueStream().map(JsonNode::stringValue).toList();
  }

  @Test
  void eachFoldScoresAsInScikitLearn() {
    for (JsonNode search : searches) {
      assertScores(search, StratifiedFolds.of(labels, data.classes(), 3), search.path("plain"));
      assertScores(
          search, StratifiedFolds.shuffled(labels, data.classes(), 5, 7), search.path("shuffled"));
    }
  }

  @Test
  void rowsHeldOutArePredictedAsByScikitLearn() {
    Folds folds = StratifiedFolds.of(labels, data.classes(), 3);
    for (JsonNode search : searches) {
      int[] predicted = new int[data.size()];
      for (int fold = 0; fold < folds.count(); fold++) {
        int[] tested = folds.test(fold);
        int[] said = predict(search, folds.training(fold), tested);
        for (int i = 0; i < tested.length; i++) {
          predicted[tested[i]] = said[i];
        }
      }
      assertThat(names(predicted)).isEqualTo(texts(search.path("held_out")));
    }
  }

  @Test
  void rowsTrainedOnArePredictedAsByScikitLearn() {
    int[] all = Mixed.all(data);
    for (JsonNode search : searches) {
      assertThat(names(predict(search, all, all))).isEqualTo(texts(search.path("predicted")));
    }
  }
}
