package org.quarry.learning.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;

/** The candidates near the best of a grid: those beyond its border, and those between its steps. */
final class Neighbourhood {
  /** No C or gamma is tried beyond these. */
  private static final double LEAST = 1e-9;

  private static final double MOST = 1e9;

  private final List<Candidate> grid;
  private final Candidate best;

  /**
   * Looks around the best.
   *
   * @param grid the candidates so far
   * @param best one of them
   */
  Neighbourhood(List<Candidate> grid, Candidate best) {
    this.grid =
        grid.stream()
            .filter(each -> each.kernel().shape() == best.kernel().shape())
            .filter(each -> each.weighting().equals(best.weighting()))
            .toList();
    this.best = best;
  }

  private NavigableSet<Double> values(ToDoubleFunction<Candidate> of) {
    NavigableSet<Double> values = new TreeSet<>();
    grid.forEach(each -> values.add(of.applyAsDouble(each)));
    return values;
  }

  /** The grid with one step more wherever the best lies on its border; known ones among them. */
  List<Candidate> beyond() {
    NavigableSet<Double> cs = values(Candidate::c);
    NavigableSet<Double> gammas = values(each -> each.kernel().gamma());
    cs.addAll(outside(cs, best.c()));
    if (best.kernel().shape() == Kernel.Shape.LINEAR) {
      gammas.retainAll(List.of(best.kernel().gamma()));
    } else {
      gammas.addAll(outside(gammas, best.kernel().gamma()));
    }
    List<Candidate> beyond = new ArrayList<>();
    for (double c : cs) {
      for (double gamma : gammas) {
        beyond.add(at(c, gamma));
      }
    }
    return beyond;
  }

  private static List<Double> outside(NavigableSet<Double> values, double at) {
    List<Double> outside = new ArrayList<>();
    if (values.size() > 1) {
      if (at == values.first()) {
        double second = values.tailSet(at, false).first();
        outside.add(rounded(at * at / second));
      }
      if (at == values.last()) {
        double second = values.headSet(at, false).last();
        outside.add(rounded(at * at / second));
      }
    }
    return outside.stream().filter(value -> value >= LEAST && value <= MOST).toList();
  }

  /**
   * The neighbours of the best a part of a step away in either direction.
   *
   * @param part the part of the grid's own step, by its logarithm: 0.5 for half a step
   */
  List<Candidate> between(double part) {
    double c = Math.pow(step(values(Candidate::c)), part);
    double gamma = Math.pow(step(values(each -> each.kernel().gamma())), part);
    boolean gammaMatters = best.kernel().shape() != Kernel.Shape.LINEAR && gamma > 1;
    List<Candidate> between = new ArrayList<>();
    for (double byC : new double[] {1 / c, 1, c}) {
      for (double byGamma : gammaMatters ? new double[] {1 / gamma, 1, gamma} : new double[] {1}) {
        between.add(at(rounded(best.c() * byC), rounded(best.kernel().gamma() * byGamma)));
      }
    }
    return between;
  }

  /** The factor from a value to the next, in the middle of the list; 1 for a single value. */
  private static double step(NavigableSet<Double> values) {
    return values.size() < 2
        ? 1
        : Math.pow(values.last() / values.first(), 1.0 / (values.size() - 1));
  }

  private Candidate at(double c, double gamma) {
    Kernel kernel = best.kernel();
    return new Candidate(
        new Kernel(kernel.shape(), gamma, kernel.degree(), kernel.coef0()), c, best.weighting());
  }

  /** Four digits are enough for a parameter, and read better. */
  private static double rounded(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.3e", value));
  }
}
