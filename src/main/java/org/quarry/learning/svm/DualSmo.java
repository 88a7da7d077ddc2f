package org.quarry.learning.svm;

import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.quarry.work.Monitor;
import weka.classifiers.functions.SMO;
import weka.classifiers.functions.supportVector.CachedKernel;
import weka.classifiers.functions.supportVector.PolyKernel;
import weka.classifiers.functions.supportVector.RBFKernel;
import weka.classifiers.functions.supportVector.SMOset;
import weka.core.Instance;
import weka.core.Instances;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.NominalToBinary;
import weka.filters.unsupervised.attribute.Normalize;
import weka.filters.unsupervised.attribute.ReplaceMissingValues;
import weka.filters.unsupervised.attribute.Standardize;

/**
 * Weka's SMO, trained by our solver: the same options, filters, calibration, predictions and
 * printing, so that it can be used wherever a {@link weka.classifiers.Classifier} can. Each pair of
 * classes keeps its support vectors only. The intercept is the mean over the free vectors, where
 * stock SMO keeps the middle of bounds it met on its way.
 *
 * <p>Any kernel of Weka's serves. Stock SMO itself trains where the weights of the instances differ
 * within a class, and beyond {@value #MOST_EVALUATED} instances of a kernel that is neither {@link
 * RBFKernel} nor {@link PolyKernel} with a whole exponent.
 */
public class DualSmo extends SMO {
  private static final long serialVersionUID = 1L;

  /** How many instances of a pair may have their kernel evaluated one by one. */
  static final int MOST_EVALUATED = 5000;

  private static final int MOST_EXPONENT = 20;
  private static final long MEMORY = 512L << 20;

  /** Makes a classifier with SMO's usual options. */
  public DualSmo() {
    // Weka makes classifiers by their name and this constructor.
  }

  @Override
  public String globalInfo() {
    return "SMO whose training is a dual solver with second-order working sets, shrinking and"
        + " Newton steps on the free vectors.\n\n"
        + super.globalInfo();
  }

  /**
   * Trains.
   *
   * @param given instances with a nominal class; not changed
   * @throws Exception if Weka finds that they cannot be learned from
   */
  @Override
  public void buildClassifier(Instances given) throws Exception {
    Instances data = filtered(given);
    m_classIndex = data.classIndex();
    m_classAttribute = data.classAttribute();
    m_KernelIsLinear =
        m_kernel.getClass() == PolyKernel.class && ((PolyKernel) m_kernel).getExponent() == 1.0;
    int classes = data.numClasses();
    Instances[] subsets = new Instances[classes];
    for (int i = 0; i < classes; i++) {
      subsets[i] = new Instances(data, data.numInstances());
    }
    for (Instance instance : data) {
      subsets[(int) instance.classValue()].add(instance);
    }
    m_classifiers = new BinarySMO[classes][classes];
    for (int i = 0; i < classes; i++) {
      for (int j = i + 1; j < classes; j++) {
        Instances both = new Instances(data, subsets[i].size() + subsets[j].size());
        both.addAll(subsets[i]);
        both.addAll(subsets[j]);
        DualPair pair = new DualPair();
        pair.setKernel(weka.classifiers.functions.supportVector.Kernel.makeCopy(getKernel()));
        pair.buildClassifier(both, i, j, m_fitCalibratorModels, m_numFolds, m_randomSeed);
        m_classifiers[i][j] = pair;
      }
    }
  }

  /** What SMO does to instances before it trains. */
  private Instances filtered(Instances given) throws Exception {
    Instances data = new Instances(given);
    boolean numeric = true;
    if (!m_checksTurnedOff) {
      getCapabilities().testWithFail(data);
      data.deleteWithMissingClass();
      data.removeIf(instance -> instance.weight() <= 0);
      if (data.isEmpty()) {
        throw new IllegalArgumentException(
            "No training instances left after removing instances with weight 0.");
      }
      for (int i = 0; i < data.numAttributes(); i++) {
        numeric &= i == data.classIndex() || data.attribute(i).isNumeric();
      }
      m_Missing = new ReplaceMissingValues();
      m_Missing.setInputFormat(data);
      data = Filter.useFilter(data, m_Missing);
    } else {
      m_Missing = null;
    }
    m_NominalToBinary = null;
    if (!numeric) {
      m_NominalToBinary = new NominalToBinary();
      m_NominalToBinary.setInputFormat(data);
      data = Filter.useFilter(data, m_NominalToBinary);
    }
    m_Filter =
        switch (m_filterType) {
          case FILTER_STANDARDIZE -> new Standardize();
          case FILTER_NORMALIZE -> new Normalize();
          default -> null;
        };
    if (m_Filter != null) {
      m_Filter.setInputFormat(data);
      data = Filter.useFilter(data, m_Filter);
    }
    return data;
  }

  /** Trains a pair of classes; a subclass of SMO's own, so that prediction stays its. */
  private final class DualPair extends BinarySMO {
    private static final long serialVersionUID = 1L;

    @Override
    protected void buildClassifier(
        Instances data, int first, int second, boolean calibrate, int folds, int seed)
        throws Exception {
      boolean[] isSecond = new boolean[data.numInstances()];
      double[] weights = {Double.NaN, Double.NaN};
      boolean even = true;
      for (int i = 0; i < isSecond.length; i++) {
        Instance instance = data.get(i);
        isSecond[i] = (int) instance.classValue() == second;
        int side = isSecond[i] ? 1 : 0;
        even &= Double.isNaN(weights[side]) || weights[side] == instance.weight();
        weights[side] = instance.weight();
      }
      KernelRows rows = even && !Double.isNaN(weights[0] + weights[1]) ? rows(data) : null;
      if (rows == null) {
        super.buildClassifier(data, first, second, calibrate, folds, seed);
        return;
      }
      int[] all = new int[isSecond.length];
      Arrays.setAll(all, i -> i);
      DualSolver solver = new DualSolver(rows, all, isSecond);
      DualSolver.Solution solution =
          solver.solve(m_C * weights[0], m_C * weights[1], m_tol, Monitor.NONE);
      if (!Double.isFinite(solution.intercept())) {
        throw new IllegalArgumentException("The kernel is beyond the range of numbers.");
      }
      keep(data, solver.betas(), solution.intercept());
      if (calibrate) {
        fitCalibrator(data, first, second, folds, new Random(seed));
      }
    }

    private @Nullable KernelRows rows(Instances data) throws Exception {
      Kernel known = known();
      if (known != null) {
        double[][] points = new double[data.numInstances()][];
        for (int i = 0; i < points.length; i++) {
          points[i] = data.get(i).toDoubleArray();
          points[i][data.classIndex()] = 0;
        }
        return new FoldKernel(
                points, points.length, new RowPool(points.length), MEMORY, Monitor.NONE)
            .rows(known);
      }
      if (data.numInstances() > MOST_EVALUATED) {
        return null;
      }
      m_kernel.buildKernel(data);
      double[][] values = new double[data.numInstances()][data.numInstances()];
      for (int i = 0; i < values.length; i++) {
        for (int j = 0; j <= i; j++) {
          values[i][j] = m_kernel.eval(i, j, data.get(i));
          values[j][i] = values[i][j];
        }
      }
      m_kernel.clean();
      return ExactRows.of(values);
    }

    /** The kernel in our terms, or null when it is another. */
    private @Nullable Kernel known() {
      if (m_kernel.getClass() == RBFKernel.class) {
        return new Kernel(Kernel.Shape.RBF, ((RBFKernel) m_kernel).getGamma(), 1, 0);
      }
      if (m_kernel.getClass() == PolyKernel.class) {
        PolyKernel poly = (PolyKernel) m_kernel;
        double exponent = poly.getExponent();
        if (exponent == Math.rint(exponent) && exponent >= 1 && exponent <= MOST_EXPONENT) {
          double summand = poly.getUseLowerOrder() ? 1 : 0;
          return exponent == 1 && summand == 0
              ? new Kernel(Kernel.Shape.LINEAR, 1, 1, 0)
              : new Kernel(Kernel.Shape.POLY, 1, (int) exponent, summand);
        }
      }
      return null;
    }

    /** Leaves in SMO's fields what it predicts with: sparse weights, or the support vectors. */
    private void keep(Instances data, double[] betas, double intercept) throws Exception {
      m_b = -intercept;
      m_sumOfWeights = data.sumOfWeights();
      if (m_KernelIsLinear) {
        keepWeights(data, betas);
        return;
      }
      Instances vectors = new Instances(data, 0);
      for (int i = 0; i < betas.length; i++) {
        if (betas[i] != 0) {
          vectors.add(data.get(i));
        }
      }
      int size = vectors.numInstances();
      m_data = vectors;
      m_alpha = new double[size];
      m_class = new double[size];
      m_supportVectors = new SMOset(size);
      int at = 0;
      for (double beta : betas) {
        if (beta != 0) {
          m_alpha[at] = Math.abs(beta);
          m_class[at] = Math.signum(beta);
          m_supportVectors.insert(at++);
        }
      }
      if (m_kernel instanceof CachedKernel cached) {
        cached.setCacheSize(-1);
      }
      m_kernel.buildKernel(vectors);
    }

    private void keepWeights(Instances data, double[] betas) {
      double[] sums = new double[data.numAttributes()];
      for (int i = 0; i < betas.length; i++) {
        if (betas[i] != 0) {
          Instance instance = data.get(i);
          for (int p = 0; p < instance.numValues(); p++) {
            if (instance.index(p) != data.classIndex()) {
              sums[instance.index(p)] += betas[i] * instance.valueSparse(p);
            }
          }
        }
      }
      int[] used = new int[sums.length];
      int size = 0;
      for (int j = 0; j < sums.length; j++) {
        if (sums[j] != 0) {
          used[size++] = j;
        }
      }
      m_data = new Instances(data, 0);
      m_sparseIndices = Arrays.copyOf(used, size);
      m_sparseWeights = new double[size];
      for (int k = 0; k < size; k++) {
        m_sparseWeights[k] = sums[used[k]];
      }
    }
  }
}
