package org.quarry.learning.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Weighting;

/**
 * A candidate as a person writes it: the kernel, then what differs from the usual, {@code
 * rbf,C=10,gamma=0.1} or {@code poly,C=1,gamma=0.1,degree=2,coef0=1,weights=balanced}.
 */
public final class CandidateText {
  private static final int DEGREE = 3;

  private CandidateText() {}

  /** The text that {@link #parse} reads as an equal candidate. */
  public static String of(Candidate candidate) {
    Kernel kernel = candidate.kernel();
    List<String> parts = new ArrayList<>();
    parts.add(kernel.shape().text());
    parts.add("C=" + plain(candidate.c()));
    if (kernel.gamma() != 1) {
      parts.add("gamma=" + plain(kernel.gamma()));
    }
    if (kernel.degree() != DEGREE) {
      parts.add("degree=" + kernel.degree());
    }
    if (kernel.coef0() != 0) {
      parts.add("coef0=" + plain(kernel.coef0()));
    }
    if (!candidate.weighting().equals(Weighting.NONE)) {
      parts.add("weights=" + weights(candidate.weighting(), ":"));
    }
    return String.join(",", parts);
  }

  /**
   * Reads a candidate. C is needed; gamma is 1, the degree 3 and coef0 0 where they are not named.
   *
   * @throws LearningProblem.BadSettings if it is no such text or a number is out of range
   */
  public static Candidate parse(String text) {
    List<String> parts = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    Double c = null;
    double gamma = 1;
    int degree = DEGREE;
    double coef0 = 0;
    Weighting weighting = Weighting.NONE;
    for (String part : parts.subList(1, parts.size())) {
      int at = part.indexOf('=');
      String name = at < 0 ? part : part.substring(0, at).strip();
      String value = at < 0 ? "" : part.substring(at + 1).strip();
      switch (name) {
        case "C" -> c = number(text, value);
        case "gamma" -> gamma = number(text, value);
        case "degree" -> degree = whole(text, value);
        case "coef0" -> coef0 = number(text, value);
        case "weights" -> weighting = weighting(value, ":");
        default -> throw bad("“" + part + "” in “" + text + "” says nothing of a candidate.");
      }
    }
    if (c == null) {
      throw bad("The candidate “" + text + "” has no C.");
    }
    return new Candidate(
        new Kernel(Kernel.Shape.of(parts.getFirst()), gamma, degree, coef0), c, weighting);
  }

  /**
   * What C is multiplied by for each class: {@code none}, {@code balanced}, or a number for each
   * class in order.
   *
   * @param between what stands between two numbers
   * @throws LearningProblem.BadSettings if it is none of these
   */
  public static Weighting weighting(String text, String between) {
    return switch (text) {
      case "none" -> Weighting.NONE;
      case "balanced" -> Weighting.BALANCED;
      default ->
          new Weighting(
              false,
              Arrays.stream(text.split(between, -1))
                  .map(String::strip)
                  .map(CandidateText::weight)
                  .toList());
    };
  }

  /** The text that {@link #weighting} reads as an equal weighting. */
  public static String weights(Weighting weighting, String between) {
    if (weighting.balanced()) {
      return "balanced";
    }
    return weighting.given().isEmpty()
        ? "none"
        : weighting.given().stream().map(CandidateText::plain).collect(Collectors.joining(between));
  }

  private static double weight(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException none) {
      throw new LearningProblem.BadSettings(
          "“" + text + "” is no weight of a class.",
          "Write none, balanced, or a number for each class in order, such as 1,5.");
    }
  }

  private static double number(String candidate, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException none) {
      throw bad("“" + text + "” in “" + candidate + "” is no number.");
    }
  }

  private static int whole(String candidate, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException none) {
      throw bad("“" + text + "” in “" + candidate + "” is no whole number.");
    }
  }

  private static LearningProblem.BadSettings bad(String what) {
    return new LearningProblem.BadSettings(
        what,
        "Write the kernel and then C, gamma, degree, coef0 or weights, as in rbf,C=10,gamma=0.1.");
  }

  /** The fewest digits that read back equal. */
  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
