package org.quarry.learning.svm;

import org.jspecify.annotations.Nullable;
import org.quarry.work.Monitor;
import weka.classifiers.functions.supportVector.CachedKernel;
import weka.core.Instance;

/**
 * A {@link Kernel} over fixed points in Weka's terms. SMO asks it all the time, so it is also where
 * a running solution learns that it is to stop. For one thread.
 */
final class MonitoredKernel extends CachedKernel {
  private static final long serialVersionUID = 1L;

  /** Up to so many points every value is kept, half a square of them: 64 MB at most. */
  private static final int FULL_CACHE_POINTS = 4000;

  /** The slots of the hashed cache beyond that, a prime; each takes 64 bytes. */
  private static final int CACHE_SLOTS = 1_000_003;

  private static final int CALLS_BETWEEN_CHECKS = 1 << 12;

  private final transient Kernel kernel;
  private final transient double[][] points;
  private final transient Monitor monitor;
  private int calls;

  MonitoredKernel(Kernel kernel, double[][] points, Monitor monitor) {
    this.kernel = kernel;
    this.points = points;
    this.monitor = monitor;
    setCacheSize(points.length <= FULL_CACHE_POINTS ? 0 : CACHE_SLOTS);
    setChecksTurnedOff(true);
  }

  @Override
  public double eval(int first, int second, @Nullable Instance point) throws Exception {
    check();
    double[] @Nullable [] known = m_kernelMatrix;
    if (known == null) {
      return super.eval(first, second, point);
    }
    return first > second ? known[first][second] : known[second][first];
  }

  @Override
  protected double evaluate(int first, int second, @Nullable Instance point) {
    check();
    return kernel.value(points[first], points[second]);
  }

  private void check() {
    if ((++calls & (CALLS_BETWEEN_CHECKS - 1)) == 0) {
      monitor.checkpoint();
    }
  }

  @Override
  public String globalInfo() {
    return "A kernel over fixed points.";
  }
}
