package org.quarry.learning.svm;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.quarry.work.Monitor;

/**
 * Solves the dual problem of a support vector machine for two classes: minimise ½ βᵀKβ - yᵀβ with
 * the sum of β 0, each β between 0 and C for the second class (y = 1) and between -C and 0 for the
 * first (y = -1); a β is a multiplier with the sign of its class. Sequential minimal optimisation
 * (Platt 1998) with the bounds of Keerthi et al. (2001), the second-order choice of pairs and the
 * shrinking of Fan, Chen and Lin (2005), and Newton steps on the free set ({@link FreeSet}). Ties
 * go to the first point.
 *
 * <p>A solver keeps its solution: asked for a larger C it starts from the best multiple of the last
 * one. For one thread at a time.
 */
final class DualSolver {
  /** Fewer points than this are not worth shrinking. */
  private static final int SHRINK_FROM = 1000;

  private static final int ITERATIONS_BETWEEN_SHRINKS = 1000;
  private static final int MOST_BETWEEN_CHECKS = 64;

  /** How many numbers of rows are kept packed: 32 MB. */
  private static final long MOST_GATHERED = 1 << 22;

  /** How near to a bound a β is at it: a share of C, or of the largest β. */
  private static final double ROUNDING = 1e-11;

  private static final int MOST_LOOKS = 100;
  private static final long MOST_ITERATIONS = 1_000_000;

  /** The least curvature along a pair, as a share of the largest kernel of a point with itself. */
  private static final double LEAST_CURVATURE = 1e-12;

  private final KernelRows rows;
  private final int[] points;
  private final boolean front;
  private final ActiveSet active;
  private final FreeSet free;
  private final double[] signs;
  private final double[] betas;
  private final double[] counted;
  private final double[] decisions;
  private final double leastCurvature;

  /** Of many points one row takes long enough to ask in between whether to stop. */
  private final int betweenChecks;

  private final double[] firstScratch;
  private final double[] secondScratch;
  private final double[] gains;

  /** The rows of the active points asked for, packed: they are asked for again and again. */
  private final double[] @Nullable [] gathered;

  private long room = MOST_GATHERED;
  private double lower;
  private double upper;

  /** The ends of an iteration's view: the least error that may rise, the greatest that may fall. */
  private double leastUp;

  private double mostLow;

  /**
   * Prepares a problem, with every β 0.
   *
   * @param rows the kernel of a fold
   * @param points the training points of the two classes, ascending; both occur
   * @param second whether each is of the second class
   */
  DualSolver(KernelRows rows, int[] points, boolean[] second) {
    this.rows = rows;
    this.points = points;
    this.front = points[points.length - 1] == points.length - 1;
    int n = points.length;
    signs = new double[n];
    double[] diagonal = new double[n];
    double most = 0;
    for (int p = 0; p < n; p++) {
      signs[p] = second[p] ? 1 : -1;
      diagonal[p] = rows.diagonal(points[p]);
      most = Math.max(most, diagonal[p]);
    }
    leastCurvature = Math.max(most * LEAST_CURVATURE, Double.MIN_NORMAL);
    betas = new double[n];
    counted = new double[n];
    decisions = new double[rows.points()];
    active = new ActiveSet(points, diagonal);
    free = new FreeSet(rows);
    firstScratch = new double[n];
    secondScratch = new double[n];
    gains = new double[n];
    gathered = new double[n][];
    betweenChecks = n < SHRINK_FROM ? MOST_BETWEEN_CHECKS : 1;
  }

  /**
   * What came of one C.
   *
   * @param intercept what is added to a decision
   * @param iterations steps taken
   * @param gap by how much the conditions of optimality are missed at most, in units of the
   *     decision
   * @param converged whether the gap is within the tolerance
   */
  record Solution(double intercept, long iterations, double gap, boolean converged) {}

  /**
   * Solves for a pair of bounds, from where the last call ended.
   *
   * @param first the C of the first class; not below that of the last call
   * @param second the C of the second class, in the same proportion to the last call's
   * @param tolerance the gap to reach
   * @param monitor asked whether to stop
   * @return the solution; its intercept is NaN when the kernel is beyond what a double holds
   * @throws org.quarry.work.Cancelled when it says so; the solver is then of no more use
   */
  Solution solve(double first, double second, double tolerance, Monitor monitor) {
    if (!Double.isFinite(leastCurvature / LEAST_CURVATURE * Math.max(first, second))) {
      return new Solution(Double.NaN, 0, Double.NaN, false);
    }
    stretch(-first, second);
    restore();
    long iterations = 0;
    long nextShrink = Math.min(points.length, ITERATIONS_BETWEEN_SHRINKS);
    boolean nearEnd = false;
    int looks = 0;
    free.begin();
    while (true) {
      if (iterations % betweenChecks == 0) {
        monitor.checkpoint();
      }
      if (points.length >= SHRINK_FROM && iterations >= nextShrink) {
        nextShrink += Math.min(points.length, ITERATIONS_BETWEEN_SHRINKS);
        if (!nearEnd && mostLow - leastUp <= 10 * tolerance && iterations > 0) {
          nearEnd = true;
          if (active.isShrunk()) {
            count(monitor);
            restore();
          }
        }
        if (active.shrink(leastUp, mostLow)) {
          forget();
        }
      }
      if (!step(tolerance) || iterations >= MOST_ITERATIONS) {
        snap();
        count(monitor);
        restore();
        // Errors gather rounding on the way, and shrunk points were not looked at: look again.
        if (mostLow - leastUp <= tolerance
            || iterations >= MOST_ITERATIONS
            || ++looks > MOST_LOOKS) {
          break;
        }
        continue;
      }
      iterations++;
      if (free.due(iterations)) {
        free.step(active, betas, lower, upper, front);
      }
    }
    double gap = mostLow - leastUp;
    return new Solution(intercept(), iterations, Math.max(gap, 0), gap <= tolerance);
  }

  /** Takes the last solution to the best multiple of it that the new bounds allow. */
  private void stretch(double newLower, double newUpper) {
    double along = 0;
    double curvature = 0;
    for (int p = 0; p < points.length; p++) {
      along += signs[p] * betas[p];
      curvature += betas[p] * decisions[points[p]];
    }
    if (along > 0) {
      double most = Math.min(newUpper / upper, newLower / lower);
      double factor = curvature <= 0 ? most : Math.min(along / curvature, most);
      for (int p = 0; p < points.length; p++) {
        double old = betas[p];
        double scaled = Math.clamp(old * factor, newLower, newUpper);
        boolean atBound = old == lower || old == upper;
        betas[p] = atBound && factor == most && old != 0 ? (old > 0 ? newUpper : newLower) : scaled;
        counted[p] = betas[p];
      }
      for (int k = 0; k < decisions.length; k++) {
        decisions[k] *= factor;
      }
    }
    lower = newLower;
    upper = newUpper;
  }

  /** A β a rounding off its bound is at it: it would pass for free and alone set the intercept. */
  private void snap() {
    double largest = 0;
    for (double beta : betas) {
      largest = Math.max(largest, Math.abs(beta));
    }
    for (int p = 0; p < betas.length; p++) {
      double bound = signs[p] > 0 ? upper : lower;
      if (Math.abs(betas[p]) < ROUNDING * largest) {
        betas[p] = 0;
      } else if (Math.abs(betas[p] - bound) < ROUNDING * Math.abs(bound)) {
        betas[p] = bound;
      }
    }
  }

  /** Makes every point active, with its error out of the decisions. */
  private void restore() {
    forget();
    active.restore(
        p -> decisions[points[p]] - signs[p],
        p -> betas[p] < (signs[p] > 0 ? upper : 0),
        p -> betas[p] > (signs[p] > 0 ? 0 : lower));
    bounds();
  }

  private void bounds() {
    leastUp = Double.POSITIVE_INFINITY;
    mostLow = Double.NEGATIVE_INFINITY;
    double[] errors = active.errors();
    double[] up = active.up();
    double[] low = active.low();
    for (int a = 0; a < active.size(); a++) {
      leastUp = Math.min(leastUp, errors[a] + up[a]);
      mostLow = Math.max(mostLow, errors[a] + low[a]);
    }
  }

  /** Improves the pair that promises most; false when none misses optimality by the tolerance. */
  private boolean step(double tolerance) {
    int size = active.size();
    double[] errors = active.errors();
    double[] up = active.up();
    int i = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int a = 0; a < size; a++) {
      double error = errors[a] + up[a];
      if (error < least) {
        least = error;
        i = a;
      }
    }
    leastUp = least;
    double[] rowI = row(i, firstScratch);
    int j = partner(i, least, rowI);
    if (!(mostLow - leastUp > tolerance)) {
      return false;
    }
    double[] rowJ = row(j, secondScratch);
    double[] diagonal = active.diagonal();
    double curvature = Math.max(diagonal[i] + diagonal[j] - 2 * rowI[j], leastCurvature);
    int p = active.position(i);
    int q = active.position(j);
    double topP = signs[p] > 0 ? upper : 0;
    double bottomQ = signs[q] > 0 ? 0 : lower;
    double rise = topP - betas[p];
    double fall = betas[q] - bottomQ;
    double delta = Math.min((errors[j] - errors[i]) / curvature, Math.min(rise, fall));
    betas[p] = delta == rise ? topP : betas[p] + delta;
    betas[q] = delta == fall ? bottomQ : betas[q] - delta;
    for (int a = 0; a < size; a++) {
      errors[a] += delta * (rowI[a] - rowJ[a]);
    }
    active.mark(i, betas[p] < topP, betas[p] > (signs[p] > 0 ? 0 : lower));
    active.mark(j, betas[q] < (signs[q] > 0 ? upper : 0), betas[q] > bottomQ);
    return true;
  }

  /** The point whose pair with i gains most by the second-order estimate. */
  private int partner(int i, double least, double[] rowI) {
    int size = active.size();
    double[] errors = active.errors();
    double[] low = active.low();
    double[] diagonal = active.diagonal();
    double own = diagonal[i];
    for (int a = 0; a < size; a++) {
      double off = Math.max(errors[a] + low[a] - least, 0);
      gains[a] = off * off / Math.max(own + diagonal[a] - 2 * rowI[a], leastCurvature);
    }
    int j = i;
    double best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int a = 0; a < size; a++) {
      if (gains[a] > best) {
        best = gains[a];
        j = a;
      }
      double error = errors[a] + low[a];
      if (error > most) {
        most = error;
      }
    }
    mostLow = most;
    return j;
  }

  private double[] row(int a, double[] scratch) {
    int point = points[active.position(a)];
    if (front && !active.isShrunk()) {
      return rows.front(point, points.length, scratch);
    }
    double @Nullable [] kept = gathered[active.position(a)];
    if (kept != null && kept.length == active.size()) {
      return kept;
    }
    double[] row = scratch;
    if (room >= active.size()) {
      room -= active.size();
      row = new double[active.size()];
      gathered[active.position(a)] = row;
    }
    rows.gather(point, active.points(), active.size(), row);
    return row;
  }

  /** Forgets the rows gathered, when other points are active. */
  private void forget() {
    Arrays.fill(gathered, null);
    room = MOST_GATHERED;
  }

  /**
   * Brings the decisions up to what the β have become. They are never taken from the errors, which
   * for a tiny C lose in the digits of the class what a larger C would then multiply.
   */
  private void count(Monitor monitor) {
    for (int p = 0; p < points.length; p++) {
      double change = betas[p] - counted[p];
      if (change != 0) {
        if (p % betweenChecks == 0) {
          monitor.checkpoint();
        }
        rows.add(points[p], change, decisions);
        counted[p] = betas[p];
      }
    }
  }

  /** The mean over free vectors, without one the middle of the bounds (LIBSVM, section 4.1.5). */
  private double intercept() {
    double sum = 0;
    int count = 0;
    for (int a = 0; a < active.size(); a++) {
      if (active.isFree(a)) {
        sum += active.errors()[a];
        count++;
      }
    }
    return count > 0 ? -sum / count : -(leastUp + mostLow) / 2;
  }

  /** The multiplier of each point of the problem with the sign of its class; not to be changed. */
  double[] betas() {
    return betas;
  }

  /** The decision of each point of the fold, without the intercept; not to be changed. */
  double[] decisions() {
    return decisions;
  }
}
