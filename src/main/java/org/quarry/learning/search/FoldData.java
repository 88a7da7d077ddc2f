package org.quarry.learning.search;

import java.util.Arrays;
import org.quarry.learning.data.Preparation;
import org.quarry.learning.svm.FoldKernel;
import org.quarry.learning.svm.RowPool;
import org.quarry.work.Monitor;

/** The rows of one fold as points, those for training first. Safe for use by several threads. */
final class FoldData {
  private final FoldKernel kernel;
  private final double[][] points;
  private final int[] trainingLabels;
  private final int[] testLabels;
  private final int classes;

  /**
   * Prepares the rows of a fold.
   *
   * @param data all rows of the search
   * @param training the rows trained on
   * @param test the rows tested
   * @param order where preparation is measured
   * @param pool where rows of kernels come from
   * @param whole how much memory one kernel may take for all of its rows to be kept
   * @param bytes how much the rows of a kernel may take that is not kept whole
   * @param monitor asked whether to stop while kernels are computed
   */
  FoldData(
      SearchData data,
      int[] training,
      int[] test,
      GridSearch.ScalingOrder order,
      RowPool pool,
      long whole,
      long bytes,
      Monitor monitor) {
    SearchData trained = data.rows(training);
    SearchData tested = data.rows(test);
    Preparation preparation =
        Preparation.measure(
            data.features(),
            order == GridSearch.ScalingOrder.BEFORE_FOLDS ? data.points() : trained.points(),
            monitor);
    points =
        Arrays.copyOf(preparation.apply(trained.points(), monitor), training.length + test.length);
    double[][] last = preparation.apply(tested.points(), monitor);
    System.arraycopy(last, 0, points, training.length, test.length);
    monitor.checkpoint();
    kernel = new FoldKernel(points, training.length, pool, whole, bytes, monitor);
    trainingLabels = trained.labels();
    testLabels = tested.labels();
    classes = data.classes().size();
  }

  /** The kernels over its points. */
  FoldKernel kernel() {
    return kernel;
  }

  /** The points trained on; not to be changed. */
  double[][] trainingPoints() {
    return Arrays.copyOf(points, trainingLabels.length);
  }

  /** The class of each row for training. */
  int[] trainingLabels() {
    return trainingLabels;
  }

  /** The class of each row tested. */
  int[] testLabels() {
    return testLabels;
  }

  /** How many classes there are. */
  int classes() {
    return classes;
  }
}
