package org.quarry.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.Mixed;
import org.quarry.learning.Reference;
import org.quarry.learning.Workers;
import org.quarry.learning.data.Split;
import org.quarry.learning.report.Metric;
import org.quarry.learning.search.ScoreListener;
import org.quarry.learning.search.Strategy;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Weighting;
import org.quarry.work.Monitor;

/** The list of runs as it comes back another day. */
class KeptRunsTest {
  private static KeptRun run;

  @TempDir private Path folder;

  /** One whose every part is other than usual: kinds, weights, repeats, loss, nested. */
  @BeforeAll
  static void train() throws Exception {
    List<Candidate> candidates =
        List.of(
            new Candidate(
                new Kernel(Kernel.Shape.RBF, 0.1, 3, 0),
                1,
                new Weighting(false, List.of(1., 2., 3.))),
            new Candidate(new Kernel(Kernel.Shape.POLY, 0.3, 2, 1), 0.7, Weighting.BALANCED));
    TrainingSettings settings =
        new TrainingSettings(
            "mixed “run”",
            Mixed.ROLES,
            new Split(7, 0.25),
            new Validation(Validation.Kind.REPEATED, 3, 2, 9, Metric.LOG_LOSS, true, true),
            candidates,
            Strategy.WHOLE,
            Solver.OWN);
    TrainingResult result =
        new Training(Reference.HOME, Workers.onCallingThread(), Reference.CLOCK)
            .run(Mixed.rows(), settings, ScoreListener.NONE, Monitor.NONE);
    run = run(5, settings, KeptRun.Found.of(result));
  }

  private static KeptRun run(int second, TrainingSettings settings, KeptRun.Found found) {
    Instant began = Instant.ofEpochSecond(1_767_000_000L + second, 123_456_789);
    return new KeptRun(
        began.toEpochMilli() + "-x",
        began,
        new RunSource(
            second % 2 == 0, "a \"table\"\n", second == 5 ? TrainingRows.ALL : 1 + second),
        "quarry train 'x'",
        settings,
        found);
  }

  private static KeptRun at(int second) {
    return run(second, run.settings(), run.found());
  }

  private KeptRuns runs() {
    return new KeptRuns(folder.resolve("runs").resolve("one"));
  }

  private List<Path> files() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("runs").resolve("one"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void everySettingAndFigureComesBack() {
    runs().keep(run);
    KeptRuns.Read read = runs().read(Monitor.NONE);
    assertThat(read.aside()).isNull();
    assertThat(read.runs()).containsExactly(run);
    KeptRun back = read.runs().getFirst();
    assertThat(back.found().folds()).hasSize(6);
    assertThat(Objects.requireNonNull(back.found().nested()).folds()).hasSize(6);
    assertThat(Objects.requireNonNull(back.found().holdOut()).accuracy())
        .isEqualTo(Objects.requireNonNull(run.found().holdOut()).accuracy());
  }

  @Test
  void theLatestComeFirstAndTheOldestGo() throws Exception {
    IntStream.range(0, KeptRuns.MOST + 3).forEach(second -> runs().keep(at(second)));
    List<KeptRun> read = runs().read(Monitor.NONE).runs();
    assertThat(read).hasSize(KeptRuns.MOST);
    assertThat(read.getFirst()).isEqualTo(at(KeptRuns.MOST + 2));
    assertThat(read.getLast()).isEqualTo(at(3));
    runs().forget(at(7).id());
    runs().forget("none");
    assertThat(runs().read(Monitor.NONE).runs()).hasSize(KeptRuns.MOST - 1).doesNotContain(at(7));
    assertThat(files()).hasSize(KeptRuns.MOST - 1);
  }

  @Test
  void aDamagedFileIsToldOnceAndSetAside() throws Exception {
    runs().keep(at(1));
    runs().keep(at(2));
    runs().keep(at(3));
    List<Path> files = files();
    String text = Files.readString(files.get(1));
    Files.writeString(files.get(1), text.substring(0, text.length() / 2));
    Files.writeString(
        files.getLast(),
        Files.readString(files.getLast()).replace("\"version\":2", "\"version\":3"));
    KeptRuns.Read read = runs().read(Monitor.NONE);
    assertThat(read.runs()).containsExactly(at(1));
    assertThat(Objects.requireNonNull(read.aside()).getMessage())
        .contains("2 runs of the list could not be read.", "another version");
    assertThat(runs().read(Monitor.NONE)).isEqualTo(new KeptRuns.Read(List.of(at(1)), null));
    assertThat(files()).hasSize(3);
  }

  @Test
  void noDamageStopsTheOthersFromBeingRead() throws Exception {
    runs().keep(at(1));
    Path file = files().getFirst();
    String whole = Files.readString(file);
    runs().keep(at(2));
    for (int at = 0; at < whole.length(); at += 13) {
      Files.writeString(file, whole.substring(0, at));
      assertThat(runs().read(Monitor.NONE).runs()).as("cut at " + at).containsExactly(at(2));
      Files.writeString(file, whole.substring(0, at) + "7" + whole.substring(at + 1));
      assertThat(runs().read(Monitor.NONE).runs()).as("changed at " + at).contains(at(2));
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsAProblem() throws Exception {
    Files.writeString(folder.resolve("runs"), "no folder");
    assertThat(runs().read(Monitor.NONE).runs()).isEmpty();
    assertThatThrownBy(() -> runs().keep(run)).isInstanceOf(LearningProblem.RunsNotKept.class);
  }

  @Test
  void everyDatabaseHasItsOwn() {
    KeptSearches stores = new KeptSearches(folder.resolve("searches"));
    stores.runs(folder.resolve("a.db")).keep(run);
    assertThat(stores.runs(folder.resolve("b.db")).read(Monitor.NONE).runs()).isEmpty();
    assertThat(stores.runs(folder.resolve("x/../a.db")).read(Monitor.NONE).runs())
        .containsExactly(run);
  }
}
