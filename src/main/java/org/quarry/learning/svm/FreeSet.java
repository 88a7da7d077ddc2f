package org.quarry.learning.svm;

import java.util.Arrays;

/**
 * Newton steps on the points of a problem that are at no bound. With the others held, the problem
 * is a system of linear equations; a step goes towards its solution until a point meets a bound,
 * lets that point go and goes on with the rest. Pairwise steps need hundreds of iterations for what
 * a small system tells at once, most of all for a large C. For one solver.
 */
final class FreeSet {
  private static final int MOST = 64;
  private static final int MOST_STAGES = 12;
  private static final long FIRST_PERIOD = 24;

  /** A pivot smaller than this share of its diagonal depends on the points before it. */
  private static final double LEAST_PIVOT = 1e-11;

  /** A slope less than this is rounding. */
  private static final double LEAST_SLOPE = 1e-6;

  private final KernelRows rows;
  private final int[] members = new int[MOST];
  private final int[] points = new int[MOST];
  private final double[][] kernel = new double[MOST][MOST];
  private final double[][] factor = new double[MOST][MOST];
  private final double[] errors = new double[MOST];
  private final double[] change = new double[MOST];
  private final double[] toErrors = new double[MOST];
  private final double[] toOnes = new double[MOST];
  private final double[] direction = new double[MOST];
  private final double[] forward = new double[MOST];
  private final double[] effect = new double[MOST];
  private final boolean[] held = new boolean[MOST];
  private final double[] bounds = new double[MOST];
  private final boolean[] dependent = new boolean[MOST];
  private double[] scratch = new double[0];
  private long period = FIRST_PERIOD;
  private long next = FIRST_PERIOD;

  FreeSet(KernelRows rows) {
    this.rows = rows;
  }

  /** Begins a solution. */
  void begin() {
    period = FIRST_PERIOD;
    next = FIRST_PERIOD;
  }

  /** Whether a step is due after so many iterations. */
  boolean due(long iterations) {
    return iterations >= next;
  }

  /** Takes one step, or none when the free set is too small or too large. */
  void step(ActiveSet active, double[] betas, double lower, double upper, boolean front) {
    int size = collect(active);
    next += size == 0 ? period : Math.max(period, size);
    if (size < 2) {
      return;
    }
    double shift = 0;
    for (int f = 0; f < size; f++) {
      rows.gather(points[f], points, size, kernel[f]);
      errors[f] = active.errors()[members[f]];
      shift += kernel[f][f] / size;
    }
    // Changes sum to 0, so that a constant added to the kernel changes nothing but its rank.
    for (int f = 0; f < size; f++) {
      for (int g = 0; g < size; g++) {
        kernel[f][g] += shift;
      }
    }
    Arrays.fill(change, 0, size, 0);
    Arrays.fill(held, 0, size, false);
    for (int stage = 0; stage < MOST_STAGES + size; stage++) {
      boolean found = solve(size);
      boolean flat = flatten(size);
      if ((!found && !flat) || (advance(size, flat, active, betas, lower, upper) && !flat)) {
        break;
      }
    }
    apply(size, active, betas, lower, upper, front);
  }

  private int collect(ActiveSet active) {
    int size = 0;
    double[] up = active.up();
    double[] low = active.low();
    for (int a = 0; a < active.size(); a++) {
      if (up[a] == low[a]) {
        if (size == MOST) {
          return 0;
        }
        members[size] = a;
        points[size++] = active.points()[a];
      }
    }
    return size;
  }

  /** Finds the direction to the solution among those not held; false when there is none. */
  private boolean solve(int size) {
    int loose = 0;
    for (int f = 0; f < size; f++) {
      dependent[f] = held[f];
      if (!held[f] && pivot(f)) {
        loose++;
      }
    }
    if (loose < 2) {
      return false;
    }
    substitute(size, errors, toErrors);
    Arrays.fill(direction, 0, size, 1);
    substitute(size, direction, toOnes);
    double along = 0;
    double ones = 0;
    for (int f = 0; f < size; f++) {
      if (!dependent[f]) {
        along += toErrors[f];
        ones += toOnes[f];
      }
    }
    double level = along / ones;
    double rest = 0;
    int last = 0;
    for (int f = 0; f < size; f++) {
      direction[f] = dependent[f] ? 0 : level * toOnes[f] - toErrors[f];
      rest += direction[f];
      last = dependent[f] ? last : f;
    }
    // An ill-conditioned system loses the sum of 0 to rounding, which no later step could mend.
    direction[last] -= rest;
    return Double.isFinite(rest);
  }

  /** One row of the Cholesky factor; false when the point depends on those before it. */
  private boolean pivot(int f) {
    double[] row = factor[f];
    double rest = kernel[f][f];
    for (int g = 0; g < f; g++) {
      if (dependent[g]) {
        row[g] = 0;
        continue;
      }
      double[] other = factor[g];
      double sum = kernel[f][g];
      for (int h = 0; h < g; h++) {
        sum -= row[h] * other[h];
      }
      row[g] = sum / other[g];
      rest -= row[g] * row[g];
    }
    if (rest <= LEAST_PIVOT * kernel[f][f]) {
      dependent[f] = true;
      return false;
    }
    row[f] = Math.sqrt(rest);
    return true;
  }

  private void substitute(int size, double[] right, double[] into) {
    forward(size, right, into);
    for (int f = size - 1; f >= 0; f--) {
      if (!dependent[f]) {
        into[f] /= factor[f][f];
        for (int g = 0; g < f; g++) {
          into[g] -= factor[f][g] * into[f];
        }
      }
    }
  }

  private void forward(int size, double[] right, double[] into) {
    for (int f = 0; f < size; f++) {
      if (dependent[f]) {
        into[f] = 0;
        continue;
      }
      double sum = right[f];
      for (int g = 0; g < f; g++) {
        sum -= factor[f][g] * into[g];
      }
      into[f] = sum / factor[f][f];
    }
  }

  /**
   * Points that depend on others span directions along which no error changes and the objective
   * falls evenly: until a bound is met. Without them a kernel of low rank, such as the linear one,
   * keeps far more points free than its solution has. False when there is none.
   */
  private boolean flatten(int size) {
    forward(size, errors, forward);
    int steepest = -1;
    double most = LEAST_SLOPE;
    for (int f = 0; f < size; f++) {
      if (dependent[f] && !held[f]) {
        double rest = errors[f];
        for (int g = 0; g < f; g++) {
          rest -= dependent[g] ? 0 : factor[f][g] * forward[g];
        }
        if (Math.abs(rest) > Math.abs(most)) {
          most = rest;
          steepest = f;
        }
      }
    }
    if (steepest < 0) {
      return false;
    }
    Arrays.fill(direction, 0, size, 0);
    double sum = 0;
    for (int f = steepest - 1; f >= 0; f--) {
      if (!dependent[f]) {
        double value = factor[steepest][f];
        for (int g = f + 1; g < steepest; g++) {
          value -= dependent[g] ? 0 : factor[g][f] * direction[g];
        }
        direction[f] = value / factor[f][f];
        sum += direction[f];
      }
    }
    double sign = Math.signum(most);
    for (int f = 0; f < steepest; f++) {
      direction[f] *= sign;
    }
    direction[steepest] = -sign * sum;
    return Double.isFinite(sum) && Math.abs(sum - 1) < 1e-6;
  }

  /** Goes along the direction; true when nothing stood in the way. */
  private boolean advance(
      int size, boolean flat, ActiveSet active, double[] betas, double lower, double upper) {
    double best = bestShare(size);
    double share = flat ? Double.MAX_VALUE : best;
    int blocking = -1;
    for (int f = 0; f < size; f++) {
      double way = direction[f];
      if (way != 0) {
        double beta = betas[active.position(members[f])];
        double now = beta + change[f];
        // A free point has the sign of its class.
        double room = way > 0 ? (beta > 0 ? upper : 0) - now : (beta > 0 ? 0 : lower) - now;
        if (room / way < share) {
          share = Math.max(room / way, 0);
          blocking = f;
        }
      }
    }
    for (int f = 0; f < size; f++) {
      errors[f] += share * effect[f];
      change[f] += share * direction[f];
    }
    if (blocking >= 0) {
      double beta = betas[active.position(members[blocking])];
      bounds[blocking] = direction[blocking] > 0 ? (beta > 0 ? upper : 0) : (beta > 0 ? 0 : lower);
      change[blocking] = bounds[blocking] - beta;
      held[blocking] = true;
    }
    return blocking < 0;
  }

  /** How far along the direction the objective falls: 1 but for rounding, at most 1. */
  private double bestShare(int size) {
    double slope = 0;
    double curvature = 0;
    for (int f = 0; f < size; f++) {
      double sum = 0;
      for (int g = 0; g < size; g++) {
        sum += kernel[f][g] * direction[g];
      }
      effect[f] = sum;
      slope += errors[f] * direction[f];
      curvature += sum * direction[f];
    }
    return slope < 0 && curvature > 0 ? Math.min(1, -slope / curvature) : 0;
  }

  private void apply(
      int size, ActiveSet active, double[] betas, double lower, double upper, boolean front) {
    if (scratch.length < active.size()) {
      scratch = new double[active.size()];
    }
    boolean whole = front && !active.isShrunk();
    double[] all = active.errors();
    int count = active.size();
    for (int f = 0; f < size; f++) {
      double factor = change[f];
      if (factor == 0 && !held[f]) {
        continue;
      }
      double[] row = scratch;
      if (whole) {
        row = rows.front(points[f], count, scratch);
      } else {
        rows.gather(points[f], active.points(), count, scratch);
      }
      for (int a = 0; a < count; a++) {
        all[a] += factor * row[a];
      }
      int position = active.position(members[f]);
      double old = betas[position];
      double top = old > 0 ? upper : 0;
      double bottom = old > 0 ? 0 : lower;
      double beta = held[f] ? bounds[f] : Math.clamp(old + factor, bottom, top);
      betas[position] = beta;
      active.mark(members[f], beta < top, beta > bottom);
    }
  }
}
