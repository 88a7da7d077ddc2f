package org.quarry.learning.search;

import org.quarry.learning.svm.Candidate;

/** Hears of each score of a search as it lands. */
@FunctionalInterface
public interface ScoreListener {
  /** Hears nothing. */
  ScoreListener NONE = (index, candidate, fold, score) -> {};

  /**
   * One candidate was scored on one fold. Called on the threads that fit, one call at a time; it
   * must be quick and must not throw.
   *
   * @param index the candidate's place in the grid
   * @param candidate the candidate
   * @param fold the fold that was tested
   * @param score what came of it
   */
  void scored(int index, Candidate candidate, int fold, FoldScore score);
}
