package org.quarry.learning.search;

import java.util.List;
import org.quarry.learning.svm.Candidate;

/**
 * What a search found for one candidate.
 *
 * @param index its place in the grid
 * @param candidate the candidate
 * @param folds the accuracy on each fold, 0 to 1
 * @param mean their mean, each fold counting the same
 * @param std their standard deviation, of the population
 * @param rank 1 for the highest mean; equals share the lowest of their ranks
 */
public record CandidateScore(
    int index, Candidate candidate, List<Double> folds, double mean, double std, int rank) {
  /** Copies the list. */
  public CandidateScore {
    folds = List.copyOf(folds);
  }
}
