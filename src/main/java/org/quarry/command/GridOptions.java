package org.quarry.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.search.ParameterGrid;
import org.quarry.learning.svm.Kernel;
import picocli.CommandLine.Option;

/** The options that replace lists of a grid by one's own. */
final class GridOptions {
  @Option(
      names = "--c",
      paramLabel = "C",
      split = ",",
      description = "Values of C in place of the grid's, with commas between.")
  private List<Double> cs = List.of();

  @Option(
      names = "--gamma",
      paramLabel = "GAMMA",
      split = ",",
      description = "Values of gamma in place of the grid's, with commas between.")
  private List<Double> gammas = List.of();

  @Option(
      names = "--kernel",
      paramLabel = "KERNEL",
      split = ",",
      description = "Kernels in place of the grid's: rbf, linear, poly, with commas between.")
  private List<String> kernels = List.of();

  @Option(
      names = "--degree",
      paramLabel = "DEGREE",
      description = "The degree of poly. Default: 3.")
  private @Nullable Integer degree;

  @Option(names = "--coef0", paramLabel = "COEF0", description = "The summand of poly. Default: 0.")
  private @Nullable Double coef0;

  /**
   * Makes sure that the options make a grid.
   *
   * @throws WrongUsage if a value is out of range
   */
  void read() {
    over(ParameterGrid.notebook());
  }

  /** A grid with the lists that were given in place of its own. */
  ParameterGrid over(ParameterGrid grid) {
    try {
      List<Kernel.Shape> shapes = new ArrayList<>();
      kernels.forEach(name -> shapes.add(Kernel.Shape.of(name.strip())));
      return new ParameterGrid(
          cs.isEmpty() ? grid.cs() : cs,
          gammas.isEmpty() ? grid.gammas() : gammas,
          shapes.isEmpty() ? grid.shapes() : shapes,
          degree == null ? grid.degree() : degree,
          coef0 == null ? grid.coef0() : coef0);
    } catch (LearningProblem.BadSettings bad) {
      throw new WrongUsage(bad.what() + " " + bad.next());
    }
  }
}
