package org.quarry.learning.training;

import org.quarry.database.Database;
import org.quarry.learning.data.DataSource;
import org.quarry.learning.data.Rows;
import org.quarry.learning.data.StratifiedSample;
import org.quarry.work.Monitor;

/**
 * The rows that a training reads: those of a source, or of very many a stratified sample.
 * Immutable.
 *
 * @param source where they are
 * @param most how many with a target there are at most, or {@link #ALL}
 */
public record TrainingRows(DataSource source, long most) {
  /** No sample is drawn. */
  public static final long ALL = Long.MAX_VALUE;

  /**
   * Makes some.
   *
   * @throws IllegalArgumentException if they would be none
   */
  public TrainingRows {
    if (most < 1) {
      throw new IllegalArgumentException(most + " rows");
    }
  }

  /** All rows of a source. */
  public static TrainingRows of(DataSource source) {
    return new TrainingRows(source, ALL);
  }

  /** Whether they are drawn where the source has more. */
  public boolean sampled() {
    return most != ALL;
  }

  /**
   * Reads them; a sample is drawn by the seed of the split. Blocks on the disk.
   *
   * @throws org.quarry.learning.LearningProblem.UnknownColumn if a role names another column
   * @throws org.quarry.work.Cancelled when cancelled
   */
  public Rows read(Database database, TrainingSettings settings, Monitor monitor) {
    return StratifiedSample.read(
        database, source, settings.roles(), most, settings.split().seed(), monitor);
  }
}
