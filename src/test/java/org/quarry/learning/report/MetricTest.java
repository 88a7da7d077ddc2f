package org.quarry.learning.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.quarry.learning.Reference;
import tools.jackson.databind.JsonNode;

class MetricTest {
  @Test
  void everyScoreIsThatOfScikitLearn() throws Exception {
    JsonNode cases = Reference.json("report_scores.json").path("cases");
    assertThat(cases.size()).isEqualTo(9);
    Set<String> compared = new TreeSet<>();
    for (JsonNode example : cases.values()) {
      Predictions predictions = predictions(example);
      JsonNode expected = example.path("expected");
      for (Metric metric : Metric.values()) {
        String name =
            metric == Metric.LOG_LOSS ? "log_loss" : metric.scikitLearnName(predictions.classes());
        if (expected.has(name)) {
          compared.add(name);
          assertSame(metric.figure(metric.score(predictions)), expected.path(name), name, example);
        }
      }
    }
    assertThat(compared)
        .containsExactly(
            "accuracy",
            "balanced_accuracy",
            "f1_macro",
            "f1_weighted",
            "log_loss",
            "roc_auc",
            "roc_auc_ovr");
  }

  @Test
  void theReportsAgreementIsThatOfScikitLearn() throws Exception {
    for (JsonNode example : Reference.json("report_scores.json").path("cases").values()) {
      Report report =
          Report.of(
              Reference.labels(example.path("classes").intValue()),
              Figures.ints(example.path("actual")),
              Figures.ints(example.path("predicted")));
      JsonNode expected = example.path("expected");
      assertSame(report.matthews(), expected.path("mcc"), "mcc", example);
      assertSame(report.kappa(), expected.path("kappa"), "kappa", example);
      assertSame(report.balancedAccuracy(), expected.path("balanced_accuracy"), "", example);
    }
  }

  private static void assertSame(double score, JsonNode expected, String name, JsonNode example) {
    String what = name + " of " + example.path("name").stringValue();
    if (expected.isNull()) {
      assertThat(score).as(what).isNaN();
    } else {
      assertThat(score).as(what).isCloseTo(expected.doubleValue(), within(1e-14));
    }
  }

  private static Predictions predictions(JsonNode example) {
    Predictions predictions =
        Predictions.of(
            example.path("classes").intValue(),
            Figures.ints(example.path("actual")),
            Figures.ints(example.path("predicted")));
    if (!example.path("decisions").isNull()) {
      predictions = predictions.withDecisions(Figures.doubles(example.path("decisions")));
    }
    return example.path("probabilities").isNull()
        ? predictions
        : predictions.withProbabilities(Figures.table(example.path("probabilities")));
  }

  @Test
  void withoutDecisionsTwoClassesAreOrderedByTheirProbabilities() throws Exception {
    JsonNode example = Reference.json("report_scores.json").path("cases").path(0);
    Predictions predictions =
        Predictions.of(
                2, Figures.ints(example.path("actual")), Figures.ints(example.path("predicted")))
            .withProbabilities(Figures.table(example.path("probabilities")));
    assertThat(Metric.ROC_AUC.score(predictions))
        .isCloseTo(example.path("expected").path("roc_auc").doubleValue(), within(1e-14));
  }

  @Test
  void aMetricSaysWhatItNeedsAndRefusesWithoutIt() {
    assertThat(Metric.F1_MACRO.need(2)).isEqualTo(Metric.Need.CLASSES);
    assertThat(Metric.ROC_AUC.need(2)).isEqualTo(Metric.Need.DECISIONS);
    assertThat(Metric.ROC_AUC.need(3)).isEqualTo(Metric.Need.PROBABILITIES);
    assertThat(Metric.LOG_LOSS.need(2)).isEqualTo(Metric.Need.PROBABILITIES);
    Predictions bare = Predictions.of(2, new int[] {0, 1}, new int[] {0, 1});
    assertThatThrownBy(() -> Metric.LOG_LOSS.score(bare))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Predictions.of(2, new int[] {0, 1}, new int[] {0}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDecisionAboveZeroPicksTheSecondClass() {
    Predictions predictions =
        Predictions.ofDecisions(new int[] {0, 0, 1, 1}, new double[] {-1, 0, 0.5, -0.5});
    assertThat(Metric.ACCURACY.score(predictions)).isEqualTo(0.75);
  }

  @Test
  void aCellOfTheMatrixKnowsItsRows() {
    Predictions predictions =
        Predictions.of(3, new int[] {0, 1, 2, 1, 1}, new int[] {0, 2, 2, 1, 2});
    assertThat(predictions.rows(1, 2)).containsExactly(1, 4);
    assertThat(predictions.rows(0, 1)).isEmpty();
  }

  /** The better of two predictions scores higher by every metric. */
  @Test
  void higherIsBetterThroughout() {
    int[] actual = {0, 0, 0, 1, 1, 1};
    double[][] good = new double[6][];
    double[][] poor = new double[6][];
    for (int i = 0; i < 6; i++) {
      double right = i == 0 ? 0.4 : 0.9;
      good[i] = actual[i] == 0 ? new double[] {right, 1 - right} : new double[] {1 - right, right};
      poor[i] = new double[] {0.45, 0.55};
    }
    for (Metric metric : Metric.values()) {
      assertThat(metric.score(of(actual, good)))
          .as(metric.text())
          .isGreaterThan(metric.score(of(actual, poor)));
    }
  }

  private static Predictions of(int[] actual, double[][] probabilities) {
    int[] predicted = new int[actual.length];
    for (int i = 0; i < predicted.length; i++) {
      predicted[i] = probabilities[i][1] > 0.5 ? 1 : 0;
    }
    return Predictions.of(2, actual, predicted).withProbabilities(probabilities);
  }
}
