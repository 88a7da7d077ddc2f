package org.quarry.learning.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Weighting;

/**
 * Lists of values whose combinations are the candidates, in the order of scikit-learn's {@code
 * ParameterGrid}: C slowest, then gamma, then the kernel.
 *
 * @param cs the values of C, each above 0
 * @param gammas the values of gamma, each above 0
 * @param shapes the kernels
 * @param degree the degree of the polynomial kernel
 * @param coef0 the summand of the polynomial kernel
 * @param weighting what C is multiplied by for each class, in every candidate
 */
public record ParameterGrid(
    List<Double> cs,
    List<Double> gammas,
    List<Kernel.Shape> shapes,
    int degree,
    double coef0,
    Weighting weighting) {
  /**
   * Makes a grid.
   *
   * @throws LearningProblem.BadSettings if a list is empty or a value out of range
   */
  public ParameterGrid {
    cs = List.copyOf(cs);
    gammas = List.copyOf(gammas);
    shapes = List.copyOf(shapes);
    if (cs.isEmpty() || gammas.isEmpty() || shapes.isEmpty()) {
      throw new LearningProblem.BadSettings(
          "The grid has no candidate.", "Give at least one C, one gamma and one kernel.");
    }
    combine(cs, gammas, shapes, degree, coef0, weighting);
  }

  /** A grid for which every row counts the same. */
  public ParameterGrid(
      List<Double> cs, List<Double> gammas, List<Kernel.Shape> shapes, int degree, double coef0) {
    this(cs, gammas, shapes, degree, coef0, Weighting.NONE);
  }

  /** The notebook's grid: 75 candidates, C 0.1 to 1000, gamma 1 to 0.0001, three kernels. */
  public static ParameterGrid notebook() {
    return new ParameterGrid(
        List.of(0.1, 1.0, 10.0, 100.0, 1000.0),
        List.of(1.0, 0.1, 0.01, 0.001, 0.0001),
        List.of(Kernel.Shape.RBF, Kernel.Shape.LINEAR, Kernel.Shape.POLY),
        3,
        0);
  }

  /**
   * The lists whose combinations some candidates are, or empty when they are no such combinations
   * in order.
   *
   * @param candidates one at least
   */
  public static Optional<ParameterGrid> of(List<Candidate> candidates) {
    Kernel first = candidates.getFirst().kernel();
    ParameterGrid grid =
        new ParameterGrid(
            distinct(candidates, Candidate::c),
            distinct(candidates, candidate -> candidate.kernel().gamma()),
            distinct(candidates, candidate -> candidate.kernel().shape()),
            first.degree(),
            first.coef0(),
            candidates.getFirst().weighting());
    return grid.candidates().equals(candidates) ? Optional.of(grid) : Optional.empty();
  }

  private static <T> List<T> distinct(List<Candidate> candidates, Function<Candidate, T> part) {
    return candidates.stream().map(part).distinct().toList();
  }

  /** The same with another weighting. */
  public ParameterGrid with(Weighting other) {
    return new ParameterGrid(cs, gammas, shapes, degree, coef0, other);
  }

  /** Every combination, in order. */
  public List<Candidate> candidates() {
    return combine(cs, gammas, shapes, degree, coef0, weighting);
  }

  /** How many of the candidates are different problems, each fitted once. */
  public long distinct() {
    return ChainTask.distinct(candidates());
  }

  private static List<Candidate> combine(
      List<Double> cs,
      List<Double> gammas,
      List<Kernel.Shape> shapes,
      int degree,
      double coef0,
      Weighting weighting) {
    List<Candidate> candidates = new ArrayList<>();
    for (double c : cs) {
      for (double gamma : gammas) {
        for (Kernel.Shape shape : shapes) {
          candidates.add(new Candidate(new Kernel(shape, gamma, degree, coef0), c, weighting));
        }
      }
    }
    return List.copyOf(candidates);
  }
}
