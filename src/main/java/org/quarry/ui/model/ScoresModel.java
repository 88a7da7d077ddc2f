package org.quarry.ui.model;

import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * Which candidate of a search is looked at, on the heat maps, in the table and in its details. For
 * the UI thread.
 */
public final class ScoresModel {
  private final TrainingRun run;
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);

  ScoresModel(TrainingRun run) {
    this.run = run;
    // A plan that grows keeps the places of its candidates; that of another search begins empty.
    run.plan()
        .subscribe(
            plan -> {
              if (chosen.get() >= plan.size()) {
                chosen.set(-1);
              }
            });
  }

  /** The search. */
  public TrainingRun run() {
    return run;
  }

  /** The place in the grid of the candidate that was chosen; negative while none was. */
  public ReadOnlyIntegerProperty chosen() {
    return chosen.getReadOnlyProperty();
  }

  /** Chooses a candidate by its place in the grid; no other number does anything. */
  public void choose(int index) {
    if (!run.isUpdating() && index >= 0 && index < run.scores().size()) {
      chosen.set(index);
    }
  }

  /** The candidate that was chosen, or the best so far; empty before there is a score. */
  public Optional<ScoreRow> shown() {
    if (chosen.get() >= 0 && chosen.get() < run.scores().size()) {
      return Optional.of(run.scores().get(chosen.get()));
    }
    return run.scores().stream().filter(row -> row.rank() == 1).findFirst();
  }
}
