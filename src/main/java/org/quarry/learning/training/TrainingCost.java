package org.quarry.learning.training;

import java.util.stream.IntStream;
import org.quarry.learning.Workers;
import org.quarry.learning.data.HeldOutFold;
import org.quarry.learning.data.Split;
import org.quarry.learning.search.GridSearch;
import org.quarry.learning.search.ScoreListener;
import org.quarry.learning.search.ScoreStore;
import org.quarry.learning.search.SearchData;
import org.quarry.learning.svm.Trainer;
import org.quarry.work.Monitor;

/**
 * About how long a training takes on this machine, by a model of it: the same search over few of
 * the rows, twice, with memory for as large a part of the kernel matrix; what it takes is a power
 * of the number of rows, of which the two tell the exponent.
 */
public final class TrainingCost {
  /** Above so many rows for training a person is told the cost before the start. */
  public static final long MANY_ROWS = 50_000;

  /** How many rows tell the cost of more. */
  public static final int SAMPLE = 3_000;

  private static final int PARTS = 3;
  private static final int RUNS = 2;
  private static final Split HELD_OUT = new Split(0, 0.2);

  /**
   * Solvers of this kind take between these powers of the rows; beyond is an accident of timing.
   */
  private static final double LEAST_EXPONENT = 1.8;

  private static final double MOST_EXPONENT = 2.4;

  private final TrainingSettings settings;
  private final Trainer trainer;
  private final Workers workers;
  private final long bytes;

  TrainingCost(TrainingSettings settings, Trainer trainer, Workers workers, long bytes) {
    this.settings = settings;
    this.trainer = trainer;
    this.workers = workers;
    this.bytes = bytes;
  }

  /**
   * Measures.
   *
   * @param sample some of the rows
   * @param rows how many rows the training would have, those held out not counted
   * @param monitor stops the work
   * @return seconds
   * @throws org.quarry.work.Cancelled when stopped
   */
  double seconds(SearchData sample, long rows, Monitor monitor) {
    Validation validation = settings.validation();
    double trained =
        rows
            * (validation.kind() == Validation.Kind.HOLD_OUT
                ? 1 - HELD_OUT.fraction()
                : (double) (validation.folds() - 1) / validation.folds());
    int[] every = IntStream.range(0, sample.size()).toArray();
    int[] part = IntStream.of(every).filter(row -> row % PARTS == 0).toArray();
    Pilot large = new Pilot(sample, rows);
    double more = large.run(monitor);
    double less = new Pilot(sample.rows(part), rows).quickest(monitor);
    // The first run was of code that the compiler had not seen.
    more = Math.min(more, large.quickest(monitor));
    double exponent =
        Math.clamp(
            Math.log(more / less) / Math.log((double) every.length / part.length),
            LEAST_EXPONENT,
            MOST_EXPONENT);
    double pilot = every.length * (1 - HELD_OUT.fraction());
    double fold = more * Math.pow(trained / pilot, exponent);
    double search = fold * validation.tests();
    double again =
        validation.nested() ? search * validation.tests() * Math.pow(trained / rows, exponent) : 0;
    return search + again + last(fold, trained / rows, exponent);
  }

  /** The best candidate on all rows, beside its calibration on three times two thirds of them. */
  private double last(double fold, double share, double exponent) {
    double fit = fold * workers.parallelism() / settings.candidates().size();
    double calibration = 3 * Math.pow(2.0 / 3, exponent);
    double both = workers.parallelism() > 1 ? Math.max(1, calibration) : 1 + calibration;
    return fit * Math.pow(share, -exponent) * both;
  }

  /** The search over few rows, on one fold. */
  private final class Pilot {
    private final SearchData data;
    private final GridSearch search;

    Pilot(SearchData data, long rows) {
      this.data = data;
      double part = (double) data.size() / rows;
      search = new GridSearch(trainer, workers, (long) (bytes * part * part));
    }

    /** How long it takes when nothing else disturbs it, in seconds. */
    double quickest(Monitor monitor) {
      double quickest = Double.POSITIVE_INFINITY;
      for (int run = 0; run < RUNS; run++) {
        quickest = Math.min(quickest, run(monitor));
      }
      return quickest;
    }

    /** How long it takes, in seconds. */
    double run(Monitor monitor) {
      long began = System.nanoTime();
      search.search(
          data,
          HeldOutFold.of(data.size(), HELD_OUT),
          settings.candidates(),
          settings.search(),
          ScoreStore.NONE,
          ScoreListener.NONE,
          new Silent(monitor));
      return (System.nanoTime() - began) / 1e9;
    }
  }
}
