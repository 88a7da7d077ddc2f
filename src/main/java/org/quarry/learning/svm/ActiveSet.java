package org.quarry.learning.svm;

import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * The points that a solver still looks at, side by side in arrays: their errors (decision less
 * class), and whether they may rise or fall. What may not rise carries an infinite penalty, so that
 * a search for the least needs no branch. The arrays are handed out to be read and, the errors, to
 * be changed.
 */
final class ActiveSet {
  private final int[] allPoints;
  private final double[] allDiagonals;
  private final int[] positions;
  private final int[] points;
  private final double[] diagonal;
  private final double[] errors;
  private final double[] up;
  private final double[] low;
  private int size;

  /** Makes an empty set; {@link #restore} fills it. */
  ActiveSet(int[] points, double[] diagonals) {
    allPoints = points;
    allDiagonals = diagonals;
    int n = points.length;
    positions = new int[n];
    this.points = new int[n];
    diagonal = new double[n];
    errors = new double[n];
    up = new double[n];
    low = new double[n];
  }

  /** Takes all points in, in order. */
  void restore(IntToDoubleFunction error, IntPredicate mayRise, IntPredicate mayFall) {
    size = allPoints.length;
    for (int p = 0; p < size; p++) {
      positions[p] = p;
      points[p] = allPoints[p];
      diagonal[p] = allDiagonals[p];
      errors[p] = error.applyAsDouble(p);
      mark(p, mayRise.test(p), mayFall.test(p));
    }
  }

  /** Says whether a point may rise and fall. */
  void mark(int a, boolean mayRise, boolean mayFall) {
    up[a] = mayRise ? 0 : Double.POSITIVE_INFINITY;
    low[a] = mayFall ? 0 : Double.NEGATIVE_INFINITY;
  }

  /** Drops the points at a bound that the solution will most likely leave there, if any. */
  boolean shrink(double leastUp, double mostLow) {
    int kept = 0;
    for (int a = 0; a < size; a++) {
      boolean settled = up[a] != 0 ? errors[a] < leastUp : low[a] != 0 && errors[a] > mostLow;
      if (!settled) {
        positions[kept] = positions[a];
        points[kept] = points[a];
        diagonal[kept] = diagonal[a];
        errors[kept] = errors[a];
        up[kept] = up[a];
        low[kept] = low[a];
        kept++;
      }
    }
    boolean dropped = kept < size;
    size = kept;
    return dropped;
  }

  int size() {
    return size;
  }

  boolean isShrunk() {
    return size < allPoints.length;
  }

  boolean isFree(int a) {
    return up[a] == 0 && low[a] == 0;
  }

  /** Where an active point stands in the problem. */
  int position(int a) {
    return positions[a];
  }

  /** The points of the fold, in the order of the set. */
  int[] points() {
    return points;
  }

  /** The kernel of each with itself. */
  double[] diagonal() {
    return diagonal;
  }

  double[] errors() {
    return errors;
  }

  /** 0 for a point that may rise, else infinity. */
  double[] up() {
    return up;
  }

  /** 0 for a point that may fall, else minus infinity. */
  double[] low() {
    return low;
  }
}
