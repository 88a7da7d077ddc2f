package org.quarry.learning.training;

import java.util.List;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.data.Split;
import org.quarry.learning.search.ParameterGrid;
import org.quarry.learning.svm.Candidate;

/**
 * What is to be trained.
 *
 * @param name the name of the model
 * @param features the columns to learn from
 * @param target the column to learn
 * @param split which rows are held out
 * @param folds how many folds score each candidate, at least 2
 * @param candidates the grid, in order; one candidate at least
 * @param scaleBeforeFolds whether scaling is measured on all training rows before the folds, as the
 *     notebook does; the scores are then optimistic. False measures it inside each fold
 */
public record TrainingSettings(
    String name,
    List<String> features,
    String target,
    Split split,
    int folds,
    List<Candidate> candidates,
    boolean scaleBeforeFolds) {
  /**
   * Makes settings.
   *
   * @throws LearningProblem.BadSettings if there is no name or no candidate
   */
  public TrainingSettings {
    features = List.copyOf(features);
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
   * The notebook's settings for columns of one's own: a fifth held out by the seed 5, 3 folds, 75
   * candidates, scaling inside the folds.
   */
  public static TrainingSettings notebook(String name, List<String> features, String target) {
    return new TrainingSettings(
        name, features, target, Split.DEFAULT, 3, ParameterGrid.notebook().candidates(), false);
  }
}
