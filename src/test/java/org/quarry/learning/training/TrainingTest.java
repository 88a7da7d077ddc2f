package org.quarry.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.Reference;
import org.quarry.learning.Workers;
import org.quarry.learning.data.MersenneTwister;
import org.quarry.learning.data.Row;
import org.quarry.learning.data.Rows;
import org.quarry.learning.data.Split;
import org.quarry.learning.model.Model;
import org.quarry.learning.search.CandidateScore;
import org.quarry.learning.search.ParameterGrid;
import org.quarry.learning.search.ScoreListener;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.work.Cancelled;
import org.quarry.work.Job;
import org.quarry.work.Monitor;

class TrainingTest {
  private static TrainingSettings notebook(Split split, int folds) {
    return new TrainingSettings(
        "n",
        Reference.FEATURES,
        "target",
        split,
        folds,
        ParameterGrid.notebook().candidates(),
        false);
  }

  private static Training training(Workers workers) {
    return new Training(Reference.HOME, workers, Reference.CLOCK);
  }

  @Test
  void everyScoreIsHeardOnceAndProgressEndsFull() throws Exception {
    Rows rows = Reference.rows("breast_cancer.csv");
    Set<String> heard = new HashSet<>();
    List<String> twice = new ArrayList<>();
    Job<TrainingResult> job =
        new Job<>(
            "train",
            monitor ->
                training(Workers.onCallingThread())
                    .run(
                        rows,
                        notebook(Split.DEFAULT, 3),
                        (index, candidate, fold, score) -> {
                          if (!heard.add(index + "/" + fold + "/" + score.score())) {
                            twice.add(candidate.text());
                          }
                        },
                        monitor));
    job.run();
    TrainingResult result = job.join();
    assertThat(twice).isEmpty();
    assertThat(heard).hasSize(225);
    for (CandidateScore score : result.candidates()) {
      for (int fold = 0; fold < 3; fold++) {
        assertThat(heard).contains(score.index() + "/" + fold + "/" + score.folds().get(fold));
      }
    }
    assertThat(job.progress().done()).isEqualTo(225);
    assertThat(job.progress().total()).isEqualTo(225);
  }

  @Test
  void withoutAHoldOutAllRowsTrainAndThereIsNoReport() throws Exception {
    TrainingSettings settings =
        new TrainingSettings(
            "n",
            Reference.FEATURES,
            "target",
            Split.NONE,
            3,
            List.of(new Candidate(new Kernel(Kernel.Shape.RBF, 0.1, 3, 0), 10)),
            false);
    TrainingResult result =
        training(Workers.onCallingThread())
            .run(Reference.rows("breast_cancer.csv"), settings, ScoreListener.NONE, Monitor.NONE);
    assertThat(result.holdOut()).isNull();
    assertThat(result.heldOut()).isEmpty();
    assertThat(result.model().origin().trainingRows()).isEqualTo(569);
    assertThat(Model.fromJson(result.model().toJson()).origin().holdOut()).isNull();
  }

  /** One fit over rows with two thousand points of noise would take minutes at this C. */
  @Test
  @Timeout(30)
  void cancellingStopsWithinAFit() throws Exception {
    List<Row> rows = new ArrayList<>();
    int[] noise = new MersenneTwister(3).permutation(6000);
    for (int i = 0; i < 2000; i++) {
      rows.add(
          new Row(
              (long) i,
              List.of(
                  (long) noise[3 * i], (long) noise[3 * i + 1], (long) (noise[3 * i + 2] % 2))));
    }
    TrainingSettings settings =
        new TrainingSettings(
            "noise",
            List.of("a", "b"),
            "c",
            Split.NONE,
            2,
            List.of(new Candidate(new Kernel(Kernel.Shape.RBF, 0.3, 3, 0), 1e8)),
            false);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Job<TrainingResult> job =
          new Job<>(
              "train",
              monitor ->
                  training(new Workers(threads, 2))
                      .run(
                          new Rows(List.of("a", "b", "c"), rows),
                          settings,
                          ScoreListener.NONE,
                          monitor));
      threads.execute(job);
      TimeUnit.MILLISECONDS.sleep(1500);
      assertThat(job.state()).isEqualTo(Job.State.RUNNING);
      long asked = System.nanoTime();
      job.cancel();
      assertThatThrownBy(job::join).isInstanceOf(Cancelled.class);
      assertThat(System.nanoTime() - asked).isLessThan(TimeUnit.MILLISECONDS.toNanos(500));
    }
  }

  @Test
  void tooManyFoldsAndOneClassForTrainingAreNamed() throws Exception {
    Rows rows =
        Reference.pairs(new Object[] {1L, 0L}, new Object[] {2L, 0L}, new Object[] {3L, 1L});
    TrainingSettings settings = TrainingSettings.notebook("n", List.of("x"), "y");
    Training training = training(Workers.onCallingThread());
    assertThatThrownBy(() -> training.run(rows, settings, ScoreListener.NONE, Monitor.NONE))
        .isInstanceOf(LearningProblem.class);
    assertThatThrownBy(
            () ->
                training.run(
                    Reference.rows("breast_cancer.csv"),
                    notebook(Split.DEFAULT, 1000),
                    ScoreListener.NONE,
                    Monitor.NONE))
        .isInstanceOf(LearningProblem.TooFewRows.class)
        .hasMessageContaining("1000 folds");
  }

  @Test
  @Timeout(30)
  void aKernelBeyondAllNumbersIsNamedWithItsCandidate() throws Exception {
    TrainingSettings settings =
        new TrainingSettings(
            "n",
            Reference.FEATURES,
            "target",
            Split.NONE,
            2,
            List.of(new Candidate(new Kernel(Kernel.Shape.POLY, 1e300, 20, 0), 1)),
            false);
    Rows rows = Reference.rows("breast_cancer.csv");
    Training training = training(Workers.onCallingThread());
    assertThatThrownBy(() -> training.run(rows, settings, ScoreListener.NONE, Monitor.NONE))
        .isInstanceOf(LearningProblem.NotSolved.class)
        .hasMessageContaining("poly, C 1");
  }

  @Test
  void wekaKeepsToItsFolder() throws Exception {
    training(Workers.onCallingThread());
    assertThat(System.getProperty("WEKA_HOME")).contains("test-home");
    assertThat(weka.core.WekaPackageManager.WEKA_HOME.getPath()).contains("test-home");
    assertThat(System.getProperty("com.github.fommil.netlib.ARPACK")).endsWith("F2jARPACK");
  }
}
