package org.quarry.learning.training;

import java.util.List;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Roles;
import org.quarry.learning.data.Split;
import org.quarry.learning.search.GridSearch;
import org.quarry.learning.search.ParameterGrid;
import org.quarry.learning.search.Strategy;
import org.quarry.learning.svm.Candidate;

/**
 * What is to be trained.
 *
 * @param name the name of the model
 * @param roles what the columns are for
 * @param split which rows are held out
 * @param validation how candidates are scored
 * @param candidates the grid, in order; one candidate at least
 * @param strategy which of them are scored, and whether the search goes on to others
 * @param solver who solves each fit
 */
public record TrainingSettings(
    String name,
    Roles roles,
    Split split,
    Validation validation,
    List<Candidate> candidates,
    Strategy strategy,
    Solver solver) {
  /**
   * Makes settings.
   *
   * @throws LearningProblem.BadSettings if there is no name or no candidate
   */
  public TrainingSettings {
    candidates = List.copyOf(candidates);
    if (name.isBlank()) {
      throw new LearningProblem.BadSettings("The model has no name.", "Give it one.");
    }
    if (candidates.isEmpty()) {
      throw new LearningProblem.BadSettings(
          "The grid has no candidate.", "Give at least one C, one gamma and one kernel.");
    }
  }

  /**
   * Settings for features that are all numbers, scored by accuracy on stratified folds in the order
   * of the rows, over the whole grid.
   *
   * @param name the name of the model
   * @param features the columns to learn from
   * @param target the column to learn
   * @param split which rows are held out
   * @param folds how many folds score each candidate, at least 2
   * @param candidates the grid, in order; one candidate at least
   * @param scaleBeforeFolds whether scaling is measured before the folds
   * @throws LearningProblem.BadSettings if one of them is out of range
   */
  public TrainingSettings(
      String name,
      List<String> features,
      String target,
      Split split,
      int folds,
      List<Candidate> candidates,
      boolean scaleBeforeFolds) {
    this(
        name,
        Roles.numeric(features, target),
        split,
        Validation.of(folds, scaleBeforeFolds),
        candidates,
        Strategy.WHOLE,
        Solver.OWN);
  }

  /**
   * The notebook's settings for columns of one's own: a fifth held out by the seed 5, 3 folds, 75
   * candidates, scaling inside the folds.
   */
  public static TrainingSettings notebook(String name, List<String> features, String target) {
    return new TrainingSettings(
        name, features, target, Split.DEFAULT, 3, ParameterGrid.notebook().candidates(), false);
  }

  /** The same with another validation. */
  public TrainingSettings with(Validation other) {
    return new TrainingSettings(name, roles, split, other, candidates, strategy, solver);
  }

  /** The same with another strategy. */
  public TrainingSettings with(Strategy other) {
    return new TrainingSettings(name, roles, split, validation, candidates, other, solver);
  }

  /** The same with another solver. */
  public TrainingSettings with(Solver other) {
    return new TrainingSettings(name, roles, split, validation, candidates, strategy, other);
  }

  /** The same by another name. */
  public TrainingSettings named(String other) {
    return new TrainingSettings(other, roles, split, validation, candidates, strategy, solver);
  }

  /** The names of the columns to learn from. */
  public List<String> features() {
    return roles.features().stream().map(Feature::name).toList();
  }

  /** The column to learn. */
  public String target() {
    return roles.target();
  }

  /** How many folds there are. */
  public int folds() {
    return validation.folds();
  }

  /** Whether scaling is measured before the folds. */
  public boolean scaleBeforeFolds() {
    return validation.scaleBeforeFolds();
  }

  GridSearch.Settings search() {
    return new GridSearch.Settings(
        validation.scaleBeforeFolds()
            ? GridSearch.ScalingOrder.BEFORE_FOLDS
            : GridSearch.ScalingOrder.INSIDE_FOLDS,
        validation.metric(),
        strategy);
  }
}
