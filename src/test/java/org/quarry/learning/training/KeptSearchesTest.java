package org.quarry.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.learning.Reference;
import org.quarry.learning.Workers;
import org.quarry.learning.search.CandidateScore;
import org.quarry.learning.search.FoldScore;
import org.quarry.learning.search.ScoreListener;
import org.quarry.learning.search.ScoreStore;
import org.quarry.work.Cancelled;
import org.quarry.work.Monitor;
import org.quarry.work.Stopping;

/** A search that was stopped goes on where it was, also in another process. */
class KeptSearchesTest {
  @TempDir private Path folder;

  private static final TrainingSettings NOTEBOOK =
      TrainingSettings.notebook("n", Reference.FEATURES, "target");

  private TrainingResult run(
      TrainingSettings settings, SearchStores stores, ScoreListener listener, Monitor monitor)
      throws Exception {
    return new Training(Reference.HOME, Workers.onCallingThread(), Reference.CLOCK, stores)
        .run(Reference.rows("breast_cancer.csv"), settings, listener, monitor);
  }

  /** Counts what was fitted anew. */
  private SearchStores counting(AtomicInteger fitted) {
    KeptSearches kept = new KeptSearches(folder);
    return (settings, rows) -> {
      ScoreStore.Kept store = kept.of(settings, rows);
      return new ScoreStore.Kept() {
        @Override
        public @Nullable FoldScore find(Fitted what) {
          return store.find(what);
        }

        @Override
        public void keep(Fitted what, FoldScore score) {
          fitted.incrementAndGet();
          store.keep(what, score);
        }

        @Override
        public void close() {
          store.close();
        }
      };
    };
  }

  @Test
  void aStoppedSearchGoesOnAndFindsTheSame() throws Exception {
    AtomicInteger heard = new AtomicInteger();
    AtomicBoolean stop = new AtomicBoolean();
    AtomicInteger first = new AtomicInteger();
    assertThatThrownBy(
            () ->
                run(
                    NOTEBOOK,
                    counting(first),
                    (index, candidate, fold, score) -> {
                      if (heard.incrementAndGet() == 100) {
                        stop.set(true);
                      }
                    },
                    new Stopping(stop::get)))
        .isInstanceOf(Cancelled.class);
    assertThat(first.get()).isBetween(30, 100);
    try (Stream<Path> files = Files.list(folder)) {
      Path file = files.findFirst().orElseThrow();
      Files.writeString(file, "{\"problem\": \"cut of", StandardOpenOption.APPEND);
    }
    AtomicInteger second = new AtomicInteger();
    TrainingResult went = run(NOTEBOOK, counting(second), ScoreListener.NONE, Monitor.NONE);
    assertThat(second.get()).isEqualTo(47 * 3 - first.get());
    TrainingResult whole = run(NOTEBOOK, SearchStores.NONE, ScoreListener.NONE, Monitor.NONE);
    assertThat(went.candidates().stream().map(CandidateScore::folds))
        .isEqualTo(whole.candidates().stream().map(CandidateScore::folds).toList());
    assertThat(went.best().candidate()).isEqualTo(whole.best().candidate());
  }

  @Test
  void otherSettingsKnowNothingOfIt() throws Exception {
    run(NOTEBOOK, new KeptSearches(folder), ScoreListener.NONE, Monitor.NONE);
    AtomicInteger fitted = new AtomicInteger();
    run(NOTEBOOK.with(Validation.of(4, false)), counting(fitted), ScoreListener.NONE, Monitor.NONE);
    assertThat(fitted.get()).isEqualTo(47 * 4);
    assertThat(List.of(folder.toFile().list())).hasSize(2);
  }

  @Test
  void aFolderThatCannotBeWrittenStopsNothing() throws Exception {
    Path file = Files.writeString(folder.resolve("no-folder"), "");
    TrainingResult result = run(NOTEBOOK, new KeptSearches(file), ScoreListener.NONE, Monitor.NONE);
    assertThat(result.best().candidate().text()).isEqualTo("rbf, C 10, gamma 0.1");
  }
}
