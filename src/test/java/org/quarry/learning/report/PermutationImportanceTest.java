package org.quarry.learning.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quarry.learning.Workers;
import org.quarry.work.Cancelled;
import org.quarry.work.Monitor;
import tools.jackson.databind.JsonNode;

/** The model is scikit-learn's own, so nothing but the importance is compared. */
class PermutationImportanceTest {
  private static Notebook notebook;

  @BeforeAll
  static void read() throws Exception {
    notebook = Notebook.read();
  }

  private static PermutationImportance measure(
      FeatureGroups groups,
      Metric metric,
      int repeats,
      long seed,
      Workers workers,
      Monitor monitor) {
    return PermutationImportance.measure(
        notebook.heldOut(),
        notebook.actual(),
        groups,
        notebook::predict,
        metric,
        repeats,
        seed,
        workers,
        monitor);
  }

  @Test
  void everyDropIsThatOfScikitLearn() {
    JsonNode measured = notebook.reference().path("measured");
    assertThat(measured.size()).isEqualTo(3);
    try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
      for (JsonNode expected : measured.values()) {
        PermutationImportance importance =
            measure(
                FeatureGroups.single(3),
                expected.path("scoring").stringValue().equals("accuracy")
                    ? Metric.ACCURACY
                    : Metric.ROC_AUC,
                expected.path("repeats").intValue(),
                expected.path("seed").longValue(),
                new Workers(threads, 2),
                Monitor.NONE);
        for (PermutationImportance.Feature feature : importance.features()) {
          int i = feature.index();
          assertThat(feature.mean())
              .isCloseTo(expected.path("mean").path(i).doubleValue(), within(1e-13));
          assertThat(feature.deviation())
              .isCloseTo(expected.path("deviation").path(i).doubleValue(), within(1e-13));
          double[] drops = feature.drops().stream().mapToDouble(Double::doubleValue).toArray();
          assertThat(drops)
              .containsExactly(Figures.doubles(expected.path("drops").path(i)), within(1e-13));
        }
      }
    }
  }

  @Test
  void theNotebooksFeaturesRankAsInTheNotebook() {
    PermutationImportance importance =
        measure(
            FeatureGroups.single(3),
            Metric.ACCURACY,
            30,
            0,
            Workers.onCallingThread(),
            Monitor.NONE);
    assertThat(importance.baseline()).isCloseTo(0.938596, within(5e-7));
    assertThat(importance.ranked())
        .extracting(feature -> "%d %.3f".formatted(feature.index(), feature.mean()))
        .containsExactly("1 0.422", "0 0.088", "2 0.011");
  }

  @Test
  void columnsOfAGroupAreShuffledTogether() {
    PermutationImportance whole =
        measure(
            FeatureGroups.of(new int[] {0, 1, 2}),
            Metric.ACCURACY,
            5,
            3,
            Workers.onCallingThread(),
            Monitor.NONE);
    assertThat(whole.features()).hasSize(1);
    // Whole points against shuffled labels: little better than chance.
    assertThat(whole.features().getFirst().mean()).isBetween(0.35, 0.55);
  }

  @Test
  void progressCountsEveryShuffleAndAStopIsHeardBetweenThem() {
    List<Long> reported = new ArrayList<>();
    Monitor monitor =
        new Monitor() {
          @Override
          public void report(long done, long total, String message) {
            assertThat(total).isEqualTo(12);
            reported.add(done);
          }

          @Override
          public boolean isCancelled() {
            return reported.size() > 5;
          }

          @Override
          public Registration onCancel(Runnable action) {
            return () -> {};
          }
        };
    assertThatThrownBy(
            () ->
                measure(
                    FeatureGroups.single(3),
                    Metric.ACCURACY,
                    4,
                    0,
                    Workers.onCallingThread(),
                    monitor))
        .isInstanceOf(Cancelled.class);
    assertThat(reported).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
  }
}
