package org.quarry.ui.model;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.quarry.learning.training.TrainingRows;
import org.quarry.learning.training.TrainingSettings;

/** The trainings of a screen while it is open, and the two that are compared. For the UI thread. */
public final class RunHistory {
  private final ObservableList<PastRun> runs = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<List<PastRun>> compared =
      new ReadOnlyObjectWrapper<>(List.of());

  private final Path file;

  /** Makes one without trainings, for a file. */
  RunHistory(Path file) {
    this.file = file;
  }

  /** The command that does a training again, whatever became of it. */
  public String command(PastRun run) {
    return run.command(file);
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
    PastRun run = new PastRun(runs.size() + 1, Instant.now(), rows, settings, "Under way", null);
    runs.addFirst(run);
    return run;
  }

  void end(PastRun ended) {
    for (int i = 0; i < runs.size(); i++) {
      if (runs.get(i).number() == ended.number()) {
        runs.set(i, ended);
      }
    }
  }

  /** Whether a training is chosen for the comparison. */
  boolean isCompared(PastRun run) {
    return compared.get().stream().anyMatch(each -> each.number() == run.number());
  }

  /**
   * Chooses a training for the comparison or lets it go. A third takes the place of the one chosen
   * first; one that found nothing cannot be chosen.
   */
  public void compare(PastRun run, boolean chosen) {
    if (run.result() == null || chosen == isCompared(run)) {
      return;
    }
    List<PastRun> next = new ArrayList<>(compared.get());
    if (chosen) {
      if (next.size() == 2) {
        next.removeFirst();
      }
      next.add(run);
    } else {
      next.removeIf(each -> each.number() == run.number());
    }
    compared.set(List.copyOf(next));
  }
}
