package org.quarry.ui.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Weighting;
import org.quarry.ui.kit.Texts;

/**
 * Where the candidates of a grid stand on its heat maps: a panel for each kernel, a row for each C,
 * the largest on top, a column for each gamma, the least on the left; the linear kernel, which
 * reads no gamma, has one column. Class weights, of which a grid has one, stand in no title.
 */
final class HeatPlan {
  private static final int MOST_CELLS = 1500;

  /**
   * A kernel's map.
   *
   * @param title the kernel in a few words
   * @param gammas the values along its columns; empty for the one of a linear kernel
   * @param from the first of its columns among those of all panels
   */
  record Panel(String title, List<Double> gammas, int from) {
    /** How many columns it has. */
    int columns() {
      return Math.max(1, gammas.size());
    }
  }

  /**
   * A cell.
   *
   * @param row its row, 0 on top
   * @param column its column among those of all panels
   */
  record Spot(int row, int column) {}

  private record Shape(Kernel.Shape shape, int degree, double coef0, Weighting weighting) {
    static Shape of(Candidate candidate) {
      Kernel kernel = candidate.kernel();
      boolean poly = kernel.shape() == Kernel.Shape.POLY;
      return new Shape(
          kernel.shape(),
          poly ? kernel.degree() : 1,
          poly ? kernel.coef0() : 0,
          candidate.weighting());
    }

    String title() {
      String name = shape.text();
      if (shape == Kernel.Shape.POLY) {
        name += ", degree " + degree + (coef0 == 0 ? "" : ", coef0 " + Entries.plain(coef0));
      }
      return name;
    }
  }

  private final List<Panel> panels = new ArrayList<>();
  private final List<Double> cs;
  private final Map<Spot, List<Integer>> candidates = new HashMap<>();
  private final List<Spot> spots = new ArrayList<>();

  /** Places candidates. */
  HeatPlan(List<Candidate> grid) {
    TreeSet<Double> prices = new TreeSet<>(Comparator.reverseOrder());
    Map<Shape, TreeSet<Double>> shapes = new LinkedHashMap<>();
    for (Candidate candidate : grid) {
      prices.add(candidate.c());
      TreeSet<Double> gammas = shapes.computeIfAbsent(Shape.of(candidate), none -> new TreeSet<>());
      if (candidate.kernel().shape() != Kernel.Shape.LINEAR) {
        gammas.add(candidate.kernel().gamma());
      }
    }
    cs = List.copyOf(prices);
    Map<Shape, Panel> panelOf = new HashMap<>();
    int from = 0;
    for (Map.Entry<Shape, TreeSet<Double>> each : shapes.entrySet()) {
      Panel panel = new Panel(each.getKey().title(), List.copyOf(each.getValue()), from);
      panels.add(panel);
      panelOf.put(each.getKey(), panel);
      from += panel.columns();
    }
    for (int i = 0; i < grid.size(); i++) {
      place(i, grid.get(i), panelOf);
    }
  }

  private void place(int index, Candidate candidate, Map<Shape, Panel> panelOf) {
    @Nullable Panel panel = panelOf.get(Shape.of(candidate));
    if (panel == null) {
      throw new IllegalStateException(candidate.text());
    }
    int column = Math.max(0, panel.gammas().indexOf(candidate.kernel().gamma()));
    Spot spot = new Spot(cs.indexOf(candidate.c()), panel.from() + column);
    spots.add(spot);
    candidates.computeIfAbsent(spot, none -> new ArrayList<>()).add(index);
  }

  /** The panels, from left to right. */
  List<Panel> panels() {
    return List.copyOf(panels);
  }

  /** The values of C, from top to bottom. */
  List<Double> cs() {
    return cs;
  }

  /** How many columns all panels have together. */
  int columns() {
    return panels.isEmpty() ? 0 : panels.getLast().from() + panels.getLast().columns();
  }

  /** The candidates of a cell, which are one problem; empty where there is none. */
  List<Integer> candidates(Spot spot) {
    return List.copyOf(candidates.getOrDefault(spot, List.of()));
  }

  /** The cell of a candidate. */
  Spot spot(int index) {
    return spots.get(index);
  }

  /** Whether there are too many cells for a map: what is drawn for each takes its time. */
  boolean tooLarge() {
    return candidates.size() > MOST_CELLS;
  }

  /** Why there is no map of so many, a sentence or two. */
  String tooLargeWords() {
    return "Heat maps show up to %s cells, and this grid has %s."
        .formatted(Texts.number(MOST_CELLS), Texts.number(candidates.size()));
  }

  /** How many candidates there are. */
  int size() {
    return spots.size();
  }

  /** The nearest candidate so many columns to the right and rows below; empty beyond the edge. */
  Optional<Integer> step(int index, int right, int below) {
    Spot spot = spot(index);
    int row = spot.row() + below;
    int column = spot.column() + right;
    while (row >= 0 && row < cs.size() && column >= 0 && column < columns()) {
      List<Integer> there = candidates(new Spot(row, column));
      if (!there.isEmpty()) {
        return Optional.of(there.getFirst());
      }
      row += below;
      column += right;
    }
    return Optional.empty();
  }
}
