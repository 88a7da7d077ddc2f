package org.quarry.learning.search;

import java.util.List;
import org.quarry.learning.svm.Candidate;

/** Hears of each score of a search as it lands. */
@FunctionalInterface
public interface ScoreListener {
  /** Hears nothing. */
  ScoreListener NONE = (index, candidate, fold, score) -> {};

  /**
   * Candidates join the grid, because the search went on from what it found. Called before the
   * first of them is scored, under the rules of {@link #scored}.
   *
   * @param first the place of the first of them
   * @param candidates the candidates
   */
  default void joined(int first, List<Candidate> candidates) {}

  /**
   * One candidate was scored on one fold; by successive halving again later, on more rows. Called
   * on the threads that fit, one call at a time; it must be quick and must not throw.
   *
   * @param index the candidate's place in the grid
   * @param candidate the candidate
   * @param fold the fold that was tested
   * @param score what came of it
   */
  void scored(int index, Candidate candidate, int fold, FoldScore score);

  /**
   * The fit of one candidate on one fold begins. Called as {@link #scored} is, before it; what is
   * begun when a search stops is never scored. Does nothing unless overridden.
   *
   * @param index the candidate's place in the grid
   * @param fold the fold that will be tested
   */
  default void begun(int index, int fold) {}
}
