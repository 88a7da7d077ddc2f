package org.quarry.learning.svm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quarry.learning.Reference;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.SMO;
import weka.classifiers.functions.supportVector.Kernel;
import weka.classifiers.functions.supportVector.NormalizedPolyKernel;
import weka.classifiers.functions.supportVector.PolyKernel;
import weka.classifiers.functions.supportVector.RBFKernel;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

/** Our training inside Weka's SMO, against stock SMO on the same instances. */
class DualSmoTest {
  private static Instances mixed;

  /** Three classes, two numbers, a nominal column, a missing value in every tenth cell. */
  @BeforeAll
  static void makeRows() {
    Reference.HOME.require();
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("x"));
    attributes.add(new Attribute("colour", List.of("red", "green", "blue", "grey")));
    attributes.add(new Attribute("y"));
    attributes.add(new Attribute("class", List.of("a", "b", "c")));
    mixed = new Instances("mixed", attributes, 300);
    mixed.setClassIndex(3);
    Random random = new Random(4);
    for (int i = 0; i < 300; i++) {
      int label = i % 3;
      Instance instance = new DenseInstance(4);
      instance.setDataset(mixed);
      instance.setValue(0, random.nextGaussian() + 1.5 * label);
      instance.setValue(1, random.nextInt(3) == 0 ? random.nextInt(4) : label);
      instance.setValue(2, random.nextGaussian() - (label == 1 ? 1.5 : 0));
      instance.setValue(3, label);
      if (i % 10 == 3) {
        instance.setMissing(i % 3);
      }
      mixed.add(instance);
    }
  }

  private static <T extends SMO> T trained(T smo, Kernel kernel, boolean calibrated)
      throws Exception {
    smo.setKernel(kernel);
    smo.setC(2);
    smo.setToleranceParameter(1e-8);
    smo.setBuildCalibrationModels(calibrated);
    smo.buildClassifier(mixed);
    return smo;
  }

  private static List<Kernel> kernels() throws Exception {
    RBFKernel rbf = new RBFKernel();
    rbf.setGamma(0.3);
    PolyKernel linear = new PolyKernel();
    PolyKernel lower = new PolyKernel();
    lower.setExponent(2);
    lower.setUseLowerOrder(true);
    NormalizedPolyKernel normalized = new NormalizedPolyKernel();
    normalized.setExponent(2);
    return List.of(rbf, linear, lower, normalized);
  }

  @Test
  void itsLabelsAreThoseOfStockSmoForAnyKernel() throws Exception {
    for (Kernel kernel : kernels()) {
      SMO own = trained(new DualSmo(), Kernel.makeCopy(kernel), false);
      SMO stock = trained(new SMO(), Kernel.makeCopy(kernel), false);
      int same = 0;
      for (Instance instance : mixed) {
        same += own.classifyInstance(instance) == stock.classifyInstance(instance) ? 1 : 0;
      }
      // In the linear kernel's case one row lies between the two intercepts.
      assertThat(same)
          .as(kernel.getClass().getSimpleName())
          .isGreaterThanOrEqualTo(kernel instanceof PolyKernel ? 299 : 300);
    }
  }

  @Test
  void calibratedProbabilitiesAreThoseOfStockSmo() throws Exception {
    Kernel kernel = kernels().getFirst();
    SMO own = trained(new DualSmo(), Kernel.makeCopy(kernel), true);
    SMO stock = trained(new SMO(), Kernel.makeCopy(kernel), true);
    for (Instance instance : mixed) {
      double[] probabilities = own.distributionForInstance(instance);
      double[] expected = stock.distributionForInstance(instance);
      for (int i = 0; i < 3; i++) {
        assertThat(probabilities[i]).isCloseTo(expected[i], within(2e-3));
      }
    }
  }

  @Test
  void itServesWhereverAClassifierDoes() throws Exception {
    DualSmo made =
        (DualSmo)
            AbstractClassifier.forName(
                DualSmo.class.getName(),
                new String[] {"-C", "2", "-N", "1", "-K", RBFKernel.class.getName() + " -G 0.3"});
    SMO stock = new SMO();
    stock.setOptions(made.getOptions());
    Evaluation own = evaluated(made);
    assertThat(own.pctCorrect())
        .isCloseTo(evaluated(stock).pctCorrect(), within(0.7))
        .isGreaterThan(80);
    made.buildClassifier(mixed);
    Classifier copy = AbstractClassifier.makeCopy(made);
    for (Instance instance : mixed) {
      assertThat(copy.distributionForInstance(instance))
          .isEqualTo(made.distributionForInstance(instance));
    }
    assertThat(made.toString()).contains("Number of support vectors");
    SMO linear = trained(new DualSmo(), new PolyKernel(), false);
    assertThat(linear.toString()).contains("Machine linear").contains("x").contains("colour=red");
  }

  private static Evaluation evaluated(SMO smo) throws Exception {
    Evaluation evaluation = new Evaluation(mixed);
    evaluation.crossValidateModel(smo, mixed, 5, new Random(1));
    return evaluation;
  }

  /**
   * Weights that differ within a class are beyond our solver, and a class of its own is no pair.
   */
  @Test
  void whatOurSolverDoesNotKnowStockSmoTrains() throws Exception {
    Instances uneven = new Instances(mixed);
    uneven.get(0).setWeight(5);
    uneven.removeIf(instance -> instance.classValue() == 2);
    DualSmo own = new DualSmo();
    SMO stock = new SMO();
    own.buildClassifier(uneven);
    stock.buildClassifier(uneven);
    for (Instance instance : uneven) {
      assertThat(own.distributionForInstance(instance))
          .isEqualTo(stock.distributionForInstance(instance));
    }
  }
}
