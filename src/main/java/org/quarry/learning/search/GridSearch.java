package org.quarry.learning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quarry.learning.Workers;
import org.quarry.learning.data.Folds;
import org.quarry.learning.report.Metric;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.RowPool;
import org.quarry.learning.svm.Trainer;
import org.quarry.work.Monitor;

/**
 * Scores the candidates of a grid on each fold, as scikit-learn's {@code GridSearchCV} does.
 * Candidates that are the same problem are fitted once. {@link Workers} share out chains: a kernel
 * on a fold, from the least C to the largest. A {@link Strategy} may leave candidates behind or go
 * on to others.
 */
public final class GridSearch {
  /** How many times a grid grows at most, and how finely it is looked at in the end. */
  private static final int MOST_GROWTHS = 6;

  private static final double[] FINER = {0.5, 0.25};

  /** Successive halving keeps one of so many, on so many times the rows. */
  private static final int KEPT = 3;

  private static final int LEAST_ROWS_OF_A_CLASS = 10;

  /** How the rows of the folds are scaled. */
  public enum ScalingOrder {
    /** Measured on the training rows of each fold: nothing is learned from a tested row. */
    INSIDE_FOLDS,
    /** Measured once on all rows, which lets the tested rows leak into the fit. */
    BEFORE_FOLDS
  }

  /**
   * How a search goes about it.
   *
   * @param order where scaling and missing values are measured
   * @param metric the score
   * @param strategy which candidates are scored
   */
  public record Settings(ScalingOrder order, Metric metric, Strategy strategy) {
    /** Inside the folds, by accuracy, the whole grid. */
    public static final Settings USUAL =
        new Settings(ScalingOrder.INSIDE_FOLDS, Metric.ACCURACY, Strategy.WHOLE);
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
   * @param data the rows for training
   * @param folds which fold tests a row
   * @param grid the candidates, one at least
   * @param settings how to go about it
   * @param store what is known from a search that was stopped, and where scores are kept
   * @param listener hears each score
   * @param monitor hears the progress and stops the search, also within a fit
   * @return a score for each candidate, in the order of the grid, those that joined behind it
   * @throws org.quarry.work.Cancelled when stopped
   * @throws org.quarry.learning.LearningProblem.NotSolved when a fit fails
   */
  public List<CandidateScore> search(
      SearchData data,
      Folds folds,
      List<Candidate> grid,
      Settings settings,
      ScoreStore store,
      ScoreListener listener,
      Monitor monitor) {
    Board board = new Board(grid, folds.count(), listener, monitor);
    Round round = new Round(data, folds, settings, store, board, monitor);
    switch (settings.strategy()) {
      case WHOLE -> round.score(board.all(), 1);
      case HALVING -> halve(round, board);
      case COARSE_TO_FINE -> {
        round.score(board.all(), 1);
        for (double part : FINER) {
          round.score(board.join(around(board, grid).between(part)), 1);
        }
      }
      case GROW -> grow(round, board);
    }
    return board.ranked();
  }

  private static Neighbourhood around(Board board, List<Candidate> grid) {
    return new Neighbourhood(grid, board.candidate(board.best(board.all()).getFirst()));
  }

  private static void grow(Round round, Board board) {
    round.score(board.all(), 1);
    for (int growth = 0; growth < MOST_GROWTHS; growth++) {
      List<Candidate> known = board.all().stream().map(board::candidate).toList();
      List<Integer> joined = board.join(around(board, known).beyond());
      if (joined.isEmpty()) {
        return;
      }
      round.score(joined, 1);
    }
  }

  private static void halve(Round round, Board board) {
    List<Integer> left = board.all();
    double least = round.leastShare();
    int rounds = 0;
    for (int many = left.size();
        many >= KEPT && Math.pow(KEPT, -rounds - 1) >= least;
        many /= KEPT) {
      rounds++;
    }
    for (; rounds > 0; rounds--) {
      double share = Math.pow(KEPT, -rounds);
      board.again(left, share);
      round.score(left, share);
      left = board.best(left).subList(0, Math.max(1, (left.size() + KEPT - 1) / KEPT));
    }
    board.again(left, 1);
    round.score(left.stream().sorted().toList(), 1);
  }

  /** Scores candidates on all folds, whose rows are prepared once for each share. */
  private final class Round {
    private final SearchData data;
    private final Folds folds;
    private final Settings settings;
    private final ScoreStore store;
    private final Board board;
    private final Monitor monitor;
    private List<FoldData> prepared = List.of();
    private double preparedShare;

    Round(
        SearchData data,
        Folds folds,
        Settings settings,
        ScoreStore store,
        Board board,
        Monitor monitor) {
      this.data = data;
      this.folds = folds;
      this.settings = settings;
      this.store = store;
      this.board = board;
      this.monitor = monitor;
    }

    void score(List<Integer> indexes, double share) {
      if (indexes.isEmpty()) {
        return;
      }
      if (prepared.isEmpty() || preparedShare != share) {
        prepared = prepare(share);
        preparedShare = share;
      }
      List<ChainTask> tasks = ChainTask.of(indexes, board::candidate, folds.count());
      ChainRun run = new ChainRun(trainer, settings.metric(), share, store, board, monitor);
      workers.forEach(
          tasks.size(), task -> run.run(tasks.get(task), prepared.get(tasks.get(task).fold())));
    }

    private List<FoldData> prepare(double share) {
      prepared = List.of();
      // Where rows are kept whole, each fold keeps some for all kernels; else only those at work
      // do.
      long whole = bytes / (folds.count() + workers.parallelism());
      boolean calibrated =
          settings.metric().need(data.classes().size()) == Metric.Need.PROBABILITIES;
      long each = bytes / workers.parallelism() / (calibrated ? 2 : 1);
      RowPool pool = new RowPool(0);
      int length = 0;
      List<FoldData> folded = new ArrayList<>();
      for (int fold = 0; fold < folds.count(); fold++) {
        monitor.checkpoint();
        int[] training = part(folds.training(fold), share);
        int[] test = folds.test(fold);
        if (training.length + test.length != length) {
          length = training.length + test.length;
          pool = new RowPool(length);
        }
        folded.add(
            new FoldData(data, training, test, settings.order(), pool, whole, each, monitor));
      }
      return folded;
    }

    /** Every so many rows of each class, so that the classes keep their proportion. */
    private int[] part(int[] rows, double share) {
      if (share == 1) {
        return rows;
      }
      double[] due = new double[data.classes().size()];
      Arrays.fill(due, 1 - share);
      return Arrays.stream(rows)
          .filter(
              row -> {
                int label = data.labels()[row];
                due[label] += share;
                if (due[label] >= 1) {
                  due[label]--;
                  return true;
                }
                return false;
              })
          .toArray();
    }

    /** The least share that leaves enough rows of the rarest class. */
    double leastShare() {
      int[] rows = new int[data.classes().size()];
      for (int row : folds.training(0)) {
        rows[data.labels()[row]]++;
      }
      int rarest = Arrays.stream(rows).filter(count -> count > 0).min().orElse(1);
      return Math.min(1, (double) LEAST_ROWS_OF_A_CLASS / rarest);
    }
  }
}
