package org.quarry.learning.training;

import java.util.List;
import org.quarry.learning.Workers;
import org.quarry.learning.data.DataSet;
import org.quarry.learning.data.Preparation;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.DualTrainer;
import org.quarry.learning.svm.Weighting;
import org.quarry.work.Monitor;

/**
 * How long a search over many rows will take, told from fits on few of them: the time of a fit
 * grows by a power of the rows, which two sizes tell. Rough: good to a factor of two or three.
 *
 * @param rows how many rows there are for training
 * @param seconds about how long the search takes
 * @param sampled how many rows would take about a minute, or all of them
 */
public record CostEstimate(int rows, double seconds, int sampled) {
  /** From so many rows on it is worth asking first. */
  public static final int WORTH_ASKING = 50_000;

  private static final int SMALL = 500;
  private static final int LARGE = 2_000;
  private static final double LEAST_POWER = 1.5;
  private static final double MOST_POWER = 2.5;
  private static final double BEARABLE_SECONDS = 60;
  private static final int LEAST_SAMPLE = 10_000;

  /**
   * Estimates, in some seconds at most.
   *
   * @param data the rows, at least {@value #LARGE}
   * @param settings what is to be trained
   * @param workers who will share the fits
   * @param bytes how much memory kernels may take
   * @param monitor stops the work
   */
  static CostEstimate of(
      DataSet data, TrainingSettings settings, Workers workers, long bytes, Monitor monitor) {
    int rows = data.size();
    List<Candidate> candidates = typical(settings.candidates());
    double small = time(data, SMALL, candidates, bytes, monitor);
    double large = time(data, LARGE, candidates, bytes, monitor);
    double power =
        Math.clamp(
            Math.log(large / small) / Math.log((double) LARGE / SMALL), LEAST_POWER, MOST_POWER);
    Validation validation = settings.validation();
    long folds = (long) validation.folds() * validation.repeats();
    double trained = (double) (validation.folds() - 1) / validation.folds();
    double fits = (double) settings.candidates().size() * folds / workers.parallelism() + 2;
    double each = large / candidates.size();
    double seconds = fits * each * Math.pow(trained * rows / LARGE, power);
    seconds *= validation.nested() ? validation.folds() + 1 : 1;
    double share = Math.pow(BEARABLE_SECONDS / seconds, 1 / power);
    int sampled =
        (int) Math.min(rows, Math.max(LEAST_SAMPLE, Math.floor(share * rows / 1000) * 1000));
    return new CostEstimate(rows, seconds, sampled);
  }

  /** The middle C with the first and the last kernel stand for all. */
  private static List<Candidate> typical(List<Candidate> candidates) {
    double[] cs = candidates.stream().mapToDouble(Candidate::c).sorted().distinct().toArray();
    double c = cs[cs.length / 2];
    return List.of(
        new Candidate(candidates.getFirst().kernel(), c, Weighting.NONE),
        new Candidate(candidates.getLast().kernel(), c, Weighting.NONE));
  }

  private static double time(
      DataSet data, int size, List<Candidate> candidates, long bytes, Monitor monitor) {
    int[] rows = StratifiedSample.of(data, size, 0);
    double[][] raw = data.values(rows);
    double[][] points = Preparation.measure(data.roles().features(), raw).apply(raw);
    int[] labels = data.labels(rows);
    long began = System.nanoTime();
    for (Candidate candidate : candidates) {
      new DualTrainer().train(points, labels, data.classes().size(), candidate, bytes, monitor);
    }
    return (System.nanoTime() - began) / 1e9;
  }
}
