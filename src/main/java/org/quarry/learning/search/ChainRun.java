package org.quarry.learning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.report.Metric;
import org.quarry.learning.report.Predictions;
import org.quarry.learning.svm.Calibrator;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Chain;
import org.quarry.learning.svm.Machine;
import org.quarry.learning.svm.PlattScaling;
import org.quarry.learning.svm.Trainer;
import org.quarry.work.Monitor;

/**
 * The work on one {@link ChainTask}: what is known is taken over, the rest fitted and scored.
 *
 * @param trainer how machines are trained
 * @param metric the score
 * @param share the share of the fold's training rows
 * @param store what is known
 * @param board where scores land
 * @param monitor stops the work
 */
record ChainRun(
    Trainer trainer, Metric metric, double share, ScoreStore store, Board board, Monitor monitor) {
  void run(ChainTask task, FoldData fold) {
    monitor.checkpoint();
    List<ChainTask.Problem> unknown = new ArrayList<>();
    for (ChainTask.Problem problem : task.problems()) {
      FoldScore known = store.find(fitted(task, problem));
      if (known == null) {
        unknown.add(problem);
      } else {
        board.land(problem.indexes(), task.fold(), known);
      }
    }
    if (unknown.isEmpty()) {
      return;
    }
    double[] weights = task.weighting().of(fold.trainingLabels(), fold.classes());
    try (Chain chain =
            trainer.chain(
                fold.kernel(), fold.trainingLabels(), fold.classes(), task.kernel(), weights);
        Calibrator calibrator = calibrator(task, fold, weights)) {
      solve(task, unknown, fold, chain, calibrator);
    }
  }

  private @Nullable Calibrator calibrator(ChainTask task, FoldData fold, double[] weights) {
    return metric.need(fold.classes()) == Metric.Need.PROBABILITIES
        ? new Calibrator(
            trainer,
            fold.trainingPoints(),
            fold.trainingLabels(),
            fold.classes(),
            task.kernel(),
            weights,
            fold.kernel().bytes(),
            monitor)
        : null;
  }

  private void solve(
      ChainTask task,
      List<ChainTask.Problem> problems,
      FoldData fold,
      Chain chain,
      @Nullable Calibrator calibrator) {
    for (ChainTask.Problem problem : problems) {
      long began = System.nanoTime();
      board.begin(problem.indexes(), task.fold());
      try {
        Chain.Fit fit = chain.fit(problem.c(), monitor);
        Predictions predictions = predictions(chain, fold, problem, calibrator);
        double score = metric.score(predictions);
        FoldScore landed =
            new FoldScore(
                score,
                confusion(predictions, fold.classes()),
                System.nanoTime() - began,
                fit.converged(),
                fit.gap());
        store.keep(fitted(task, problem), landed);
        board.land(problem.indexes(), task.fold(), landed);
      } catch (LearningProblem.NotSolved failed) {
        // Named by the candidate as it was given, not by the problem that it comes to.
        String candidate = board.candidate(problem.indexes().getFirst()).text();
        throw new LearningProblem.NotSolved(candidate, failed.why(), failed);
      }
    }
  }

  private ScoreStore.Fitted fitted(ChainTask task, ChainTask.Problem problem) {
    Candidate candidate = board.candidate(problem.indexes().getFirst());
    String text =
        candidate.problemKernel() + " C=" + problem.c() + " " + candidate.weighting().text();
    return new ScoreStore.Fitted(text, task.fold(), share);
  }

  private Predictions predictions(
      Chain chain, FoldData fold, ChainTask.Problem problem, @Nullable Calibrator calibrator) {
    int[] actual = fold.testLabels();
    int[] predicted = new int[actual.length];
    double[][] decisions = new double[actual.length][];
    for (int i = 0; i < actual.length; i++) {
      monitor.checkpoint();
      decisions[i] = chain.decisions(fold.kernel().trainings() + i);
      predicted[i] = Machine.winner(fold.classes(), decisions[i]);
    }
    Predictions predictions = Predictions.of(fold.classes(), actual, predicted);
    if (calibrator != null) {
      List<PlattScaling> scalings = calibrator.fit(problem.c(), monitor);
      return predictions.withProbabilities(
          Arrays.stream(decisions)
              .map(row -> Calibrator.probabilities(fold.classes(), scalings, row))
              .toArray(double[][]::new));
    }
    return metric.need(fold.classes()) == Metric.Need.DECISIONS
        ? predictions.withDecisions(Arrays.stream(decisions).mapToDouble(row -> row[0]).toArray())
        : predictions;
  }

  private static List<List<Integer>> confusion(Predictions predictions, int classes) {
    Integer[][] counts = new Integer[classes][classes];
    for (Integer[] row : counts) {
      Arrays.fill(row, 0);
    }
    int[] actual = predictions.actual();
    int[] predicted = predictions.predicted();
    for (int i = 0; i < actual.length; i++) {
      counts[actual[i]][predicted[i]]++;
    }
    return Arrays.stream(counts).map(List::of).toList();
  }
}
