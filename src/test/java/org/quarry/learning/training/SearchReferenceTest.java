package org.quarry.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quarry.learning.Reference;
import org.quarry.learning.Workers;
import org.quarry.learning.data.Roles;
import org.quarry.learning.data.Rows;
import org.quarry.learning.data.Split;
import org.quarry.learning.report.Metric;
import org.quarry.learning.search.CandidateScore;
import org.quarry.learning.search.ScoreListener;
import org.quarry.learning.search.Strategy;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Weighting;
import org.quarry.work.Monitor;
import tools.jackson.databind.JsonNode;

/** Searches of every kind against scikit-learn's, made by search_reference.py. */
class SearchReferenceTest {
  private static JsonNode reference;

  @BeforeAll
  static void read() throws Exception {
    reference = Reference.json("search_reference.json");
  }

  private static Validation validation(
      Validation.Kind kind, int folds, int repeats, long seed, Metric metric, boolean nested) {
    return new Validation(kind, folds, repeats, seed, metric, nested, false);
  }

  private static List<Candidate> candidates(JsonNode params, Weighting weighting) {
    List<Candidate> candidates = new ArrayList<>();
    for (JsonNode one : params.values()) {
      Kernel kernel =
          new Kernel(Kernel.Shape.of(one.get(2).asString()), one.get(1).doubleValue(), 3, 0);
      candidates.add(new Candidate(kernel, one.get(0).doubleValue(), weighting));
    }
    return candidates;
  }

  private static TrainingResult run(
      Rows rows, List<String> features, Validation validation, List<Candidate> candidates) {
    TrainingSettings settings =
        new TrainingSettings(
            "reference",
            Roles.numeric(features, rows.columns().getLast()),
            Split.NONE,
            validation,
            candidates,
            Strategy.WHOLE,
            Solver.OWN);
    return new Training(Reference.HOME, Workers.onCallingThread(), Reference.CLOCK)
        .run(rows, settings, ScoreListener.NONE, Monitor.NONE);
  }

  private static void check(
      String name, Rows rows, List<String> features, Validation validation, Weighting weighting) {
    JsonNode expected = reference.path(name);
    TrainingResult result =
        run(rows, features, validation, candidates(expected.path("params"), weighting));
    for (CandidateScore score : result.candidates()) {
      String as = name + ": " + score.candidate().text();
      JsonNode folds = expected.path("folds").get(score.index());
      assertThat(score.folds()).as(as).hasSize(folds.size());
      for (int fold = 0; fold < folds.size(); fold++) {
        assertThat(score.folds().get(fold))
            .as(as + ", fold " + fold)
            .isCloseTo(folds.get(fold).doubleValue(), within(1e-12));
      }
      assertThat(score.mean())
          .isCloseTo(expected.path("mean").get(score.index()).doubleValue(), within(1e-12));
      assertThat(score.std())
          .isCloseTo(expected.path("std").get(score.index()).doubleValue(), within(1e-12));
      assertThat(score.converged()).isTrue();
    }
    assertThat(expected.path("rank").get(result.best().index()).intValue()).isEqualTo(1);
  }

  private static List<String> all(Rows rows) {
    return rows.columns().subList(0, rows.columns().size() - 1);
  }

  @Test
  void manyClassesAreScoredAsInScikitLearn() throws Exception {
    Validation three = Validation.of(3, false);
    Rows wine = Reference.rows("wine.csv");
    check("wine", wine, all(wine), three, Weighting.NONE);
    Rows digits = Reference.rows("digits.csv");
    check("digits", digits, all(digits), three, Weighting.NONE);
  }

  @Test
  void shuffledAndRepeatedFoldsAreScikitLearns() throws Exception {
    Rows wine = Reference.rows("wine.csv");
    check(
        "wine shuffled",
        wine,
        all(wine),
        validation(Validation.Kind.SHUFFLED, 5, 1, 4, Metric.ACCURACY, false),
        Weighting.NONE);
    check(
        "cancer repeated",
        Reference.rows("breast_cancer.csv"),
        Reference.FEATURES,
        validation(Validation.Kind.REPEATED, 3, 2, 1, Metric.ACCURACY, false),
        Weighting.NONE);
  }

  @Test
  void everyMetricAndBalancedClassesAreScikitLearns() throws Exception {
    Rows cancer = Reference.rows("breast_cancer.csv");
    for (Metric metric :
        List.of(Metric.BALANCED_ACCURACY, Metric.F1_MACRO, Metric.F1_WEIGHTED, Metric.ROC_AUC)) {
      check(
          "cancer " + metric.scikitLearnName(2),
          cancer,
          Reference.FEATURES,
          Validation.of(3, false).with(metric, false),
          Weighting.NONE);
    }
    check(
        "cancer balanced weights",
        cancer,
        Reference.FEATURES,
        Validation.of(3, false),
        Weighting.BALANCED);
  }

  @Test
  void theNestedScoreIsThatOfAGridSearchInsideCrossValidation() throws Exception {
    nested("cancer", Reference.rows("breast_cancer.csv"), Reference.FEATURES);
    Rows iris = Reference.rows("iris.csv");
    nested("iris", iris, all(iris));
  }

  private static void nested(String name, Rows rows, List<String> features) {
    JsonNode small = reference.path("wine shuffled").path("params");
    Validation validation = Validation.of(3, false).with(Metric.ACCURACY, true);
    NestedScore nested =
        Objects.requireNonNull(
            run(rows, features, validation, candidates(small, Weighting.NONE)).nested());
    JsonNode expected = reference.path("nested").path(name);
    assertThat(nested.folds()).hasSize(3);
    for (int fold = 0; fold < 3; fold++) {
      assertThat(nested.folds().get(fold))
          .isCloseTo(expected.get(fold).doubleValue(), within(1e-12));
    }
  }

  /** Without a figure of another program: probabilities must beat knowing only the shares. */
  @Test
  void logLossIsOfCalibratedProbabilities() throws Exception {
    Rows wine = Reference.rows("wine.csv");
    TrainingResult result =
        run(
            wine,
            all(wine),
            Validation.of(3, false).with(Metric.LOG_LOSS, false),
            List.of(new Candidate(new Kernel(Kernel.Shape.RBF, 0.1, 3, 0), 10)));
    assertThat(Metric.LOG_LOSS.figure(result.best().mean())).isBetween(0.02, 0.3);
  }
}
