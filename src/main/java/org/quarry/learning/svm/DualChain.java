package org.quarry.learning.svm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.LearningProblem;
import org.quarry.work.Monitor;

/** A chain that solves each C from the solution of the last. */
final class DualChain implements Chain {
  private final FoldKernel fold;
  private final Kernel kernel;
  private final int classes;
  private final double[] weights;
  private final double tolerance;
  private final KernelRows rows;
  private final List<Pair> pairs = new ArrayList<>();

  /**
   * Prepares a chain.
   *
   * @param fold the points
   * @param labels the class of each point for training, 0 to classes - 1
   * @param classes how many classes there are
   * @param kernel the kernel
   * @param weights what C is multiplied by for each class, above 0
   * @param tolerance by how much a condition of optimality may be missed, in units of the decision
   */
  DualChain(
      FoldKernel fold,
      int[] labels,
      int classes,
      Kernel kernel,
      double[] weights,
      double tolerance) {
    this.fold = fold;
    this.kernel = kernel;
    this.classes = classes;
    this.weights = weights.clone();
    this.tolerance = tolerance;
    this.rows = fold.rows(kernel);
    for (int first = 0; first < classes; first++) {
      for (int second = first + 1; second < classes; second++) {
        pairs.add(new Pair(first, second, labels));
      }
    }
  }

  @Override
  public Fit fit(double c, Monitor monitor) {
    long iterations = 0;
    double gap = 0;
    boolean converged = true;
    for (Pair pair : pairs) {
      monitor.checkpoint();
      DualSolver.Solution solved = pair.solve(c, monitor);
      iterations += solved.iterations();
      gap = Math.max(gap, solved.gap());
      converged &= solved.converged();
    }
    return new Fit(iterations, gap, converged);
  }

  @Override
  public double[] decisions(int point) {
    double[] decisions = new double[pairs.size()];
    for (int i = 0; i < decisions.length; i++) {
      decisions[i] = pairs.get(i).decision(point);
    }
    return decisions;
  }

  @Override
  public Machine machine() {
    return new Machine(kernel, classes, pairs.stream().map(Pair::machine).toList());
  }

  @Override
  public void close() {
    rows.release();
  }

  /** The problem of two classes; without points of one of them the other wins always. */
  private final class Pair {
    private final int first;
    private final int second;
    private final int[] points;
    private final double alone;
    private final @Nullable DualSolver solver;
    private double intercept;

    Pair(int first, int second, int[] labels) {
      this.first = first;
      this.second = second;
      int[] chosen = new int[labels.length];
      boolean[] isSecond = new boolean[labels.length];
      int size = 0;
      int seconds = 0;
      for (int i = 0; i < labels.length; i++) {
        if (labels[i] == first || labels[i] == second) {
          chosen[size] = i;
          isSecond[size++] = labels[i] == second;
          seconds += labels[i] == second ? 1 : 0;
        }
      }
      points = Arrays.copyOf(chosen, size);
      alone = seconds == 0 ? -1 : 1;
      solver = seconds == 0 || seconds == size ? null : new DualSolver(rows, points, isSecond);
    }

    DualSolver.Solution solve(double c, Monitor monitor) {
      if (solver == null) {
        return new DualSolver.Solution(alone, 0, 0, true);
      }
      DualSolver.Solution solved =
          solver.solve(c * weights[first], c * weights[second], tolerance, monitor);
      if (!Double.isFinite(solved.intercept()) || !Double.isFinite(solved.gap())) {
        throw new LearningProblem.NotSolved(
            kernel.shape().text() + ", C " + c, "There is no solution in finite numbers.", null);
      }
      intercept = solved.intercept();
      return solved;
    }

    double decision(int point) {
      return solver == null ? alone : solver.decisions()[point] + intercept;
    }

    Machine.Pair machine() {
      if (solver == null) {
        return new Machine.Pair(first, second, alone, new double[0], new double[0][]);
      }
      double[] betas = solver.betas();
      List<double[]> vectors = new ArrayList<>();
      double[] coefficients = new double[points.length];
      for (int p = 0; p < points.length; p++) {
        if (betas[p] != 0) {
          coefficients[vectors.size()] = betas[p];
          vectors.add(fold.point(points[p]));
        }
      }
      return new Machine.Pair(
          first,
          second,
          intercept,
          Arrays.copyOf(coefficients, vectors.size()),
          vectors.toArray(double[][]::new));
    }
  }
}
