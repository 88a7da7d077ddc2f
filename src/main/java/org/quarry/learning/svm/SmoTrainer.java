package org.quarry.learning.svm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.WekaHome;
import org.quarry.work.Cancelled;
import org.quarry.work.Monitor;

/**
 * Trains by Weka's SMO, one solution for each pair of classes. The multipliers are SMO's; the
 * intercept is the mean over the free vectors, and without one the middle of its bounds (Chang and
 * Lin, "LIBSVM", 2011, section 4.1.5), because SMO keeps the middle of bounds it met on its way.
 */
public final class SmoTrainer implements Trainer {
  /** How near to a bound a multiplier is at it: a share of C, or of the largest multiplier. */
  private static final double ROUNDING = 1e-9;

  private final double tolerance;

  /**
   * Makes a trainer.
   *
   * @param home proof that Weka may be loaded
   * @param tolerance how far a condition of optimality may be missed, in units of the decision
   */
  public SmoTrainer(WekaHome home, double tolerance) {
    home.require();
    this.tolerance = tolerance;
  }

  @Override
  public Machine train(
      double[][] points, int[] labels, int classes, Candidate candidate, Monitor monitor) {
    List<Machine.Pair> pairs = new ArrayList<>();
    for (int first = 0; first < classes; first++) {
      for (int second = first + 1; second < classes; second++) {
        monitor.checkpoint();
        pairs.add(pair(points, labels, first, second, candidate, monitor));
      }
    }
    return new Machine(candidate.kernel(), classes, pairs);
  }

  private Machine.Pair pair(
      double[][] points,
      int[] labels,
      int first,
      int second,
      Candidate candidate,
      Monitor monitor) {
    int[] rows =
        IntStream.range(0, labels.length)
            .filter(row -> labels[row] == first || labels[row] == second)
            .toArray();
    double[][] chosen = Arrays.stream(rows).mapToObj(row -> points[row]).toArray(double[][]::new);
    boolean[] isSecond = new boolean[rows.length];
    int seconds = 0;
    for (int i = 0; i < rows.length; i++) {
      isSecond[i] = labels[rows[i]] == second;
      seconds += isSecond[i] ? 1 : 0;
    }
    if (seconds == 0 || seconds == rows.length) {
      double vote = seconds == 0 ? -1 : 1;
      return new Machine.Pair(first, second, vote, new double[0], new double[0][]);
    }
    double[] multipliers = solve(chosen, isSecond, candidate, monitor);
    snap(multipliers, candidate.c());
    return extract(first, second, chosen, isSecond, multipliers, candidate, monitor);
  }

  private double[] solve(
      double[][] points, boolean[] isSecond, Candidate candidate, Monitor monitor) {
    try {
      return new PairSmo(points, isSecond, candidate, tolerance).solve(monitor);
    } catch (Cancelled cancelled) {
      throw cancelled;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Cancelled();
    } catch (Exception failed) {
      throw new LearningProblem.NotSolved(
          candidate.text(), "Weka's SMO ended with an error, which the log holds.", failed);
    }
  }

  /** SMO leaves multipliers a rounding off their bounds, which would pass for free vectors. */
  private static void snap(double[] multipliers, double c) {
    double largest = Arrays.stream(multipliers).max().orElse(0);
    for (int i = 0; i < multipliers.length; i++) {
      if (multipliers[i] < ROUNDING * largest) {
        multipliers[i] = 0;
      } else if (multipliers[i] > (1 - ROUNDING) * c) {
        multipliers[i] = c;
      }
    }
  }

  private static Machine.Pair extract(
      int first,
      int second,
      double[][] points,
      boolean[] isSecond,
      double[] multipliers,
      Candidate candidate,
      Monitor monitor) {
    int[] support =
        IntStream.range(0, multipliers.length).filter(i -> multipliers[i] > 0).toArray();
    double[] coefficients =
        Arrays.stream(support)
            .mapToDouble(i -> isSecond[i] ? multipliers[i] : -multipliers[i])
            .toArray();
    double[][] vectors = Arrays.stream(support).mapToObj(i -> points[i]).toArray(double[][]::new);
    Machine.Pair raw = new Machine.Pair(first, second, 0, coefficients, vectors);
    double intercept = intercept(raw, points, isSecond, multipliers, candidate, monitor);
    if (support.length == 0 || !Double.isFinite(intercept)) {
      throw new LearningProblem.NotSolved(
          candidate.text(), "Weka's SMO found no solution in finite numbers.", null);
    }
    return new Machine.Pair(first, second, intercept, coefficients, vectors);
  }

  private static double intercept(
      Machine.Pair raw,
      double[][] points,
      boolean[] isSecond,
      double[] multipliers,
      Candidate candidate,
      Monitor monitor) {
    double sum = 0;
    int free = 0;
    for (int i = 0; i < points.length; i++) {
      monitor.checkpoint();
      if (multipliers[i] > 0 && multipliers[i] < candidate.c()) {
        sum += (isSecond[i] ? 1 : -1) - raw.decision(candidate.kernel(), points[i]);
        free++;
      }
    }
    if (free > 0) {
      return sum / free;
    }
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    for (int i = 0; i < points.length; i++) {
      monitor.checkpoint();
      double bound = (isSecond[i] ? 1 : -1) - raw.decision(candidate.kernel(), points[i]);
      if (isSecond[i] == (multipliers[i] == 0)) {
        low = Math.max(low, bound);
      } else {
        high = Math.min(high, bound);
      }
    }
    return (low + high) / 2;
  }
}
