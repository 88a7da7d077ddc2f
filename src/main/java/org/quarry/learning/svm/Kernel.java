package org.quarry.learning.svm;

import org.quarry.learning.LearningProblem;

/**
 * The kernel of a support vector machine.
 *
 * @param shape its formula
 * @param gamma the factor in it, above 0; unread by {@link Shape#LINEAR}
 * @param degree the exponent, 1 to 20; read by {@link Shape#POLY} alone
 * @param coef0 the summand, 0 or more; read by {@link Shape#POLY} alone
 */
public record Kernel(Shape shape, double gamma, int degree, double coef0) {
  /** The formulas, by scikit-learn's names. */
  public enum Shape {
    /** exp(-gamma · |x - y|²). */
    RBF("rbf"),
    /** x · y. */
    LINEAR("linear"),
    /** (gamma · x · y + coef0) to the power of degree. */
    POLY("poly");

    private final String text;

    Shape(String text) {
      this.text = text;
    }

    /** Its name: rbf, linear or poly. */
    public String text() {
      return text;
    }

    /**
     * The shape of a name.
     *
     * @throws LearningProblem.BadSettings if there is none
     */
    public static Shape of(String text) {
      for (Shape shape : values()) {
        if (shape.text.equals(text)) {
          return shape;
        }
      }
      throw new LearningProblem.BadSettings(
          "There is no kernel “" + text + "”.", "Choose rbf, linear or poly.");
    }
  }

  /**
   * Makes a kernel.
   *
   * @throws LearningProblem.BadSettings if a number is out of range
   */
  public Kernel {
    if (!(gamma > 0 && Double.isFinite(gamma))) {
      throw new LearningProblem.BadSettings(
          "Gamma cannot be " + gamma + ".", "Choose a number above 0.");
    }
    if (degree < 1 || degree > 20) {
      throw new LearningProblem.BadSettings(
          "The degree cannot be " + degree + ".", "Choose a whole number from 1 to 20.");
    }
    if (!(coef0 >= 0 && Double.isFinite(coef0))) {
      throw new LearningProblem.BadSettings(
          "The summand coef0 cannot be " + coef0 + ".", "Choose 0 or a number above it.");
    }
  }

  /** The kernel of two points of the same length. */
  double value(double[] x, double[] y) {
    return value(shape == Shape.RBF ? squaredDistance(x, y) : dot(x, y));
  }

  /**
   * The kernel as a function of what it is made of.
   *
   * @param base the squared distance of two points for {@link Shape#RBF}, else their product
   */
  double value(double base) {
    return switch (shape) {
      case RBF -> Math.exp(-gamma * base);
      case LINEAR -> base;
      case POLY -> power(gamma * base + coef0);
    };
  }

  /**
   * {@link #value(double)} of many, quicker and within 1e-10 of it.
   *
   * @param bases what the kernel is made of
   * @param count how many of the first to take
   * @param into the kernels; may be {@code bases}
   */
  void values(double[] bases, int count, double[] into) {
    switch (shape) {
      case RBF -> FastExp.of(bases, -gamma, count, into);
      case LINEAR -> System.arraycopy(bases, 0, into, 0, count);
      case POLY -> {
        for (int k = 0; k < count; k++) {
          into[k] = power(gamma * bases[k] + coef0);
        }
      }
    }
  }

  private double power(double base) {
    double power = base;
    for (int i = 1; i < degree; i++) {
      power *= base;
    }
    return power;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  private static double squaredDistance(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double off = x[i] - y[i];
      sum += off * off;
    }
    return sum;
  }
}
