package org.quarry.ui.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.quarry.learning.search.CandidateText;
import org.quarry.learning.search.NumberList;
import org.quarry.learning.search.ParameterGrid;
import org.quarry.learning.search.Strategy;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Weighting;
import org.quarry.learning.training.Solver;
import org.quarry.ui.kit.Texts;

/** Which candidates are tried. For the UI thread. */
public final class SearchModel {
  /** A larger grid would outgrow the table of its scores. */
  private static final int MOST_CANDIDATES = 10_000;

  private static final ParameterGrid PRESET = ParameterGrid.notebook();

  /** Class weights that have a name; the first is scikit-learn's default. */
  static final List<String> WEIGHTS = List.of("none", "balanced");

  private final Entry<List<Double>> cs = Entries.list(PRESET.cs());
  private final Entry<List<Double>> gammas = Entries.list(PRESET.gammas());
  private final Entry<Integer> degree = Entries.degree(PRESET.degree());
  private final Entry<Double> coef0 = Entries.summand(PRESET.coef0());
  private final Entry<Weighting> weights = Entries.weights(WEIGHTS.getFirst());
  private final ObjectProperty<Solver> solver = new SimpleObjectProperty<>(Solver.OWN);
  private final ObjectProperty<Strategy> strategy = new SimpleObjectProperty<>(Strategy.WHOLE);
  private final Map<Kernel.Shape, BooleanProperty> kernels = new EnumMap<>(Kernel.Shape.class);
  private final ObjectBinding<Entry.Reading<ParameterGrid>> grid;

  SearchModel() {
    List<Observable> fields =
        new ArrayList<>(
            List.of(
                cs.reading(),
                gammas.reading(),
                degree.reading(),
                coef0.reading(),
                weights.reading()));
    for (Kernel.Shape shape : Kernel.Shape.values()) {
      BooleanProperty tried = new SimpleBooleanProperty(true);
      kernels.put(shape, tried);
      fields.add(tried);
    }
    grid = Bindings.createObjectBinding(this::read, fields.toArray(Observable[]::new));
  }

  /** The values of C. */
  public Entry<List<Double>> cs() {
    return cs;
  }

  /** The values of gamma. */
  public Entry<List<Double>> gammas() {
    return gammas;
  }

  /** The exponent of the kernel poly. */
  public Entry<Integer> degree() {
    return degree;
  }

  /** The summand of the kernel poly. */
  public Entry<Double> coef0() {
    return coef0;
  }

  /**
   * What a mistake costs in each class: "none", "balanced" where classes count the same, or a
   * number for each class in order, such as "1, 5".
   */
  public Entry<Weighting> weights() {
    return weights;
  }

  /** Who solves each fit. */
  public ObjectProperty<Solver> solver() {
    return solver;
  }

  /** Which candidates are scored, and whether the search goes on to others. */
  public ObjectProperty<Strategy> strategy() {
    return strategy;
  }

  /** Whether a kernel is tried. */
  public BooleanProperty kernel(Kernel.Shape shape) {
    return kernels.computeIfAbsent(shape, none -> new SimpleBooleanProperty());
  }

  /** Puts the notebook's grid into the fields. */
  public void choosePreset() {
    put(PRESET);
    strategy.set(Strategy.WHOLE);
  }

  private void put(ParameterGrid lists) {
    cs.typed().set(NumberList.text(lists.cs()));
    gammas.typed().set(NumberList.text(lists.gammas()));
    degree.typed().set(Integer.toString(lists.degree()));
    coef0.typed().set(Entries.plain(lists.coef0()));
    weights.typed().set(CandidateText.weights(lists.weighting(), ", "));
    for (Kernel.Shape shape : Kernel.Shape.values()) {
      kernel(shape).set(lists.shapes().contains(shape));
    }
  }

  /**
   * Puts back what an earlier training tried.
   *
   * @return whether the fields say the same candidates in the same order; where these are no
   *     combinations of lists, only strategy and solver are put back
   */
  boolean put(List<Candidate> candidates, Strategy chosen, Solver solves) {
    strategy.set(chosen);
    solver.set(solves);
    ParameterGrid.of(candidates).ifPresent(this::put);
    return grid.get().value().map(ParameterGrid::candidates).filter(candidates::equals).isPresent();
  }

  /** The grid, or what must be mended. */
  ObjectBinding<Entry.Reading<ParameterGrid>> grid() {
    return grid;
  }

  /** How many candidates there are; 0 while a field is wrong. */
  int candidates() {
    return grid.get().value().map(SearchModel::size).orElse(0);
  }

  private static int size(ParameterGrid grid) {
    return grid.cs().size() * grid.gammas().size() * grid.shapes().size();
  }

  private Entry.Reading<ParameterGrid> read() {
    List<Kernel.Shape> shapes =
        PRESET.shapes().stream().filter(shape -> kernel(shape).get()).toList();
    if (shapes.isEmpty()) {
      return Entry.Reading.wrong("Choose at least one kernel.");
    }
    Optional<List<Double>> c = cs.value();
    Optional<List<Double>> gamma = gammas.value();
    boolean poly = shapes.contains(Kernel.Shape.POLY);
    // What no candidate reads is not to be mended either.
    Optional<Integer> exponent = poly ? degree.value() : Optional.of(PRESET.degree());
    Optional<Double> summand = poly ? coef0.value() : Optional.of(PRESET.coef0());
    Optional<Weighting> weighting = weights.value();
    if (c.isEmpty()
        || gamma.isEmpty()
        || exponent.isEmpty()
        || summand.isEmpty()
        || weighting.isEmpty()) {
      return Entry.Reading.wrong("Mend the fields of Search.");
    }
    if ((long) c.get().size() * gamma.get().size() * shapes.size() > MOST_CANDIDATES) {
      return Entry.Reading.wrong(
          "No more than " + Texts.number(MOST_CANDIDATES) + " candidates at once.");
    }
    return Entry.Reading.of(
        new ParameterGrid(
            c.get(), gamma.get(), shapes, exponent.get(), summand.get(), weighting.get()));
  }
}
