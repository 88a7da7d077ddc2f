package org.quarry.learning.svm;

import java.util.ArrayList;
import java.util.List;
import org.quarry.work.Monitor;
import weka.classifiers.functions.SMO;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/**
 * Weka's SMO for one pair of classes, without its filters: the points come scaled. It yields the
 * multipliers, which SMO keeps to itself. For one solution on one thread.
 */
final class PairSmo extends SMO {
  private static final long serialVersionUID = 1L;

  private final transient double[][] points;
  private final transient boolean[] second;
  private final transient Kernel kernel;
  private final double weight;

  /**
   * Prepares a solution.
   *
   * @param points scaled points
   * @param second whether a point is of the second class; both occur
   * @param kernel the kernel
   * @param first the C of the first class
   * @param weight what it is multiplied by for the second
   * @param tolerance SMO's tolerance; it stops when the bounds of the intercept overlap by less
   *     than twice this
   */
  PairSmo(
      double[][] points,
      boolean[] second,
      Kernel kernel,
      double first,
      double weight,
      double tolerance) {
    this.points = points;
    this.second = second;
    this.kernel = kernel;
    this.weight = weight;
    setC(first);
    setToleranceParameter(tolerance);
  }

  /** The multiplier of each point, 0 to the C of its class. */
  double[] solve(Monitor monitor) throws Exception {
    Solution solution = new Solution();
    solution.setKernel(new MonitoredKernel(kernel, points, monitor));
    return solution.solve(instances());
  }

  private Instances instances() {
    int features = points[0].length;
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int j = 0; j < features; j++) {
      attributes.add(new Attribute("x" + j));
    }
    attributes.add(new Attribute("class", List.of("first", "second")));
    Instances instances = new Instances("pair", attributes, points.length);
    instances.setClassIndex(features);
    for (int i = 0; i < points.length; i++) {
      double[] values = new double[features + 1];
      System.arraycopy(points[i], 0, values, 0, features);
      values[features] = second[i] ? 1 : 0;
      instances.add(new DenseInstance(second[i] ? weight : 1, values));
    }
    return instances;
  }

  private final class Solution extends BinarySMO {
    private static final long serialVersionUID = 1L;

    double[] solve(Instances instances) throws Exception {
      buildClassifier(instances, 0, 1, false, -1, -1);
      return m_alpha;
    }
  }
}
