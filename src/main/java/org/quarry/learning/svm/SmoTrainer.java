package org.quarry.learning.svm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
  public Chain chain(FoldKernel fold, int[] labels, int classes, Kernel kernel, double[] weights) {
    return new SmoChain(fold, labels, classes, kernel, weights);
  }

  /** Trains each C anew. */
  private final class SmoChain implements Chain {
    private final FoldKernel fold;
    private final int[] labels;
    private final int classes;
    private final Kernel kernel;
    private final double[] weights;
    private @Nullable Machine machine;

    SmoChain(FoldKernel fold, int[] labels, int classes, Kernel kernel, double[] weights) {
      this.fold = fold;
      this.labels = labels;
      this.classes = classes;
      this.kernel = kernel;
      this.weights = weights;
    }

    @Override
    public Fit fit(double c, Monitor monitor) {
      List<Machine.Pair> pairs = new ArrayList<>();
      for (int first = 0; first < classes; first++) {
        for (int second = first + 1; second < classes; second++) {
          monitor.checkpoint();
          pairs.add(pair(first, second, c, monitor));
        }
      }
      machine = new Machine(kernel, classes, pairs);
      return new Fit(0, tolerance, true);
    }

    @Override
    public double[] decisions(int point) {
      return machine().decisions(fold.point(point));
    }

    @Override
    public Machine machine() {
      return Objects.requireNonNull(machine, "nothing was fitted yet");
    }

    @Override
    public void close() {}

    private Machine.Pair pair(int first, int second, double c, Monitor monitor) {
      int[] rows =
          IntStream.range(0, labels.length)
              .filter(row -> labels[row] == first || labels[row] == second)
              .toArray();
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
      double[][] points = Arrays.stream(rows).mapToObj(fold::point).toArray(double[][]::new);
      PairProblem problem =
          new PairProblem(points, isSecond, kernel, c * weights[first], c * weights[second]);
      double[] multipliers = solve(problem, monitor);
      problem.snap(multipliers);
      return extract(first, second, problem, multipliers, monitor);
    }
  }

  private static final class PairProblem {
    private final double[][] points;
    private final boolean[] isSecond;
    private final Kernel kernel;
    private final double firstC;
    private final double secondC;

    PairProblem(
        double[][] points, boolean[] isSecond, Kernel kernel, double firstC, double secondC) {
      this.points = points;
      this.isSecond = isSecond;
      this.kernel = kernel;
      this.firstC = firstC;
      this.secondC = secondC;
    }

    double c(int i) {
      return isSecond[i] ? secondC : firstC;
    }

    /** SMO leaves multipliers a rounding off their bounds, which would pass for free vectors. */
    void snap(double[] multipliers) {
      double largest = Arrays.stream(multipliers).max().orElse(0);
      for (int i = 0; i < multipliers.length; i++) {
        if (multipliers[i] < ROUNDING * largest) {
          multipliers[i] = 0;
        } else if (multipliers[i] > (1 - ROUNDING) * c(i)) {
          multipliers[i] = c(i);
        }
      }
    }

    String text() {
      return new Candidate(kernel, firstC).text();
    }
  }

  private double[] solve(PairProblem problem, Monitor monitor) {
    try {
      return new PairSmo(
              problem.points,
              problem.isSecond,
              problem.kernel,
              problem.firstC,
              problem.secondC / problem.firstC,
              tolerance)
          .solve(monitor);
    } catch (Cancelled cancelled) {
      throw cancelled;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Cancelled();
    } catch (Exception failed) {
      throw new LearningProblem.NotSolved(
          problem.text(), "Weka's SMO ended with an error, which the log holds.", failed);
    }
  }

  private static Machine.Pair extract(
      int first, int second, PairProblem problem, double[] multipliers, Monitor monitor) {
    boolean[] isSecond = problem.isSecond;
    int[] support =
        IntStream.range(0, multipliers.length).filter(i -> multipliers[i] > 0).toArray();
    double[] coefficients =
        Arrays.stream(support)
            .mapToDouble(i -> isSecond[i] ? multipliers[i] : -multipliers[i])
            .toArray();
    double[][] vectors =
        Arrays.stream(support).mapToObj(i -> problem.points[i]).toArray(double[][]::new);
    Machine.Pair raw = new Machine.Pair(first, second, 0, coefficients, vectors);
    double intercept = intercept(raw, problem, multipliers, monitor);
    if (support.length == 0 || !Double.isFinite(intercept)) {
      throw new LearningProblem.NotSolved(
          problem.text(), "Weka's SMO found no solution in finite numbers.", null);
    }
    return new Machine.Pair(first, second, intercept, coefficients, vectors);
  }

  private static double intercept(
      Machine.Pair raw, PairProblem problem, double[] multipliers, Monitor monitor) {
    double[][] points = problem.points;
    boolean[] isSecond = problem.isSecond;
    double sum = 0;
    int free = 0;
    for (int i = 0; i < points.length; i++) {
      monitor.checkpoint();
      if (multipliers[i] > 0 && multipliers[i] < problem.c(i)) {
        sum += (isSecond[i] ? 1 : -1) - raw.decision(problem.kernel, points[i]);
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
      double bound = (isSecond[i] ? 1 : -1) - raw.decision(problem.kernel, points[i]);
      if (isSecond[i] == (multipliers[i] == 0)) {
        low = Math.max(low, bound);
      } else {
        high = Math.min(high, bound);
      }
    }
    return (low + high) / 2;
  }
}
