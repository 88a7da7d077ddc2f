package org.quarry.ui.model;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.training.TrainingSettings;

/**
 * Puts the settings of an earlier training back into the steps, so that the next one does the same
 * again. For the UI thread.
 */
public final class PastSettings {
  /**
   * What came of it.
   *
   * @param run the place of the training in the list
   * @param lacking what could not be put back, a sentence each
   */
  public record Outcome(int run, List<String> lacking) {
    /** Copies the list. */
    public Outcome {
      lacking = List.copyOf(lacking);
    }

    /** All of it in words. */
    public String text() {
      return lacking.isEmpty()
          ? "The settings of run %d are back. While the rows are the same, Train finds the same."
              .formatted(run)
          : "The settings of run %d are back but for this: ".formatted(run)
              + String.join(" ", lacking);
    }
  }

  private final DataModel data;
  private final CheckModel check;
  private final SearchModel search;
  private final ReadOnlyObjectWrapper<@Nullable Outcome> outcome = new ReadOnlyObjectWrapper<>();

  PastSettings(DataModel data, CheckModel check, SearchModel search) {
    this.data = data;
    this.check = check;
    this.search = search;
  }

  /** What came of the last time, or null while that is not known. */
  public ReadOnlyObjectProperty<@Nullable Outcome> outcome() {
    return outcome.getReadOnlyProperty();
  }

  /**
   * Puts all settings of a training back, as far as the source still has its columns; what cannot
   * be is said, and the rest is put back all the same.
   */
  public void use(PastRun run) {
    outcome.set(null);
    TrainingSettings settings = run.settings();
    List<String> lacking = new ArrayList<>();
    check.put(settings.split(), settings.validation(), run.source().most());
    if (!search.put(settings.candidates(), settings.strategy(), settings.solver())) {
      lacking.add("Its candidates are no combinations of lists, and the fields hold only lists.");
    }
    data.put(
        run.source(),
        settings.roles(),
        absent -> {
          lacking.addAll(absent);
          outcome.set(new Outcome(run.number(), lacking));
        });
  }
}
