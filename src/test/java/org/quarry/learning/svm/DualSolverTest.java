package org.quarry.learning.svm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.quarry.learning.Reference;
import org.quarry.work.Cancelled;
import org.quarry.work.Monitor;
import org.quarry.work.Stopping;

/** The solver against the conditions of optimality, and against stock SMO. */
class DualSolverTest {
  private static final Kernel RBF = new Kernel(Kernel.Shape.RBF, 0.2, 1, 0);
  private static final Kernel POLY = new Kernel(Kernel.Shape.POLY, 0.5, 3, 1);
  private static final Kernel LINEAR = new Kernel(Kernel.Shape.LINEAR, 1, 1, 0);
  private static final long AMPLE = 1L << 28;

  /** Points of two overlapping clouds; every seventh is on the wrong side. */
  private static final class Cloud {
    private final double[][] points;
    private final int[] labels;
    private final boolean[] second;

    Cloud(double[][] points, int[] labels, boolean[] second) {
      this.points = points;
      this.labels = labels;
      this.second = second;
    }

    static Cloud of(int size, int features) {
      Random random = new Random(size);
      double[][] points = new double[size][features];
      int[] labels = new int[size];
      boolean[] second = new boolean[size];
      for (int i = 0; i < size; i++) {
        boolean side = random.nextBoolean();
        for (int j = 0; j < features; j++) {
          points[i][j] = random.nextGaussian() + (side ? 0.7 : -0.7) / (j + 1);
        }
        second[i] = side ^ i % 7 == 0;
        labels[i] = second[i] ? 1 : 0;
      }
      return new Cloud(points, labels, second);
    }

    DualSolver solver(Kernel kernel, long bytes) {
      int[] all = new int[points.length];
      Arrays.setAll(all, i -> i);
      return new DualSolver(
          new FoldKernel(points, points.length, new RowPool(points.length), bytes, Monitor.NONE)
              .rows(kernel),
          all,
          second);
    }

    /** By how much the β given miss optimality, computed anew from the kernel. */
    double gap(Kernel kernel, double[] betas, double lower, double upper) {
      double leastUp = Double.POSITIVE_INFINITY;
      double mostLow = Double.NEGATIVE_INFINITY;
      double sum = 0;
      for (int i = 0; i < points.length; i++) {
        double error = second[i] ? -1 : 1;
        for (int j = 0; j < points.length; j++) {
          if (betas[j] != 0) {
            error += betas[j] * kernel.value(points[i], points[j]);
          }
        }
        assertThat(betas[i]).isBetween(second[i] ? 0 : lower, second[i] ? upper : 0);
        sum += betas[i];
        leastUp = betas[i] < (second[i] ? upper : 0) ? Math.min(leastUp, error) : leastUp;
        mostLow = betas[i] > (second[i] ? 0 : lower) ? Math.max(mostLow, error) : mostLow;
      }
      assertThat(sum).isCloseTo(0, within(1e-9 * upper));
      return mostLow - leastUp;
    }
  }

  @Test
  void everySolutionOfAChainIsOptimal() {
    Cloud cloud = Cloud.of(240, 4);
    for (Kernel kernel : new Kernel[] {RBF, POLY, LINEAR}) {
      DualSolver solver = cloud.solver(kernel, AMPLE);
      for (double c : new double[] {1e-9, 1e-3, 0.1, 1, 30, 31, 1000}) {
        DualSolver.Solution solution = solver.solve(c, 2 * c, 1e-5, Monitor.NONE);
        assertThat(solution.converged()).isTrue();
        assertThat(cloud.gap(kernel, solver.betas(), -c, 2 * c))
            .as(kernel + " C " + c)
            .isLessThan(1.1e-5);
      }
    }
  }

  @Test
  void shrinkingAndATinyCacheOfFloatsLoseNothing() {
    Cloud cloud = Cloud.of(1500, 6);
    for (double c : new double[] {1, 50}) {
      DualSolver cached = cloud.solver(RBF, 1500 * 4 * 40);
      assertThat(cached.solve(c, c, 1e-3, Monitor.NONE).converged()).isTrue();
      assertThat(cloud.gap(RBF, cached.betas(), -c, c)).isLessThan(1.2e-3);
      DualSolver exact = cloud.solver(RBF, AMPLE);
      assertThat(exact.solve(c, c, 1e-3, Monitor.NONE).converged()).isTrue();
      assertThat(cloud.gap(RBF, exact.betas(), -c, c)).isLessThan(1.01e-3);
    }
  }

  /**
   * Equal points make the free set dependent, and equal points of both classes a flat direction.
   */
  @Test
  void repeatedAndContradictingPointsAreSolved() {
    double[][] points = new double[120][];
    boolean[] second = new boolean[points.length];
    int[] labels = new int[points.length];
    for (int i = 0; i < points.length; i++) {
      points[i] = new double[] {i % 5, i % 3};
      second[i] = i % 4 == 0;
      labels[i] = second[i] ? 1 : 0;
    }
    Cloud cloud = new Cloud(points, labels, second);
    for (Kernel kernel : new Kernel[] {RBF, POLY, LINEAR}) {
      DualSolver solver = cloud.solver(kernel, AMPLE);
      assertThat(solver.solve(10, 10, 1e-6, Monitor.NONE).converged()).isTrue();
      assertThat(cloud.gap(kernel, solver.betas(), -10, 10)).isLessThan(1.5e-6);
    }
  }

  @Test
  void itsDecisionsAreThoseOfStockSmo() {
    Cloud cloud = Cloud.of(200, 3);
    for (Kernel kernel : new Kernel[] {RBF, LINEAR}) {
      for (Weighting weighting : new Weighting[] {Weighting.NONE, Weighting.BALANCED}) {
        Candidate candidate = new Candidate(kernel, 3, weighting);
        Machine own =
            new DualTrainer(1e-8)
                .train(cloud.points, cloud.labels, 2, candidate, AMPLE, Monitor.NONE)
                .machine();
        Machine stock =
            new SmoTrainer(Reference.HOME, 1e-8)
                .train(cloud.points, cloud.labels, 2, candidate, AMPLE, Monitor.NONE)
                .machine();
        for (double[] point : Cloud.of(50, 3).points) {
          assertThat(own.decisions(point)[0]).isCloseTo(stock.decisions(point)[0], within(1e-5));
        }
      }
    }
  }

  @Test
  void theQuickExponentialIsWithinItsBound() {
    double[] of = new double[4001];
    Arrays.setAll(of, i -> i * 0.175);
    double[] into = new double[of.length];
    FastExp.of(of, -1, of.length, into);
    for (int i = 0; i < of.length; i++) {
      assertThat(into[i] / Math.exp(-of[i])).isCloseTo(1, within(of[i] <= 100 ? 1e-10 : 1e-7));
    }
    assertThat(into[0]).isEqualTo(1);
  }

  @Test
  void everyRowOfTheKernelAndEveryStepAsksWhetherToStop() {
    Cloud cloud = Cloud.of(1_200, 4);
    Candidate candidate = new Candidate(RBF, 3, Weighting.NONE);
    AtomicLong asked = new AtomicLong();
    Chain.Fit fit =
        new DualTrainer()
            .train(
                cloud.points,
                cloud.labels,
                2,
                candidate,
                AMPLE,
                new Stopping(() -> asked.incrementAndGet() < 0))
            .fit();
    assertThat(fit.iterations()).isGreaterThan(200);
    assertThat(asked.get()).isGreaterThanOrEqualTo(1_200 + fit.iterations());
    for (long last : new long[] {1, 700, 1_300, 1_400}) {
      asked.set(0);
      Stopping stopping = new Stopping(() -> asked.incrementAndGet() >= last);
      assertThatThrownBy(
              () ->
                  new DualTrainer()
                      .train(cloud.points, cloud.labels, 2, candidate, AMPLE, stopping))
          .isInstanceOf(Cancelled.class);
      assertThat(asked.get()).isEqualTo(last);
    }
  }
}
