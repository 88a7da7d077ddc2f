package org.quarry.learning.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.Reference;
import org.quarry.learning.Workers;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.DataSet;
import org.quarry.learning.data.Row;
import org.quarry.learning.data.Rows;
import org.quarry.learning.data.Split;
import org.quarry.learning.search.ScoreListener;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.training.Training;
import org.quarry.learning.training.TrainingSettings;
import org.quarry.work.Monitor;

class ModelTest {
  private static Rows rows;
  private static DataSet data;
  private static Model model;
  private static String json;

  @BeforeAll
  static void train() throws Exception {
    rows = Reference.rows("breast_cancer.csv");
    data = DataSet.of(rows, Reference.FEATURES, "target");
    model = train(rows);
    json = model.toJson();
  }

  private static Model train(Rows from) {
    TrainingSettings settings =
        new TrainingSettings(
            "tumours",
            Reference.FEATURES,
            "target",
            Split.DEFAULT,
            3,
            List.of(new Candidate(new Kernel(Kernel.Shape.RBF, 0.1, 3, 0), 10)),
            false);
    return new Training(Reference.HOME, Workers.onCallingThread(), Reference.CLOCK)
        .run(from, settings, ScoreListener.NONE, Monitor.NONE)
        .model();
  }

  @Test
  void aReadModelGivesBitEqualDecisions() {
    Model read = Model.fromJson(json);
    for (int row = 0; row < data.size(); row++) {
      double[] values = data.values(row);
      assertThat(Double.doubleToRawLongBits(read.decisions(values)[0]))
          .isEqualTo(Double.doubleToRawLongBits(model.decisions(values)[0]));
    }
    assertThat(read.toJson()).isEqualTo(json);
  }

  @Test
  void aReadModelTellsWhereItCameFrom() {
    Model.Origin origin = Model.fromJson(json).origin();
    assertThat(origin).usingRecursiveComparison().isEqualTo(model.origin());
    assertThat(origin.name()).isEqualTo("tumours");
    assertThat(origin.created()).isEqualTo(Reference.CLOCK.instant());
    assertThat(origin.classes()).containsExactly(new ClassLabel(0L), new ClassLabel(1L));
    assertThat(Objects.requireNonNull(origin.holdOut()).accuracy()).isEqualTo(107.0 / 114);
  }

  @Test
  void theHashNamesTheTrainingRows() {
    assertThat(train(rows).origin().trainingHash()).isEqualTo(model.origin().trainingHash());
    int training = Split.DEFAULT.divide(569).training()[7];
    int column = rows.columns().indexOf("worst area");
    List<Row> changed = new ArrayList<>(rows.rows());
    List<@Nullable Object> values = new ArrayList<>(changed.get(training).values());
    values.set(column, (Double) Objects.requireNonNull(values.get(column)) + 0.5);
    changed.set(training, new Row((long) training, values));
    assertThat(train(new Rows(rows.columns(), changed)).origin().trainingHash())
        .isNotEqualTo(model.origin().trainingHash());
  }

  @Test
  void whatContradictsItselfIsRefused() {
    Map<String, String> changes =
        Map.ofEntries(
            Map.entry("\"version\":1", "\"version\":2"),
            Map.entry("quarry-model", "other-model"),
            Map.entry("\"shape\":\"rbf\"", "\"shape\":\"sigmoid\""),
            Map.entry("\"C\":10.0", "\"C\":-10.0"),
            Map.entry("\"gamma\":0.1", "\"gamma\":1e999"),
            Map.entry("\"means\":[", "\"means\":[1.0,"),
            Map.entry("\"deviations\":[", "\"deviations\":[0.0,"),
            Map.entry("\"intercept\":", "\"intercept\":\"x\",\"y\":"),
            Map.entry("\"classes\":[0,1]", "\"classes\":[1,0]"),
            Map.entry("[0,1]},\"scaling\"", "[0,1,2]},\"scaling\""),
            Map.entry("\"values\":[", "\"values\":[NaN,"),
            Map.entry("[42,6]", "[42,5]"),
            Map.entry("\"name\":\"tumours\"", "\"name\":\"tumours\",\"name\":\"two\""),
            Map.entry("2026-01-02T", "yesterday"),
            Map.entry("\"sha256\":\"", "\"sha256\":\"zz"));
    for (Map.Entry<String, String> change : changes.entrySet()) {
      String changed = json.replace(change.getKey(), change.getValue());
      assertThat(changed).as(change.getKey()).isNotEqualTo(json);
      assertThatThrownBy(() -> Model.fromJson(changed))
          .as(change.toString())
          .isInstanceOf(LearningProblem.BrokenModel.class);
    }
    for (String text : List.of("", "null", "[]", "{}", json + "{}", json.substring(0, 300))) {
      assertThatThrownBy(() -> Model.fromJson(text))
          .isInstanceOf(LearningProblem.BrokenModel.class);
    }
  }

  @Test
  void thePredictorFindsColumnsByNameAndCountsGaps() {
    Predictor predictor =
        new Predictor(model, List.of("id", "MEAN AREA", "mean concavity", "worst area"));
    List<@Nullable ClassLabel> labels = new ArrayList<>();
    Predictor.Counts counts =
        predictor.predict(
            Stream.of(
                row(1L, 1001.0, 0.3001, 2019.0),
                row(2L, 300L, 0L, 350.5),
                row(3L, null, 0.3, "x"),
                row(4L, 300L, "0.3", 350L)),
            4,
            (identity, label) -> labels.add(label),
            Monitor.NONE);
    assertThat(labels).containsExactly(new ClassLabel(0L), new ClassLabel(1L), null, null);
    assertThat(counts)
        .isEqualTo(
            new Predictor.Counts(4, Map.of(new ClassLabel(0L), 1L, new ClassLabel(1L), 1L), 1, 1));
    assertThat(counts.predicted()).isEqualTo(2);
    assertThatThrownBy(() -> new Predictor(model, List.of("mean area")))
        .isInstanceOf(LearningProblem.UnknownColumn.class)
        .hasMessageContaining("mean concavity");
  }

  private static Row row(@Nullable Object... values) {
    return new Row(Objects.requireNonNull(values[0]), Arrays.asList(values));
  }
}
