package org.quarry.learning.training;

import java.util.List;
import org.quarry.learning.svm.Candidate;

/**
 * What the whole search scores on rows that no part of it saw: the honest figure beside the best
 * mean, which is the highest of many and therefore optimistic (Varma and Simon 2006). For each fold
 * the search runs anew over the rows the fold trains on.
 *
 * @param folds the score on each fold
 * @param chosen the candidate that the search chose for each
 * @param mean the mean of the scores
 * @param std their standard deviation, of the population
 */
public record NestedScore(List<Double> folds, List<Candidate> chosen, double mean, double std) {
  /** Copies the lists. */
  public NestedScore {
    folds = List.copyOf(folds);
    chosen = List.copyOf(chosen);
  }

  static NestedScore of(List<Double> folds, List<Candidate> chosen) {
    double mean = folds.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    double variance =
        folds.stream()
            .mapToDouble(score -> (score - mean) * (score - mean))
            .average()
            .orElse(Double.NaN);
    return new NestedScore(folds, chosen, mean, Math.sqrt(variance));
  }
}
