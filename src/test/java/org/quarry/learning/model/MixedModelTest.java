package org.quarry.learning.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.Mixed;
import org.quarry.learning.Reference;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.DataSet;
import org.quarry.learning.data.Preparation;
import org.quarry.learning.data.Roles;
import org.quarry.learning.data.Row;
import org.quarry.learning.data.Rows;
import org.quarry.learning.data.Split;
import org.quarry.learning.data.TrainingHash;
import org.quarry.learning.report.Metric;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.DualTrainer;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Weighting;
import org.quarry.work.Monitor;

/** A model of texts, days and numbers with gaps, for three classes, with a group column. */
class MixedModelTest {
  private static Rows rows;
  private static DataSet data;
  private static Model model;

  @BeforeAll
  static void train() throws Exception {
    rows = Mixed.rows();
    data = DataSet.of(rows, new Roles(Mixed.ROLES.features(), "class", "id"));
    int[] training = Split.DEFAULT.divide(data.size()).training();
    Preparation preparation = Preparation.measure(data.roles().features(), data.values(training));
    Candidate candidate =
        new Candidate(new Kernel(Kernel.Shape.RBF, 0.1, 3, 0), 1, Weighting.BALANCED);
    model =
        new Model(
            new Model.Origin(
                "mixed",
                Reference.CLOCK.instant(),
                data.features(),
                data.target(),
                data.roles().group(),
                data.classes(),
                candidate,
                0.7,
                Metric.F1_MACRO,
                3,
                false,
                Split.DEFAULT,
                null,
                training.length,
                TrainingHash.of(data, training)),
            preparation,
            new DualTrainer()
                .train(
                    preparation.apply(data.values(training)),
                    data.labels(training),
                    3,
                    candidate,
                    1L << 26,
                    Monitor.NONE)
                .machine(),
            List.of());
  }

  @Test
  void aReadModelGivesBitEqualDecisionsFromTheRowsThemselves() {
    Model read = Model.fromJson(model.toJson());
    Predictor predictor = new Predictor(read, rows.columns());
    for (int row = 0; row < data.size(); row++) {
      double[] expected = model.decisions(data.values(row));
      assertThat(expected).hasSize(3);
      assertThat(read.decisions(data.values(row))).isEqualTo(expected);
      double[] raw = predictor.raw(rows.rows().get(row).values());
      assertThat(raw).isEqualTo(data.values(row));
      assertThat(read.decisions(raw)).isEqualTo(expected);
    }
    assertThat(read.toJson()).isEqualTo(model.toJson());
  }

  @Test
  void aReadModelKnowsRolesKindsCategoriesAndWhatMissingCountsAs() {
    Model read = Model.fromJson(model.toJson());
    assertThat(read.origin()).isEqualTo(model.origin());
    assertThat(read.origin().group()).isEqualTo("id");
    assertThat(read.preparation().features()).isEqualTo(data.roles().features());
    assertThat(read.preparation().encodings()).isEqualTo(model.preparation().encodings());
    assertThat(read.preparation().names()).isEqualTo(model.preparation().names());
  }

  @Test
  void gapsAreFilledUnseenCategoriesCountedAndWrongKindsRefused() {
    Predictor predictor =
        new Predictor(
            Model.fromJson(model.toJson()),
            List.of("country", "colour", "size", "weight", "height", "day"));
    List<Row> asked =
        List.of(
            row("AUT", "red", 20L, 8L, 190.0, "2021-01-01"),
            row(null, null, null, null, null, null),
            row("FRA", "red", 1L, 1L, 150.0, "2021-01-01T10:00"),
            row("AUT", "red", "20", 8L, 190.0, "2021-01-01"),
            row("AUT", "red", 20L, 8L, 190.0, 20210101L));
    assertThat(predictor.predict(asked.get(1).values()).label())
        .isEqualTo(
            model.predict(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
    assertThat(predictor.predict(asked.get(2).values()).unseen()).isTrue();
    Predictor.Counts counts =
        predictor.predict(asked.stream(), 5, (identity, label) -> {}, Monitor.NONE);
    assertThat(counts.predicted()).isEqualTo(3);
    assertThat(counts.missing()).isZero();
    assertThat(counts.notNumeric()).isEqualTo(2);
    assertThat(counts.unseen()).isEqualTo(1);
    assertThat(counts.labels()).containsKey(new ClassLabel("top"));
    assertThat(
            predictor
                .predict(Stream.of(asked.getFirst()), 1, (identity, label) -> {}, Monitor.NONE)
                .unseen())
        .isZero();
  }

  private static Row row(@Nullable Object... values) {
    return new Row(1L, Arrays.asList(values));
  }

  @Test
  void whatContradictsItselfIsRefusedThoughItsChecksumIsRight() {
    String json = model.toJson();
    String content = json.substring(0, json.lastIndexOf(",\"checksum\"")) + "}";
    for (List<String> change :
        List.of(
            List.of("[\"AUT\",\"CHE\"", "[\"CHE\",\"AUT\""),
            List.of("[\"AUT\",\"CHE\"", "[\"AUT\",\"AUT\""),
            List.of("\"seen\":[0,1,2", "\"seen\":[0,2,1"),
            List.of("\"seen\":[0,1,2", "\"seen\":[0,1,7"),
            List.of("\"seen\":[0,1,2", "\"seen\":[0,1"),
            List.of("\"seen\":[0,1,2", "\"seen\":[-1,1,2"),
            List.of("\"number\":\"days\"", "\"number\":\"weeks\""),
            List.of("\"missing\":\"indicator\"", "\"missing\":\"mean\""),
            List.of("\"fill\":1", "\"fill\":1e999"),
            List.of("\"group\":\"id\"", "\"group\":\"class\""),
            List.of("\"group\":\"id\"", "\"group\":7"))) {
      String changed = content.replace(change.getFirst(), change.getLast());
      assertThat(changed).as(change.toString()).isNotEqualTo(content);
      assertThatThrownBy(() -> Model.fromJson(ModelSeal.seal(changed)))
          .as(change.toString())
          .isInstanceOf(LearningProblem.BrokenModel.class);
    }
    assertThat(Model.fromJson(ModelSeal.seal(content)).vectors()).isEqualTo(model.vectors());
  }
}
