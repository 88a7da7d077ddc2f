package org.quarry.ui.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.quarry.learning.search.FoldScore;
import org.quarry.learning.search.ScoreListener;
import org.quarry.learning.svm.Candidate;

/** Takes scores from the threads that fit and gives rows to the one that shows them. */
final class ScoreBoard implements ScoreListener {
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<List<Optional<FoldScore>>> scores = new ArrayList<>();
  private final List<Integer> underWay = new ArrayList<>();
  private final int folds;
  private final Runnable changed;
  private int done;
  private int again;

  /** {@code changed} is told of each score and each beginning, on the thread that made it. */
  ScoreBoard(List<Candidate> candidates, int folds, Runnable changed) {
    this.folds = folds;
    this.changed = changed;
    enter(candidates);
  }

  private void enter(List<Candidate> more) {
    for (Candidate candidate : more) {
      candidates.add(candidate);
      underWay.add(0);
      scores.add(new ArrayList<>(Collections.nCopies(folds, Optional.empty())));
    }
  }

  @Override
  public void joined(int first, List<Candidate> more) {
    synchronized (this) {
      enter(more);
    }
    changed.run();
  }

  @Override
  public void begun(int index, int fold) {
    synchronized (this) {
      underWay.set(index, underWay.get(index) + 1);
    }
    changed.run();
  }

  @Override
  public void scored(int index, Candidate candidate, int fold, FoldScore score) {
    synchronized (this) {
      again += scores.get(index).set(fold, Optional.of(score)).isPresent() ? 1 : 0;
      // What is known from a search that was stopped lands without a fit.
      underWay.set(index, Math.max(0, underWay.get(index) - 1));
      done++;
    }
    changed.run();
  }

  /** How many scores there are. */
  synchronized int done() {
    return done;
  }

  /** How many scores there will be by what is known; more once candidates join. */
  synchronized int total() {
    return candidates.size() * folds + again;
  }

  /** A row for each candidate in the order of the grid. */
  List<ScoreRow> rows() {
    List<ScoreRow> rows = new ArrayList<>();
    synchronized (this) {
      for (int i = 0; i < scores.size(); i++) {
        rows.add(ScoreRow.of(i, candidates.get(i), scores.get(i), underWay.get(i) > 0));
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
