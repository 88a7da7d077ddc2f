package org.quarry.learning.svm;

import java.util.Arrays;
import org.quarry.work.Monitor;

/** A way to solve the dual problem of support vector machines. Safe for use by several threads. */
public interface Trainer {
  /**
   * Prepares to train with one kernel.
   *
   * @param fold the points
   * @param labels the class of each point for training, 0 to classes - 1
   * @param classes how many classes there are; a pair of which one does not occur decides for the
   *     other
   * @param kernel the kernel
   * @param weights what C is multiplied by for each class, above 0
   */
  Chain chain(FoldKernel fold, int[] labels, int classes, Kernel kernel, double[] weights);

  /**
   * Trains a machine on the calling thread.
   *
   * @param points scaled points, all of the same length
   * @param labels the class of each point, 0 to classes - 1; two classes at least occur
   * @param classes how many classes there are
   * @param candidate the kernel, C and weights
   * @param bytes how much memory the kernel may take
   * @param monitor asked often, also within one solution, whether to stop
   * @throws org.quarry.work.Cancelled when the monitor says stop, or the thread is interrupted
   * @throws org.quarry.learning.LearningProblem.NotSolved when the solver fails
   */
  default Trained train(
      double[][] points,
      int[] labels,
      int classes,
      Candidate candidate,
      long bytes,
      Monitor monitor) {
    FoldKernel fold =
        new FoldKernel(points, points.length, new RowPool(points.length), bytes, monitor);
    double[] weights = candidate.weighting().of(labels, classes);
    try (Chain chain = chain(fold, labels, classes, candidate.kernel(), weights)) {
      Chain.Fit fit = chain.fit(candidate.c(), monitor);
      return new Trained(chain.machine(), fit);
    }
  }

  /** The same way with less tolerance, for the one machine that is kept. */
  default Trainer refined() {
    return this;
  }

  /** A machine and how its training ended. */
  record Trained(Machine machine, Chain.Fit fit) {}

  /** The weights of classes that count the same. */
  static double[] even(int classes) {
    double[] weights = new double[classes];
    Arrays.fill(weights, 1);
    return weights;
  }
}
