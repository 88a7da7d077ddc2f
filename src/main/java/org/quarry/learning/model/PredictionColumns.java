package org.quarry.learning.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.NewColumn;
import org.quarry.database.schema.Table;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.data.ClassLabel;

/**
 * The columns that predictions of a model go into.
 *
 * @param label the one for the class
 * @param confidence the one for the probability of that class, if any
 * @param model the one for the model's name, if any
 * @param added those of them that the table lacks
 */
public record PredictionColumns(
    String label, Optional<String> confidence, Optional<String> model, List<NewColumn> added) {
  private static final String CONFIDENCE = "_confidence";
  private static final String MODEL = "_model";

  /** The column for the class alone, which is there. */
  public static PredictionColumns only(String label) {
    return new PredictionColumns(label, Optional.empty(), Optional.empty(), List.of());
  }

  /**
   * A column for the class, and {@code …_confidence} and {@code …_model} beside it. Those that the
   * table lacks are to be added. A model without calibration has no confidence to tell.
   */
  public static PredictionColumns beside(Table table, Model model, String label) {
    Optional<String> confidence =
        model.hasProbabilities() ? Optional.of(label + CONFIDENCE) : Optional.empty();
    String name = label + MODEL;
    List<NewColumn> added = new ArrayList<>();
    add(added, table, label, type(model.origin().classes()));
    confidence.ifPresent(column -> add(added, table, column, Column.Affinity.REAL));
    add(added, table, name, Column.Affinity.TEXT);
    return new PredictionColumns(label, confidence, Optional.of(name), List.copyOf(added));
  }

  /** The names that {@link #beside} can give. */
  public static List<String> besideNames(String label) {
    return List.of(label, label + CONFIDENCE, label + MODEL);
  }

  private static void add(List<NewColumn> added, Table table, String column, Column.Affinity type) {
    if (table.column(column).isEmpty()) {
      added.add(new NewColumn(column, type));
    }
  }

  private static Column.Affinity type(List<ClassLabel> classes) {
    if (classes.stream().anyMatch(label -> label.value() instanceof String)) {
      return Column.Affinity.TEXT;
    }
    boolean whole = classes.stream().allMatch(label -> label.value() instanceof Long);
    return whole ? Column.Affinity.INTEGER : Column.Affinity.REAL;
  }

  /** Their names, the class first. */
  public List<String> names() {
    List<String> names = new ArrayList<>(List.of(label));
    confidence.ifPresent(names::add);
    model.ifPresent(names::add);
    return names;
  }

  /** Whether the table has a column of that name already. */
  boolean isThere(String column) {
    return added.stream().noneMatch(each -> each.name().equals(column));
  }

  /**
   * Makes sure that none of them is a feature of the model.
   *
   * @throws LearningProblem.BadSettings if one is
   */
  void requireNoFeature(Model of) {
    for (String name : names()) {
      if (of.origin().features().stream().anyMatch(name::equalsIgnoreCase)) {
        throw new LearningProblem.BadSettings(
            "The column “" + name + "” is a feature of the model “" + of.origin().name() + "”.",
            "Choose another column to write into.");
      }
    }
  }

  /** What a row becomes that the model gives a class. */
  Map<String, @Nullable Object> values(
      Predictor predictor, List<@Nullable Object> row, ClassLabel found) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put(label, found.value());
    confidence.ifPresent(
        column ->
            predictor
                .probabilities(row)
                .ifPresent(
                    each ->
                        values.put(
                            column, each[predictor.model().origin().classes().indexOf(found)])));
    model.ifPresent(column -> values.put(column, predictor.model().origin().name()));
    return values;
  }
}
