package org.quarry.learning.search;

import java.util.Arrays;
import java.util.List;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Folds;
import org.quarry.learning.data.Preparation;
import org.quarry.learning.svm.FoldKernel;
import org.quarry.learning.svm.RowPool;

/** The rows of one fold, scaled, those for training first. Safe for use by several threads. */
final class FoldData {
  private final FoldKernel kernel;
  private final int[] trainingLabels;
  private final int[] testLabels;
  private final int classes;

  /**
   * Scales the rows of a fold.
   *
   * @param features the features
   * @param points the raw features of all rows of the search
   * @param labels the class of each
   * @param classes how many classes there are
   * @param folds which fold tests a row
   * @param fold the fold
   * @param order where scaling is measured
   * @param pool where rows of kernels come from
   * @param bytes how much memory one kernel may take
   */
  FoldData(
      List<Feature> features,
      double[][] points,
      int[] labels,
      int classes,
      Folds folds,
      int fold,
      GridSearch.ScalingOrder order,
      RowPool pool,
      long bytes) {
    int[] training = folds.training(fold);
    int[] test = folds.test(fold);
    double[][] raw = pick(points, training);
    Preparation scaling =
        Preparation.measure(features, order == GridSearch.ScalingOrder.BEFORE_FOLDS ? points : raw);
    double[][] scaled = Arrays.copyOf(scaling.apply(raw), training.length + test.length);
    double[][] tested = scaling.apply(pick(points, test));
    System.arraycopy(tested, 0, scaled, training.length, test.length);
    kernel = new FoldKernel(scaled, training.length, pool, bytes);
    trainingLabels = Arrays.stream(training).map(row -> labels[row]).toArray();
    testLabels = Arrays.stream(test).map(row -> labels[row]).toArray();
    this.classes = classes;
  }

  private static double[][] pick(double[][] points, int[] rows) {
    return Arrays.stream(rows).mapToObj(row -> points[row]).toArray(double[][]::new);
  }

  /** The kernels over its points. */
  FoldKernel kernel() {
    return kernel;
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
