package org.quarry.learning.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
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
    List<Map.Entry<String, String>> changes =
        List.of(
            Map.entry("\"version\":2", "\"version\":3"),
            Map.entry("\"version\":2,\"name\"", "\"version\":1,\"name\""),
            Map.entry("quarry-model", "other-model"),
            Map.entry("\"shape\":\"rbf\"", "\"shape\":\"sigmoid\""),
            Map.entry("\"C\":10.0", "\"C\":-10.0"),
            Map.entry("\"gamma\":0.1", "\"gamma\":1e999"),
            Map.entry("\"means\":[", "\"means\":[1.0,"),
            Map.entry("\"deviations\":[", "\"deviations\":[0.0,"),
            Map.entry("\"deviations\":[0", "\"deviations\":[-0"),
            Map.entry("\"intercept\":", "\"intercept\":\"x\",\"y\":"),
            Map.entry("\"classes\":[0,1]", "\"classes\":[1,0]"),
            Map.entry("\"classes\":[0,1]}", "\"classes\":[0,1,2]}"),
            Map.entry("\"values\":[", "\"values\":[NaN,"),
            Map.entry("[42,6]", "[42,5]"),
            Map.entry("\"name\":\"tumours\"", "\"name\":\"tumours\",\"name\":\"two\""),
            Map.entry("2026-01-02T", "yesterday"),
            Map.entry("\"sha256\":\"", "\"sha256\":\"zz"),
            Map.entry("\"column\":\"worst area\"", "\"column\":\"Mean area\""),
            Map.entry("\"column\":\"worst area\"", "\"column\":\"target\""),
            Map.entry("\"kind\":\"numeric\"", "\"kind\":\"nominal\""),
            Map.entry("\"kind\":\"numeric\"", "\"kind\":\"other\""),
            Map.entry("\"missing\":\"leave-out\"", "\"missing\":\"category\""),
            Map.entry("\"missing\":\"leave-out\"", "\"missing\":\"mean\""),
            Map.entry("\"gaps\":false", "\"gaps\":true"),
            Map.entry("\"gaps\":false", "\"fill\":1,\"gaps\":false"));
    for (Map.Entry<String, String> change : changes) {
      String changed = resealed(json, change.getKey(), change.getValue());
      assertThat(changed).as(change.getKey()).isNotEqualTo(json);
      assertThatThrownBy(() -> Model.fromJson(changed))
          .as(change.toString())
          .isInstanceOf(LearningProblem.BrokenModel.class);
    }
    String unsealed = json.substring(0, json.lastIndexOf(",\"checksum\"")) + "}";
    for (String text :
        List.of(
            "", "null", "[]", "{}", json + "{}", json + "\n", json.substring(0, 300), unsealed)) {
      assertThatThrownBy(() -> Model.fromJson(text))
          .isInstanceOf(LearningProblem.BrokenModel.class);
    }
  }

  /** A change in the content, with the checksum of what came of it. */
  private static String resealed(String json, String from, String to) {
    String content = json.substring(0, json.lastIndexOf(",\"checksum\"")) + "}";
    String changed = content.replace(from, to);
    assertThat(changed).as(from).isNotEqualTo(content);
    return ModelSeal.seal(changed);
  }

  @Test
  void anyByteChangedIsRefused() {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      byte kept = bytes[i];
      for (int flip : new int[] {0x01, 0x02, 0x20, 0xff}) {
        bytes[i] = (byte) (kept ^ flip);
        String changed = new String(bytes, StandardCharsets.UTF_8);
        int at = i;
        assertThatThrownBy(() -> Model.fromJson(changed))
            .as(() -> "byte " + at)
            .isInstanceOf(LearningProblem.BrokenModel.class);
      }
      bytes[i] = kept;
    }
    assertThat(Model.fromJson(new String(bytes, StandardCharsets.UTF_8)).origin().name())
        .isEqualTo("tumours");
  }

  @Test
  void aCheckSumIsPartOfTheSecondVersionOnly() throws Exception {
    String old = Reference.text("model_v1.json").strip();
    assertThatThrownBy(() -> Model.fromJson(ModelSeal.seal(old)))
        .isInstanceOf(LearningProblem.BrokenModel.class);
    assertThatThrownBy(() -> Model.fromJson(old.replace("\"version\":1", "\"version\":2")))
        .isInstanceOf(LearningProblem.BrokenModel.class);
  }

  @Test
  void aModelOfTheFirstVersionDecidesAsItDid() throws Exception {
    Model old = Model.fromJson(Reference.text("model_v1.json"));
    List<String> decisions = Reference.lines("model_v1_decisions.txt");
    assertThat(decisions).hasSize(data.size());
    Model again = Model.fromJson(old.toJson());
    for (int row = 0; row < data.size(); row++) {
      double expected = Double.parseDouble(decisions.get(row));
      assertThat(old.decisions(data.values(row))).containsExactly(expected);
      assertThat(again.decisions(data.values(row))).containsExactly(expected);
    }
    assertThat(old.origin().features()).isEqualTo(Reference.FEATURES);
    assertThat(old.origin().group()).isNull();
    assertThat(Objects.requireNonNull(old.origin().holdOut()).accuracy()).isEqualTo(107.0 / 114);
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
            new Predictor.Counts(
                4, Map.of(new ClassLabel(0L), 1L, new ClassLabel(1L), 1L), 1, 1, 0));
    assertThat(counts.predicted()).isEqualTo(2);
    assertThatThrownBy(() -> new Predictor(model, List.of("mean area")))
        .isInstanceOf(LearningProblem.UnknownColumn.class)
        .hasMessageContaining("mean concavity");
  }

  private static Row row(@Nullable Object... values) {
    return new Row(Objects.requireNonNull(values[0]), Arrays.asList(values));
  }
}
