package org.quarry.learning.training;

import org.jspecify.annotations.Nullable;

/** Says what a training would cost before it starts. */
public interface TrainingCost {
  /** Above so many rows for training a person is told the cost before the start. */
  long MANY_ROWS = 50_000;

  /** Knows no cost. */
  TrainingCost UNKNOWN = (settings, rows, classes) -> null;

  /**
   * About how long a training would take on this machine, in seconds, or null when that is not
   * known. Quick: it is asked on the UI thread, again with every change of the settings.
   *
   * @param settings what is to be trained
   * @param rows how many rows it would be trained on, those held out not counted
   * @param classes how many classes there are
   */
  @Nullable Double seconds(TrainingSettings settings, long rows, int classes);
}
