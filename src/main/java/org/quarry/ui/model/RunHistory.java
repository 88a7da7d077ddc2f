package org.quarry.ui.model;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.quarry.learning.training.KeptRun;
import org.quarry.learning.training.KeptRuns;
import org.quarry.learning.training.RunSource;
import org.quarry.learning.training.TrainingRecipe;
import org.quarry.learning.training.TrainingResult;
import org.quarry.learning.training.TrainingRows;
import org.quarry.learning.training.TrainingSettings;
import org.quarry.ui.kit.Background;
import org.quarry.work.Problem;

/**
 * The trainings of a file, also of earlier days, and the two that are compared. What found
 * something is kept; what failed or was stopped is listed while the screen is open. For the UI
 * thread.
 */
public final class RunHistory {
  private final Background background;
  private final Path file;
  private final KeptRuns kept;
  private final Consumer<? super Problem> failed;
  private final ObservableList<PastRun> runs = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<List<PastRun>> compared =
      new ReadOnlyObjectWrapper<>(List.of());

  /**
   * Makes the list of a file and begins to read what is kept of it.
   *
   * @param failed is told what could not be read or kept
   */
  RunHistory(Background background, Path file, KeptRuns kept, Consumer<? super Problem> failed) {
    this.background = background;
    this.file = file;
    this.kept = kept;
    this.failed = failed;
    background.start("Reading the list of runs", kept::read, this::take, failed);
  }

  private void take(KeptRuns.Read read) {
    int earlier = read.runs().size();
    for (int i = 0; i < runs.size(); i++) {
      runs.set(i, runs.get(i).numbered(runs.get(i).number() + earlier));
    }
    for (int i = 0; i < earlier; i++) {
      runs.add(PastRun.of(earlier - i, read.runs().get(i)));
    }
    if (read.aside() != null) {
      failed.accept(read.aside());
    }
  }

  /** The trainings, the latest first. */
  public ObservableList<PastRun> runs() {
    return runs;
  }

  /** Those chosen for a comparison, none, one or two, in the order they were chosen. */
  public ReadOnlyObjectProperty<List<PastRun>> compared() {
    return compared.getReadOnlyProperty();
  }

  PastRun begin(TrainingRows rows, TrainingSettings settings) {
    Instant now = Instant.now();
    int latest = runs.isEmpty() ? 0 : runs.getFirst().number();
    PastRun run =
        new PastRun(
            now.toEpochMilli() + "-" + UUID.randomUUID(),
            latest + 1,
            now,
            RunSource.of(rows),
            command(rows, settings, 0),
            settings,
            PastRun.UNDER_WAY,
            null);
    runs.addFirst(run);
    return run;
  }

  private String command(TrainingRows rows, TrainingSettings settings, int classes) {
    return new TrainingRecipe(file, rows, settings, classes).command(false);
  }

  /** Lists what a training found, and keeps it. */
  void finish(PastRun run, TrainingRows rows, TrainingResult result) {
    KeptRun found =
        new KeptRun(
            run.id(),
            run.began(),
            run.source(),
            command(rows, run.settings(), result.data().classes().size()),
            run.settings(),
            KeptRun.Found.of(result));
    replace(PastRun.of(run.number(), found));
    background.start(
        "Keeping the run",
        monitor -> {
          kept.keep(found);
          return found;
        },
        done -> {},
        failed);
  }

  /** Lists how a training ended that found nothing. */
  void end(PastRun run, String how) {
    replace(run.ended(how));
  }

  private void replace(PastRun ended) {
    for (int i = 0; i < runs.size(); i++) {
      PastRun run = runs.get(i);
      if (run.id().equals(ended.id())) {
        runs.set(i, ended.numbered(run.number()));
      }
    }
  }

  /** Takes a training off the list, unless it is under way. */
  public void remove(PastRun run) {
    if (run.isUnderWay()) {
      return;
    }
    compare(run, false);
    runs.removeIf(each -> each.id().equals(run.id()));
    background.start(
        "Taking a run off the list",
        monitor -> {
          kept.forget(run.id());
          return run;
        },
        done -> {},
        failed);
  }

  /** Whether a training is chosen for the comparison. */
  boolean isCompared(PastRun run) {
    return compared.get().stream().anyMatch(each -> each.id().equals(run.id()));
  }

  /**
   * Chooses a training for the comparison or lets it go. A third takes the place of the one chosen
   * first; one that found nothing cannot be chosen.
   */
  public void compare(PastRun run, boolean chosen) {
    if (run.found() == null || chosen == isCompared(run)) {
      return;
    }
    List<PastRun> next = new ArrayList<>(compared.get());
    if (chosen) {
      if (next.size() == 2) {
        next.removeFirst();
      }
      next.add(run);
    } else {
      next.removeIf(each -> each.id().equals(run.id()));
    }
    compared.set(List.copyOf(next));
  }
}
