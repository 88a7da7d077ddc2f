package org.quarry.learning.search;

import java.util.List;
import org.quarry.learning.svm.Candidate;

/**
 * What a search found for one candidate.
 *
 * @param index its place in the grid
 * @param candidate the candidate
 * @param fits what came of each fold
 * @param mean the mean of their scores, each fold counting the same
 * @param std their standard deviation, of the population
 * @param rank 1 for the highest mean; equals share the lowest of their ranks
 * @param share the share of each fold's training rows it was scored with: 1 but for candidates that
 *     successive halving left behind
 */
public record CandidateScore(
    int index,
    Candidate candidate,
    List<FoldScore> fits,
    double mean,
    double std,
    int rank,
    double share) {
  /** Copies the list. */
  public CandidateScore {
    fits = List.copyOf(fits);
  }

  /** The score on each fold. */
  public List<Double> folds() {
    return fits.stream().map(FoldScore::score).toList();
  }

  /** Whether the solver met its tolerance on every fold. */
  public boolean converged() {
    return fits.stream().allMatch(FoldScore::converged);
  }
}
