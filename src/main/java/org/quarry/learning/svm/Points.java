package org.quarry.learning.svm;

import java.util.Arrays;
import org.quarry.work.Monitor;

/**
 * Points feature by feature, so that a row of distances is a few passes over whole arrays, which
 * the compiler turns into vector instructions. Immutable.
 */
final class Points {
  private final int count;
  private final double[][] features;

  private Points(int count, double[][] features) {
    this.count = count;
    this.features = features;
  }

  /** The points in rows, one at least, all of the same length. */
  static Points of(double[][] rows) {
    int width = rows[0].length;
    double[][] features = new double[width][rows.length];
    for (int k = 0; k < rows.length; k++) {
      for (int j = 0; j < width; j++) {
        features[j][k] = rows[k][j];
      }
    }
    return new Points(rows.length, features);
  }

  /** How many points there are. */
  int count() {
    return count;
  }

  /** Sets {@code into[k]} to the squared distance of a point and point k, for the first points. */
  void squaredDistances(int point, int most, double[] into) {
    Arrays.fill(into, 0, most, 0);
    int j = 0;
    for (; j + 3 < features.length; j += 4) {
      squaredDistances4(point, most, j, into);
    }
    for (; j < features.length; j++) {
      double[] x = features[j];
      double at = x[point];
      for (int k = 0; k < most; k++) {
        double off = x[k] - at;
        into[k] += off * off;
      }
    }
  }

  private void squaredDistances4(int point, int most, int j, double[] into) {
    double[] x = features[j];
    double[] y = features[j + 1];
    double[] z = features[j + 2];
    double[] w = features[j + 3];
    double atX = x[point];
    double atY = y[point];
    double atZ = z[point];
    double atW = w[point];
    for (int k = 0; k < most; k++) {
      double offX = x[k] - atX;
      double offY = y[k] - atY;
      double offZ = z[k] - atZ;
      double offW = w[k] - atW;
      into[k] += offX * offX + offY * offY + offZ * offZ + offW * offW;
    }
  }

  /** Sets {@code into[k]} to the product of a point and point k, for the first points. */
  void products(int point, int most, double[] into) {
    Arrays.fill(into, 0, most, 0);
    for (double[] x : features) {
      double at = x[point];
      for (int k = 0; k < most; k++) {
        into[k] += x[k] * at;
      }
    }
  }

  /** What a kernel is a function of, for a point and itself. */
  double base(Kernel kernel, int point) {
    if (kernel.shape() == Kernel.Shape.RBF) {
      return 0;
    }
    double sum = 0;
    for (double[] x : features) {
      sum += x[point] * x[point];
    }
    return sum;
  }

  /**
   * What a kernel is a function of, for the first points each with all points.
   *
   * @throws org.quarry.work.Cancelled when the monitor says stop
   */
  double[][] bases(Kernel.Shape shape, int trainings, Monitor monitor) {
    double[][] bases = new double[trainings][count];
    for (int i = 0; i < trainings; i++) {
      monitor.checkpoint();
      if (shape == Kernel.Shape.RBF) {
        squaredDistances(i, count, bases[i]);
      } else {
        products(i, count, bases[i]);
      }
    }
    return bases;
  }
}
