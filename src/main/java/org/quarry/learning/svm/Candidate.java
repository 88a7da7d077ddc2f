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
 */
public record Candidate(Kernel kernel, double c) {
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

  /** The candidate in a few words: {@code rbf, C 10, gamma 0.1}. */
  public String text() {
    String text = kernel.shape().text() + ", C " + plain(c);
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
   * Equal for candidates that are the same problem: gamma has no part in the linear kernel, and in
   * (gamma · x · y)ᵈ it only multiplies C by gammaᵈ.
   */
  public Object problem() {
    return switch (kernel.shape()) {
      case RBF -> new Identity(kernel.shape(), plain(c), plain(kernel.gamma()), 0, 0);
      case LINEAR -> new Identity(kernel.shape(), plain(c), "", 0, 0);
      case POLY ->
          kernel.coef0() == 0
              ? new Identity(kernel.shape(), effectiveC(), "", kernel.degree(), 0)
              : new Identity(
                  kernel.shape(), plain(c), plain(kernel.gamma()), kernel.degree(), kernel.coef0());
    };
  }

  private String effectiveC() {
    BigDecimal factor = BigDecimal.valueOf(kernel.gamma()).pow(kernel.degree());
    return BigDecimal.valueOf(c)
        .multiply(factor)
        .round(DIGITS)
        .stripTrailingZeros()
        .toPlainString();
  }

  private record Identity(Kernel.Shape shape, String c, String gamma, int degree, double coef0) {}
}
