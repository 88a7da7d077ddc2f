package org.quarry.learning.svm;

import org.quarry.work.Monitor;

/**
 * One kernel over the points of a fold, solved for one C after the other; each answer is about the
 * last fit. For one thread at a time.
 */
public interface Chain extends AutoCloseable {
  /**
   * What came of one C.
   *
   * @param iterations the solver's steps for all pairs of classes, or 0 when it does not tell
   * @param gap by how much optimality is missed at most, in units of the decision
   * @param converged whether that is within the tolerance for all pairs
   */
  record Fit(long iterations, double gap, boolean converged) {}

  /**
   * Solves for a C.
   *
   * @param c above 0; not below that of the last call
   * @param monitor asked often whether to stop
   * @throws org.quarry.work.Cancelled when it says so; the chain is then of no more use
   * @throws org.quarry.learning.LearningProblem.NotSolved when the solver fails
   */
  Fit fit(double c, Monitor monitor);

  /** The decision of each pair of classes, (0, 1), (0, 2) and so on, for a point of the fold. */
  double[] decisions(int point);

  /** The machine of the last fit. */
  Machine machine();

  /** Gives the memory of the kernel back; only the machine may still be asked for. */
  @Override
  void close();
}
