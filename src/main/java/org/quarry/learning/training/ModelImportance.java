package org.quarry.learning.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.Workers;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.Row;
import org.quarry.learning.data.Rows;
import org.quarry.learning.model.Model;
import org.quarry.learning.model.Predictor;
import org.quarry.learning.report.FeatureGroups;
import org.quarry.learning.report.Metric;
import org.quarry.learning.report.PermutationImportance;
import org.quarry.learning.svm.PlattScaling;
import org.quarry.work.Monitor;

/**
 * What each feature of a model is worth on rows whose class is known. Features are shuffled as they
 * are in the table, so that one of texts counts as one. Immutable.
 */
public final class ModelImportance {
  private final Model model;
  private final double[][] points;
  private final int[] actual;
  private final List<PlattScaling> scalings;

  /**
   * Keeps rows, which are not to be changed.
   *
   * @param points the raw features of each row
   * @param actual the class of each, a position among the model's
   * @param scalings of each pair of classes, or none where no probabilities are known
   */
  ModelImportance(Model model, double[][] points, int[] actual, List<PlattScaling> scalings) {
    this.model = model;
    this.points = points;
    this.actual = actual;
    this.scalings = List.copyOf(scalings);
  }

  /**
   * The importance of a model for rows; those without a class of the model, or of which the model
   * can say nothing, are left out.
   *
   * @param target the column that tells the class
   * @throws LearningProblem.UnknownColumn if the rows lack a feature or the target
   * @throws LearningProblem.TooFewRows if no row is left
   */
  public static ModelImportance of(Model model, Rows rows, String target) {
    Predictor predictor = new Predictor(model, rows.columns());
    int at = Rows.position(rows.columns(), target);
    List<double[]> points = new ArrayList<>();
    List<Integer> actual = new ArrayList<>();
    for (Row row : rows.rows()) {
      Object value = row.values().get(at);
      ClassLabel label = value == null ? null : ClassLabel.of(value);
      int known = label == null ? -1 : model.origin().classes().indexOf(label);
      if (known >= 0 && predictor.gap(row.values()) == null) {
        points.add(predictor.raw(row.values()));
        actual.add(known);
      }
    }
    if (points.isEmpty()) {
      throw new LearningProblem.TooFewRows(
          "No row tells what the model is worth.",
          "None has both a class of the model in “%s” and every feature.".formatted(target),
          "Choose a table whose classes are known.");
    }
    return new ModelImportance(
        model,
        points.toArray(double[][]::new),
        actual.stream().mapToInt(Integer::intValue).toArray(),
        model.calibration());
  }

  /** How many rows it is measured on. */
  public int rows() {
    return points.length;
  }

  /**
   * Measures.
   *
   * @param metric what is to drop
   * @param repeats how often each feature is shuffled, at least 1
   * @param seed 0 to 2³² - 1
   * @throws LearningProblem.BadSettings if the metric wants probabilities and none are known
   * @throws org.quarry.work.Cancelled when stopped
   */
  public PermutationImportance measure(
      Metric metric, int repeats, long seed, Workers workers, Monitor monitor) {
    int classes = model.origin().classes().size();
    if (metric.need(classes) == Metric.Need.PROBABILITIES && scalings.isEmpty()) {
      throw new LearningProblem.BadSettings(
          "The %s needs probabilities, and the model has no calibration.".formatted(metric.text()),
          "Train it again, or choose another metric, accuracy for instance.");
    }
    return PermutationImportance.measure(
        points,
        actual,
        FeatureGroups.single(model.origin().features().size()),
        (shuffled, labels) ->
            FittedScore.said(classes, labels, decisions(shuffled, monitor), scalings),
        metric,
        repeats,
        seed,
        workers,
        monitor);
  }

  private double[][] decisions(double[][] rows, Monitor monitor) {
    return Arrays.stream(rows)
        .peek(row -> monitor.checkpoint())
        .map(model::decisions)
        .toArray(double[][]::new);
  }
}
