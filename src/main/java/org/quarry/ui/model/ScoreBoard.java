package org.quarry.ui.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.quarry.learning.search.FoldScore;
import org.quarry.learning.search.ScoreListener;
import org.quarry.learning.svm.Candidate;

/** Takes scores from the threads that fit and gives rows to the one that shows them. */
final class ScoreBoard implements ScoreListener {
  private final List<Candidate> candidates;
  private final List<List<Optional<FoldScore>>> scores = new ArrayList<>();
  private final int[] underWay;
  private final Runnable changed;
  private int done;

  /** {@code changed} is told of each score and each beginning, on the thread that made it. */
  ScoreBoard(List<Candidate> candidates, int folds, Runnable changed) {
    this.candidates = candidates;
    this.changed = changed;
    underWay = new int[candidates.size()];
    for (int i = 0; i < candidates.size(); i++) {
      List<Optional<FoldScore>> none = new ArrayList<>();
      for (int fold = 0; fold < folds; fold++) {
        none.add(Optional.empty());
      }
      scores.add(none);
    }
  }

  @Override
  public void begun(int index, int fold) {
    synchronized (this) {
      underWay[index]++;
    }
    changed.run();
  }

  @Override
  public void scored(int index, Candidate candidate, int fold, FoldScore score) {
    synchronized (this) {
      scores.get(index).set(fold, Optional.of(score));
      underWay[index]--;
      done++;
    }
    changed.run();
  }

  /** How many scores there are. */
  synchronized int done() {
    return done;
  }

  /** A row for each candidate in the order of the grid. */
  List<ScoreRow> rows() {
    List<ScoreRow> rows = new ArrayList<>();
    synchronized (this) {
      for (int i = 0; i < scores.size(); i++) {
        rows.add(ScoreRow.of(i, candidates.get(i), scores.get(i), underWay[i] > 0));
      }
    }
    double[] means =
        rows.stream().filter(ScoreRow::complete).mapToDouble(ScoreRow::mean).sorted().toArray();
    rows.replaceAll(row -> row.complete() ? row.ranked(rank(means, row.mean())) : row);
    return rows;
  }

  /** One more than the number of means above this one, in a sorted array. */
  private static int rank(double[] sorted, double mean) {
    int at = Arrays.binarySearch(sorted, mean);
    while (at + 1 < sorted.length && sorted[at + 1] == mean) {
      at++;
    }
    return sorted.length - at;
  }
}
