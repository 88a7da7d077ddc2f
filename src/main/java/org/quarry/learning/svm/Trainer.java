package org.quarry.learning.svm;

import org.quarry.learning.LearningProblem;
import org.quarry.work.Monitor;

/** Solves the dual problem of a support vector machine. Safe for use by several threads. */
public interface Trainer {
  /**
   * Trains a machine on the calling thread.
   *
   * @param points scaled points, all of the same length
   * @param labels the class of each point, 0 to classes - 1; two classes at least occur
   * @param classes how many classes there are; a pair of which one class does not occur decides for
   *     the other
   * @param candidate the kernel and C
   * @param monitor asked often, also within one solution, whether to stop
   * @throws org.quarry.work.Cancelled when the monitor says stop, or the thread is interrupted
   * @throws LearningProblem.NotSolved when the solver fails
   */
  Machine train(double[][] points, int[] labels, int classes, Candidate candidate, Monitor monitor);
}
