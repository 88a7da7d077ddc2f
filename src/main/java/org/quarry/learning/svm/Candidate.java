package org.quarry.learning.svm;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.quarry.learning.LearningProblem;

/**
 * One point of a grid: a kernel and the price C of a row on the wrong side.
 *
 * @param kernel the kernel
 * @param c above 0
 * @param weighting what C is multiplied by for each class
 */
public record Candidate(Kernel kernel, double c, Weighting weighting) {
  private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

  /**
   * Makes a candidate.
   *
   * @throws LearningProblem.BadSettings if c is not above 0
   */
  public Candidate {
    if (!(c > 0 && Double.isFinite(c))) {
      throw new LearningProblem.BadSettings("C cannot be " + c + ".", "Choose a number above 0.");
    }
  }

  /** A candidate for which every row counts the same. */
  public Candidate(Kernel kernel, double c) {
    this(kernel, c, Weighting.NONE);
  }

  /** The candidate in a few words: {@code rbf, C 10, gamma 0.1}. */
  public String text() {
    String text = kernel.shape().text() + ", C " + plain(c);
    return (weighting.equals(Weighting.NONE) ? "" : weighting.text() + ", ") + shaped(text);
  }

  private String shaped(String text) {
    return switch (kernel.shape()) {
      case LINEAR -> text;
      case RBF -> text + ", gamma " + plain(kernel.gamma());
      case POLY ->
          text
              + ", gamma %s, degree %d".formatted(plain(kernel.gamma()), kernel.degree())
              + (kernel.coef0() == 0 ? "" : ", coef0 " + plain(kernel.coef0()));
    };
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /**
   * The kernel of the problem that the candidate poses. In (gamma · x · y)ᵈ gamma only multiplies C
   * by gammaᵈ, and the linear kernel does not read it: candidates with equal kernels here, equal
   * {@link #problemC} and equal weighting are the same problem.
   */
  public Kernel problemKernel() {
    return switch (kernel.shape()) {
      case RBF -> new Kernel(Kernel.Shape.RBF, kernel.gamma(), 1, 0);
      case LINEAR -> new Kernel(Kernel.Shape.LINEAR, 1, 1, 0);
      case POLY ->
          kernel.coef0() == 0 ? new Kernel(Kernel.Shape.POLY, 1, kernel.degree(), 0) : kernel;
    };
  }

  /** The C of the problem that the candidate poses, to twelve digits. */
  public double problemC() {
    BigDecimal factor =
        kernel.shape() == Kernel.Shape.POLY && kernel.coef0() == 0
            ? BigDecimal.valueOf(kernel.gamma()).pow(kernel.degree())
            : BigDecimal.ONE;
    return BigDecimal.valueOf(c).multiply(factor).round(DIGITS).doubleValue();
  }
}
