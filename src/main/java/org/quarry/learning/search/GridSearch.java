package org.quarry.learning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.Workers;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Folds;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Chain;
import org.quarry.learning.svm.Machine;
import org.quarry.learning.svm.RowPool;
import org.quarry.learning.svm.Trainer;
import org.quarry.work.Monitor;

/**
 * Scores every candidate of a grid on each fold, as scikit-learn's {@code GridSearchCV} does.
 * Candidates that are the same problem are fitted once. {@link Workers} share out chains: a kernel
 * on a fold, from the least C to the largest.
 */
public final class GridSearch {
  /** How the rows of the folds are scaled. */
  public enum ScalingOrder {
    /** Measured on the training rows of each fold: nothing is learned from a tested row. */
    INSIDE_FOLDS,
    /** Measured once on all rows, which lets the tested rows leak into the fit. */
    BEFORE_FOLDS
  }

  private final Trainer trainer;
  private final Workers workers;
  private final long bytes;

  /**
   * Makes a search.
   *
   * @param trainer how a machine is trained
   * @param workers who shares the fits
   * @param bytes how much memory all kernels together may take
   */
  public GridSearch(Trainer trainer, Workers workers, long bytes) {
    this.trainer = trainer;
    this.workers = workers;
    this.bytes = bytes;
  }

  /**
   * Searches. Progress counts candidates × folds.
   *
   * @param features the features
   * @param points the raw features of the rows for training
   * @param labels the class of each, 0 to classes - 1
   * @param classes how many classes there are
   * @param folds the fold of each row
   * @param candidates the grid, one candidate at least
   * @param order how folds are scaled
   * @param listener hears each score
   * @param monitor hears the progress and stops the search, also within a fit
   * @return a score for each candidate, in the order of the grid
   * @throws org.quarry.work.Cancelled when stopped
   * @throws org.quarry.learning.LearningProblem.NotSolved when a fit fails
   */
  public List<CandidateScore> search(
      List<Feature> features,
      double[][] points,
      int[] labels,
      int classes,
      Folds folds,
      List<Candidate> candidates,
      ScalingOrder order,
      ScoreListener listener,
      Monitor monitor) {
    int count = folds.count();
    long share = bytes / (count + workers.parallelism());
    RowPool pool = new RowPool(labels.length);
    List<FoldData> parts = new ArrayList<>();
    for (int fold = 0; fold < count; fold++) {
      monitor.checkpoint();
      parts.add(new FoldData(features, points, labels, classes, folds, fold, order, pool, share));
    }
    List<ChainTask> tasks = ChainTask.of(candidates, count);
    Board board = new Board(candidates, count, listener, monitor);
    workers.forEach(tasks.size(), task -> run(tasks.get(task), parts, board, monitor));
    return board.ranked();
  }

  private void run(ChainTask task, List<FoldData> folds, Board board, Monitor monitor) {
    monitor.checkpoint();
    FoldData fold = folds.get(task.fold());
    double[] weights = task.weighting().of(fold.trainingLabels(), fold.classes());
    try (Chain chain =
        trainer.chain(
            fold.kernel(), fold.trainingLabels(), fold.classes(), task.kernel(), weights)) {
      solve(task, chain, fold, board, monitor);
    }
  }

  private static void solve(
      ChainTask task, Chain chain, FoldData fold, Board board, Monitor monitor) {
    long began = System.nanoTime();
    for (ChainTask.Problem problem : task.problems()) {
      Chain.Fit fit = fit(chain, problem, board, monitor);
      List<List<Integer>> confusion = confusion(chain, fold, monitor);
      long ended = System.nanoTime();
      int right = 0;
      for (int i = 0; i < fold.classes(); i++) {
        right += confusion.get(i).get(i);
      }
      double accuracy = (double) right / fold.testLabels().length;
      board.land(
          problem.indexes(),
          task.fold(),
          new FoldScore(accuracy, confusion, ended - began, fit.converged(), fit.gap()));
      began = ended;
    }
  }

  /** A problem that cannot be solved is named by the candidate, not by what it comes to. */
  private static Chain.Fit fit(
      Chain chain, ChainTask.Problem problem, Board board, Monitor monitor) {
    try {
      return chain.fit(problem.c(), monitor);
    } catch (LearningProblem.NotSolved failed) {
      String candidate = board.candidates.get(problem.indexes().getFirst()).text();
      throw new LearningProblem.NotSolved(candidate, failed.why(), failed);
    }
  }

  private static List<List<Integer>> confusion(Chain chain, FoldData fold, Monitor monitor) {
    int[] actual = fold.testLabels();
    Integer[][] counts = new Integer[fold.classes()][fold.classes()];
    for (Integer[] row : counts) {
      Arrays.fill(row, 0);
    }
    for (int i = 0; i < actual.length; i++) {
      monitor.checkpoint();
      double[] decisions = chain.decisions(fold.kernel().trainings() + i);
      counts[actual[i]][Machine.winner(fold.classes(), decisions)]++;
    }
    return Arrays.stream(counts).map(List::of).toList();
  }

  /** The scores as they land. */
  private static final class Board {
    private final List<Candidate> candidates;
    private final ScoreListener listener;
    private final Monitor monitor;
    private final @Nullable FoldScore[][] scores;
    private final long total;
    private long done;

    Board(List<Candidate> candidates, int folds, ScoreListener listener, Monitor monitor) {
      this.candidates = candidates;
      this.listener = listener;
      this.monitor = monitor;
      this.scores = new FoldScore[candidates.size()][folds];
      this.total = (long) candidates.size() * folds;
      monitor.report(0, total, "Fitting candidates");
    }

    synchronized void land(List<Integer> indexes, int fold, FoldScore score) {
      for (int index : indexes) {
        scores[index][fold] = score;
        listener.scored(index, candidates.get(index), fold, score);
      }
      done += indexes.size();
      monitor.report(done, total, "");
    }

    synchronized List<CandidateScore> ranked() {
      double[] means =
          Arrays.stream(scores)
              .mapToDouble(row -> mean(Arrays.stream(row).mapToDouble(Board::score).toArray()))
              .toArray();
      List<CandidateScore> ranked = new ArrayList<>();
      for (int i = 0; i < scores.length; i++) {
        double mean = means[i];
        double[] squares =
            Arrays.stream(scores[i])
                .mapToDouble(Board::score)
                .map(score -> (score - mean) * (score - mean))
                .toArray();
        int rank = 1 + (int) Arrays.stream(means).filter(other -> other > mean).count();
        List<FoldScore> fits = new ArrayList<>();
        for (FoldScore fit : scores[i]) {
          fits.add(landed(fit));
        }
        ranked.add(
            new CandidateScore(i, candidates.get(i), fits, mean, Math.sqrt(mean(squares)), rank));
      }
      return ranked;
    }

    private static double score(@Nullable FoldScore fit) {
      return landed(fit).score();
    }

    private static FoldScore landed(@Nullable FoldScore fit) {
      if (fit == null) {
        throw new IllegalStateException("a fold was not scored");
      }
      return fit;
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
}
