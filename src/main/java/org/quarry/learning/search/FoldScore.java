package org.quarry.learning.search;

import java.util.List;

/**
 * What a fit on one fold came to.
 *
 * @param score the score on the rows the fold tests
 * @param confusion for each actual class the rows predicted as each class
 * @param nanos how long the fit and its scoring took
 * @param converged whether the solver met its tolerance
 * @param gap by how much it missed optimality at most, in units of the decision
 */
public record FoldScore(
    double score, List<List<Integer>> confusion, long nanos, boolean converged, double gap) {
  /** Copies the lists. */
  public FoldScore {
    confusion = confusion.stream().map(List::copyOf).toList();
  }
}
