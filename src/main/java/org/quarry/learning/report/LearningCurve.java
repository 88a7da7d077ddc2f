package org.quarry.learning.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quarry.learning.Workers;
import org.quarry.learning.data.MersenneTwister;
import org.quarry.work.Monitor;

/**
 * How scores grow with the number of training rows: whether more labelled rows would help. Rows and
 * sizes are those of scikit-learn's {@code learning_curve(shuffle=True, random_state=seed)}: the
 * training rows of each fold are shuffled once, and each size takes so many from their beginning.
 * Without shuffling the first rows of a fold may all be of one class. Immutable.
 *
 * @param sizes by rising number of rows
 */
public record LearningCurve(List<Size> sizes) {
  /** Copies the list. */
  public LearningCurve {
    sizes = List.copyOf(sizes);
  }

  /** Fits a model and scores it. Safe for use by several threads. */
  @FunctionalInterface
  public interface Fit {
    /**
     * Trains on some rows and scores both sides by one metric.
     *
     * @param training the rows to train on; not to be changed
     * @param test the rows to test on; not to be changed
     * @return both scores, not numbers where the rows cannot be trained on, such as rows of one
     *     class
     * @throws org.quarry.work.Cancelled when stopped
     */
    Scores fit(int[] training, int[] test);
  }

  /**
   * What a fit scores.
   *
   * @param training on the rows it was trained on
   * @param test on rows it has not seen
   */
  public record Scores(double training, double test) {}

  /**
   * The scores of one number of training rows; means are not numbers when one fold's score is none.
   *
   * @param rows the number of training rows
   * @param training the mean over the folds on the rows trained on
   * @param trainingDeviation its deviation, of the population
   * @param test the mean over the folds on rows not seen
   * @param testDeviation its deviation, of the population
   * @param folds the scores of each fold
   */
  public record Size(
      int rows,
      double training,
      double trainingDeviation,
      double test,
      double testDeviation,
      List<Scores> folds) {
    /** Copies the list. */
    public Size {
      folds = List.copyOf(folds);
    }

    private static Size of(int rows, List<Scores> folds) {
      double[] training = folds.stream().mapToDouble(Scores::training).toArray();
      double[] test = folds.stream().mapToDouble(Scores::test).toArray();
      return new Size(
          rows,
          Spread.mean(training),
          Spread.deviation(training),
          Spread.mean(test),
          Spread.deviation(test),
          folds);
    }
  }

  /**
   * Numbers of training rows: shares of the most there are, rounded down, at least 1, each once, in
   * rising order.
   *
   * @param most the number of training rows of the first fold
   * @param shares above 0, at most 1
   * @throws IllegalArgumentException if a share is out of range
   */
  public static int[] sizes(int most, double... shares) {
    for (double share : shares) {
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException("share " + share);
      }
    }
    return Arrays.stream(shares)
        .mapToInt(share -> Math.max(1, (int) (share * most)))
        .sorted()
        .distinct()
        .toArray();
  }

  /**
   * Measures. The largest sizes are fitted first; progress counts sizes × folds.
   *
   * @param training for each fold the rows it trains on
   * @param test for each fold the rows it tests
   * @param sizes the numbers of training rows; a fold with fewer takes what it has
   * @param seed of the shuffles, 0 to 2³² - 1
   * @param fit trains and scores
   * @param workers who shares the fits
   * @param monitor hears the progress and stops the work
   * @throws org.quarry.work.Cancelled when stopped
   * @throws IllegalArgumentException if there is no fold or the lists differ in length
   */
  public static LearningCurve measure(
      List<int[]> training,
      List<int[]> test,
      int[] sizes,
      long seed,
      Fit fit,
      Workers workers,
      Monitor monitor) {
    int folds = training.size();
    if (folds == 0 || test.size() != folds) {
      throw new IllegalArgumentException(folds + " and " + test.size() + " folds");
    }
    int[] rising = Arrays.stream(sizes).sorted().toArray();
    List<int[]> shuffled = shuffled(training, seed);
    Scores[][] scores = new Scores[rising.length][folds];
    Progress progress =
        new Progress(monitor, (long) rising.length * folds, "Fitting growing numbers of rows");
    workers.forEach(
        rising.length * folds,
        task -> {
          monitor.checkpoint();
          int size = rising.length - 1 - task / folds;
          int fold = task % folds;
          int[] rows = shuffled.get(fold);
          int[] first = Arrays.copyOf(rows, Math.min(rising[size], rows.length));
          scores[size][fold] = fit.fit(first, test.get(fold));
          progress.step();
        });
    List<Size> curve = new ArrayList<>();
    for (int i = 0; i < rising.length; i++) {
      curve.add(Size.of(rising[i], List.of(scores[i])));
    }
    return new LearningCurve(curve);
  }

  private static List<int[]> shuffled(List<int[]> folds, long seed) {
    MersenneTwister random = new MersenneTwister(seed);
    List<int[]> shuffled = new ArrayList<>();
    for (int[] rows : folds) {
      int[] order = random.permutation(rows.length);
      shuffled.add(Arrays.stream(order).map(place -> rows[place]).toArray());
    }
    return shuffled;
  }
}
