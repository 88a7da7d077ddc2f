package org.quarry.learning.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Weighting;

/**
 * The problems of one kernel on one fold, by ascending C: what one thread solves in a row.
 *
 * @param fold the fold
 * @param kernel the kernel that the problems share
 * @param weighting the weighting that they share
 * @param problems the problems
 */
record ChainTask(int fold, Kernel kernel, Weighting weighting, List<Problem> problems) {
  /**
   * A problem and the places in the grid of the candidates that pose it.
   *
   * @param c its C
   * @param indexes the places, one at least
   */
  record Problem(double c, List<Integer> indexes) {}

  private record Shared(Kernel kernel, Weighting weighting) {}

  /**
   * The tasks of a grid, those that take longest first.
   *
   * @param indexes places in the grid
   * @param grid the candidate of each place
   * @param folds how many folds there are
   */
  static List<ChainTask> of(List<Integer> indexes, IntFunction<Candidate> grid, int folds) {
    Map<Shared, NavigableMap<Double, List<Integer>>> chains = new LinkedHashMap<>();
    for (int i : indexes) {
      Candidate candidate = grid.apply(i);
      chains
          .computeIfAbsent(
              new Shared(candidate.problemKernel(), candidate.weighting()), key -> new TreeMap<>())
          .computeIfAbsent(candidate.problemC(), c -> new ArrayList<>())
          .add(i);
    }
    List<ChainTask> tasks = new ArrayList<>();
    chains.forEach(
        (shared, problems) -> {
          for (int fold = 0; fold < folds; fold++) {
            tasks.add(new ChainTask(fold, shared.kernel(), shared.weighting(), list(problems)));
          }
        });
    // What a chain costs is known when it is done; a long one, and one to a large C, costs most.
    tasks.sort(
        Comparator.comparingDouble((ChainTask task) -> -task.problems().getLast().c())
            .thenComparingInt(task -> -task.problems().size()));
    return tasks;
  }

  private static List<Problem> list(Map<Double, List<Integer>> problems) {
    return problems.entrySet().stream()
        .map(entry -> new Problem(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  /** How many different problems a grid has. */
  static long distinct(List<Candidate> candidates) {
    return candidates.stream()
        .map(each -> List.of(each.problemKernel(), each.problemC(), each.weighting()))
        .distinct()
        .count();
  }
}
