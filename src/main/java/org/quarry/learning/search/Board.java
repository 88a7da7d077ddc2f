package org.quarry.learning.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.svm.Candidate;
import org.quarry.work.Monitor;

/** The candidates of a search and their scores as they land. Safe for several threads. */
final class Board {
  private final int folds;
  private final ScoreListener listener;
  private final Monitor monitor;
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<List<@Nullable FoldScore>> scores = new ArrayList<>();
  private final List<Double> shares = new ArrayList<>();
  private long total;
  private long done;

  Board(List<Candidate> grid, int folds, ScoreListener listener, Monitor monitor) {
    this.folds = folds;
    this.listener = listener;
    this.monitor = monitor;
    enter(grid);
    monitor.report(0, total, "Fitting candidates");
  }

  private void enter(List<Candidate> more) {
    for (Candidate candidate : more) {
      candidates.add(candidate);
      scores.add(new ArrayList<>(Collections.nCopies(folds, null)));
      shares.add(1.0);
    }
    total += (long) more.size() * folds;
  }

  /** Takes candidates in that are not there yet; returns the places of those. */
  synchronized List<Integer> join(List<Candidate> more) {
    List<Candidate> fresh =
        more.stream().distinct().filter(candidate -> !candidates.contains(candidate)).toList();
    int first = candidates.size();
    if (!fresh.isEmpty()) {
      enter(fresh);
      listener.joined(first, fresh);
      monitor.report(done, total, "");
    }
    List<Integer> places = new ArrayList<>();
    for (int i = first; i < candidates.size(); i++) {
      places.add(i);
    }
    return places;
  }

  /** The places of all candidates. */
  synchronized List<Integer> all() {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      places.add(i);
    }
    return places;
  }

  synchronized Candidate candidate(int index) {
    return candidates.get(index);
  }

  /** Candidates are to be scored again, on a larger share of the rows. */
  synchronized void again(List<Integer> indexes, double share) {
    for (int index : indexes) {
      if (scores.get(index).stream().anyMatch(score -> score != null)) {
        total += folds;
      }
      shares.set(index, share);
    }
    monitor.report(done, total, "");
  }

  synchronized void begin(List<Integer> indexes, int fold) {
    indexes.forEach(index -> listener.begun(index, fold));
  }

  synchronized void land(List<Integer> indexes, int fold, FoldScore score) {
    for (int index : indexes) {
      scores.get(index).set(fold, score);
      listener.scored(index, candidates.get(index), fold, score);
    }
    done += indexes.size();
    monitor.report(done, total, "");
  }

  /** The places of some candidates, the best first; of equals the first. */
  synchronized List<Integer> best(List<Integer> among) {
    double[] means = new double[candidates.size()];
    for (int index : among) {
      means[index] = mean(index);
    }
    return among.stream().sorted((one, other) -> Double.compare(means[other], means[one])).toList();
  }

  private double mean(int index) {
    return mean(landed(index).stream().mapToDouble(FoldScore::score).toArray());
  }

  private List<FoldScore> landed(int index) {
    List<FoldScore> fits = new ArrayList<>();
    for (FoldScore score : scores.get(index)) {
      if (score == null) {
        throw new IllegalStateException("a fold of candidate " + index + " was not scored");
      }
      fits.add(score);
    }
    return fits;
  }

  /** A score for each candidate; those scored on more rows rank before those on fewer. */
  synchronized List<CandidateScore> ranked() {
    double[] means = new double[candidates.size()];
    for (int i = 0; i < means.length; i++) {
      means[i] = mean(i);
    }
    List<CandidateScore> ranked = new ArrayList<>();
    for (int i = 0; i < means.length; i++) {
      double mean = means[i];
      double share = shares.get(i);
      int rank = 1;
      for (int other = 0; other < means.length; other++) {
        int by = Double.compare(shares.get(other), share);
        rank += by > 0 || (by == 0 && ahead(means[other], mean)) ? 1 : 0;
      }
      List<FoldScore> fits = landed(i);
      double[] squares =
          fits.stream().mapToDouble(fit -> (fit.score() - mean) * (fit.score() - mean)).toArray();
      double std = Math.sqrt(mean(squares));
      ranked.add(new CandidateScore(i, candidates.get(i), fits, mean, std, rank, share));
    }
    return ranked;
  }

  /** A score that is not a number is behind all others. */
  private static boolean ahead(double one, double other) {
    return one > other || (Double.isNaN(other) && !Double.isNaN(one));
  }

  /** Summed in order, so that equal folds in equal order tie exactly as in scikit-learn. */
  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
