package org.quarry.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.search.CandidateText;
import org.quarry.learning.search.NumberList;
import org.quarry.learning.search.ParameterGrid;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Weighting;
import picocli.CommandLine.Option;

/** The options that say which candidates are tried. */
final class GridOptions {
  /** The grids that have a name. */
  enum Grid {
    /** The notebook's 75 candidates. */
    NOTEBOOK;

    @Override
    public String toString() {
      return "notebook";
    }
  }

  @Option(
      names = "--grid",
      paramLabel = "GRID",
      defaultValue = "notebook",
      description = "The candidates: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Grid grid = Grid.NOTEBOOK;

  @Option(
      names = "--c",
      paramLabel = "LIST",
      description = {
        "The values of C in place of the grid's: numbers with commas between, ranges by powers of",
        "ten (0.1..1000), by powers of a base (2^-5..2^15) or by a factor (1..256*4)."
      })
  private @Nullable String c;

  @Option(
      names = "--gamma",
      paramLabel = "LIST",
      description = "The values of gamma in place of the grid's, written as those of C.")
  private @Nullable String gamma;

  @Option(
      names = "--kernel",
      paramLabel = "KERNEL",
      split = ",",
      description = "The kernels in place of the grid's, with commas between: rbf, linear, poly.")
  private List<String> kernels = List.of();

  @Option(
      names = "--degree",
      paramLabel = "N",
      description = "The exponent of the kernel poly. Default: 3.")
  private @Nullable Integer degree;

  @Option(
      names = "--coef0",
      paramLabel = "X",
      description = "The summand of the kernel poly. Default: 0.")
  private @Nullable Double coef0;

  @Option(
      names = "--class-weight",
      paramLabel = "WEIGHT",
      description = {
        "What a mistake costs in each class: none, balanced, which makes every class count the same",
        "however many rows it has, or a number for each class in order, with commas between.",
        "Default: none."
      })
  private @Nullable String weight;

  @Option(
      names = "--candidate",
      paramLabel = "CANDIDATE",
      description = {
        "A candidate in place of a grid, such as rbf,C=10,gamma=0.1 or poly,C=1,gamma=0.1,degree=2,",
        "coef0=1,weights=balanced (or weights=1:5); as often as needed."
      })
  private List<String> candidates = List.of();

  /**
   * The candidates in order.
   *
   * @throws WrongUsage if an option is out of range or goes with another one
   */
  List<Candidate> candidates() {
    try {
      return candidates.isEmpty() ? grid().candidates() : named();
    } catch (LearningProblem.BadSettings bad) {
      throw new WrongUsage(bad.what() + " " + bad.next());
    }
  }

  private List<Candidate> named() {
    boolean lists = c != null || gamma != null || !kernels.isEmpty();
    if (lists || degree != null || coef0 != null || weight != null) {
      throw new WrongUsage(
          "--candidate says all of a candidate: it goes with none of --c, --gamma, --kernel,"
              + " --degree, --coef0 and --class-weight.");
    }
    return candidates.stream().map(CandidateText::parse).toList();
  }

  /** The grid of a name, but for the lists that were given. */
  private ParameterGrid grid() {
    ParameterGrid named =
        switch (grid) {
          case NOTEBOOK -> ParameterGrid.notebook();
        };
    return new ParameterGrid(
        c == null ? named.cs() : NumberList.parse(c),
        gamma == null ? named.gammas() : NumberList.parse(gamma),
        kernels.isEmpty()
            ? named.shapes()
            : kernels.stream().map(String::strip).distinct().map(Kernel.Shape::of).toList(),
        degree == null ? named.degree() : degree,
        coef0 == null ? named.coef0() : coef0,
        weight == null ? Weighting.NONE : CandidateText.weighting(weight, ","));
  }
}
