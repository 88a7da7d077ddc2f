package org.quarry.learning.training;

import org.jspecify.annotations.Nullable;

/** Says what a training would cost before it starts. */
public interface TrainingCost {
  /** Above so many rows for training a person is told the cost before the start. */
  long MANY_ROWS = 50_000;

  /**
   * Seconds that a fit takes for a pair of rows: of 10,000 rows of twenty numbers, of two classes
   * that overlap, 27 fits took 3.3 seconds of a server's core.
   */
  double SECONDS_A_PAIR = 2.7e-9;

  /**
   * Expects rows of such a table: rough, because classes that are far apart take a tenth, and noise
   * several times as long.
   */
  TrainingCost TYPICAL =
      (settings, rows, classes) -> {
        Validation validation = settings.validation();
        double trained = (double) (validation.folds() - 1) / validation.folds();
        double pairs = classes * (classes - 1) / 2.0;
        double ofAPair = 2.0 * rows * trained / classes;
        double fits = (double) settings.candidates().size() * validation.tests();
        double searches = validation.nested() ? 1.0 + validation.tests() : 1;
        int threads = Runtime.getRuntime().availableProcessors();
        return fits * searches * pairs * SECONDS_A_PAIR * ofAPair * ofAPair / threads;
      };

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
