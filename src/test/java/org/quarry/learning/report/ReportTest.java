package org.quarry.learning.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.quarry.learning.Reference;
import org.quarry.learning.data.ClassLabel;
import tools.jackson.databind.JsonNode;

public class ReportTest {
  private static final Offset<Double> ROUNDING = within(1e-14);

  @Test
  void figuresAndTextAreThoseOfScikitLearn() throws Exception {
    JsonNode cases = Reference.json("reports.json");
    assertThat(cases.size()).isEqualTo(6);
    for (JsonNode example : cases.values()) {
      List<ClassLabel> classes = labels(example.path("labels"));
      Report report =
          Report.of(classes, numbers(example.path("actual")), numbers(example.path("predicted")));
      String name = example.path("name").stringValue();
      assertThat(report.labels()).as(name).isEqualTo(labels(example.path("present")));
      assertThat(report.text()).as(name).isEqualTo(example.path("text").stringValue());
      assertThat(report.confusionMatrix().toString())
          .as(name)
          .isEqualTo(example.path("matrix").toString().replace(",", ", "));
      check(report, example.path("report"));
    }
  }

  /** Checks every figure against a report as scikit-learn's {@code output_dict} holds it. */
  public static void check(Report report, JsonNode expected) {
    assertThat(report.accuracy()).isEqualTo(expected.path("accuracy").doubleValue());
    for (int i = 0; i < report.labels().size(); i++) {
      check(report.scores().get(i), expected.path(report.labels().get(i).text()));
    }
    check(report.macro(), expected.path("macro avg"));
    check(report.weighted(), expected.path("weighted avg"));
  }

  private static void check(Report.Scores scores, JsonNode expected) {
    assertThat(scores.precision()).isCloseTo(expected.path("precision").doubleValue(), ROUNDING);
    assertThat(scores.recall()).isCloseTo(expected.path("recall").doubleValue(), ROUNDING);
    assertThat(scores.f1()).isCloseTo(expected.path("f1-score").doubleValue(), ROUNDING);
    assertThat((double) scores.support()).isEqualTo(expected.path("support").doubleValue());
  }

  private static List<ClassLabel> labels(JsonNode names) {
    List<ClassLabel> labels = new ArrayList<>();
    names.values().forEach(name -> labels.add(new ClassLabel(name.stringValue())));
    return labels;
  }

  private static int[] numbers(JsonNode nodes) {
    return nodes.values().stream().mapToInt(JsonNode::intValue).toArray();
  }
}
