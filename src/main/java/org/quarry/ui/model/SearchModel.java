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
import javafx.beans.property.SimpleBooleanProperty;
import org.quarry.learning.search.ParameterGrid;
import org.quarry.learning.svm.Kernel;

/** Which candidates are tried. For the UI thread. */
public final class SearchModel {
  /** A larger grid would outgrow the table of its scores. */
  private static final int MOST_CANDIDATES = 10_000;

  private static final ParameterGrid PRESET = ParameterGrid.notebook();

  private final Entry<List<Double>> cs = Entries.list(PRESET.cs());
  private final Entry<List<Double>> gammas = Entries.list(PRESET.gammas());
  private final Map<Kernel.Shape, BooleanProperty> kernels = new EnumMap<>(Kernel.Shape.class);
  private final ObjectBinding<Entry.Reading<ParameterGrid>> grid;

  SearchModel() {
    List<Observable> fields = new ArrayList<>(List.of(cs.reading(), gammas.reading()));
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

  /** Whether a kernel is tried. */
  public BooleanProperty kernel(Kernel.Shape shape) {
    return kernels.computeIfAbsent(shape, none -> new SimpleBooleanProperty());
  }

  /** Puts the notebook's grid into the fields. */
  public void choosePreset() {
    cs.typed().set(Entries.text(PRESET.cs()));
    gammas.typed().set(Entries.text(PRESET.gammas()));
    for (Kernel.Shape shape : Kernel.Shape.values()) {
      kernel(shape).set(PRESET.shapes().contains(shape));
    }
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
    if (c.isEmpty() || gamma.isEmpty()) {
      return Entry.Reading.wrong("Mend the fields of Search.");
    }
    ParameterGrid made =
        new ParameterGrid(c.get(), gamma.get(), shapes, PRESET.degree(), PRESET.coef0());
    return size(made) > MOST_CANDIDATES
        ? Entry.Reading.wrong("No more than " + MOST_CANDIDATES + " candidates at once.")
        : Entry.Reading.of(made);
  }
}
