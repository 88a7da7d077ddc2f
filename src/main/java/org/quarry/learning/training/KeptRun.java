package org.quarry.learning.training;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.report.Report;
import org.quarry.learning.svm.Candidate;

/**
 * A training as the list of runs keeps it: what was asked, and the figures it came to.
 *
 * @param id names it among the runs of its database
 * @param began when it began
 * @param source the table, view or query it learned from
 * @param command the command that does the same again
 * @param settings what was asked
 * @param found what it found
 */
public record KeptRun(
    String id,
    Instant began,
    RunSource source,
    String command,
    TrainingSettings settings,
    Found found) {
  /**
   * What a training found.
   *
   * @param rows how many rows were used, held out or not
   * @param trainingRows how many were trained on
   * @param scoredOn names the folds and the score, as {@link TrainingResult#scoredOn}
   * @param candidates the figures of each candidate, those asked for first
   * @param best the first of rank 1
   * @param folds its score on each fold
   * @param nested what the whole search scores, or null when that was not asked
   * @param holdOut the report on the rows held out, or null when none were
   * @param vectors how many support vectors the model has
   * @param searchSeconds how long the search took
   * @param totalSeconds how long all took
   */
  public record Found(
      int rows,
      int trainingRows,
      String scoredOn,
      List<Scored> candidates,
      Scored best,
      List<Double> folds,
      @Nullable NestedScore nested,
      @Nullable Report holdOut,
      int vectors,
      double searchSeconds,
      double totalSeconds) {
    /** Copies the lists. */
    public Found {
      candidates = List.copyOf(candidates);
      folds = List.copyOf(folds);
    }

    /** The figures of a result. */
    public static Found of(TrainingResult result) {
      return new Found(
          result.rows(),
          result.model().origin().trainingRows(),
          result.scoredOn(),
          result.candidates().stream()
              .map(each -> new Scored(each.candidate(), each.mean(), each.std(), each.share()))
              .toList(),
          new Scored(
              result.best().candidate(),
              result.best().mean(),
              result.best().std(),
              result.best().share()),
          result.best().folds(),
          result.nested(),
          result.holdOut(),
          result.model().vectors(),
          result.searchSeconds(),
          result.totalSeconds());
    }
  }

  /**
   * The figures of a candidate.
   *
   * @param candidate the candidate
   * @param mean the mean of its scores, the higher the better; NaN where one is undefined
   * @param std their standard deviation
   * @param share the share of the rows it was scored with
   */
  public record Scored(Candidate candidate, double mean, double std, double share) {}
}
