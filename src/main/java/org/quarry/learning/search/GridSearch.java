package org.quarry.learning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.Workers;
import org.quarry.learning.data.Scaling;
import org.quarry.learning.data.StratifiedFolds;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Machine;
import org.quarry.learning.svm.Trainer;
import org.quarry.work.Monitor;

/**
 * Scores every candidate of a grid by its accuracy on each fold, as scikit-learn's {@code
 * GridSearchCV} does. Candidates that are the same problem are fitted once. The fits are shared out
 * by {@link Workers}, those with the largest C, which take longest, first.
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

  public GridSearch(Trainer trainer, Workers workers) {
    this.trainer = trainer;
    this.workers = workers;
  }

  /** One problem of the grid and the places of the candidates that pose it. */
  private record Shared(Candidate candidate, List<Integer> indexes) {}

  /** A fold's points, scaled. */
  private static final class Fold {
    private final double[][] training;
    private final int[] trainingLabels;
    private final double[][] test;
    private final int[] testLabels;

    Fold(double[][] points, int[] labels, StratifiedFolds folds, int fold, ScalingOrder order) {
      int[] trainingRows = folds.training(fold);
      int[] testRows = folds.test(fold);
      double[][] raw = pick(points, trainingRows);
      Scaling scaling = Scaling.measure(order == ScalingOrder.BEFORE_FOLDS ? points : raw);
      training = scaling.apply(raw);
      test = scaling.apply(pick(points, testRows));
      trainingLabels = Arrays.stream(trainingRows).map(row -> labels[row]).toArray();
      testLabels = Arrays.stream(testRows).map(row -> labels[row]).toArray();
    }

    private static double[][] pick(double[][] points, int[] rows) {
      return Arrays.stream(rows).mapToObj(row -> points[row]).toArray(double[][]::new);
    }

    double accuracy(Trainer trainer, int classes, Candidate candidate, Monitor monitor) {
      Machine machine = trainer.train(training, trainingLabels, classes, candidate, monitor);
      int right = 0;
      for (int i = 0; i < test.length; i++) {
        monitor.checkpoint();
        if (machine.predict(test[i]) == testLabels[i]) {
          right++;
        }
      }
      return (double) right / test.length;
    }
  }

  /**
   * Searches. Progress counts candidates × folds.
   *
   * @param points the rows for training, unscaled
   * @param labels the class of each, 0 to classes - 1
   * @param classes how many classes there are
   * @param folds the fold of each row
   * @param candidates the grid, one candidate at least
   * @param order how folds are scaled
   * @param listener hears each score
   * @param monitor hears the progress and stops the search, also within a fit
   * @return a score for each candidate, in the order of the grid
   * @throws org.quarry.work.Cancelled when stopped
   * @throws LearningProblem.NotSolved when a fit fails
   */
  public List<CandidateScore> search(
      double[][] points,
      int[] labels,
      int classes,
      StratifiedFolds folds,
      List<Candidate> candidates,
      ScalingOrder order,
      ScoreListener listener,
      Monitor monitor) {
    int count = folds.count();
    List<Fold> parts = new ArrayList<>();
    for (int fold = 0; fold < count; fold++) {
      parts.add(new Fold(points, labels, folds, fold, order));
    }
    List<Shared> problems = problems(candidates);
    long total = (long) candidates.size() * count;
    double[][] scores = new double[candidates.size()][count];
    long[] done = new long[1];
    Object landing = new Object();
    monitor.report(0, total, "Fitting candidates");
    workers.forEach(
        problems.size() * count,
        task -> {
          Shared problem = problems.get(task / count);
          int fold = task % count;
          monitor.checkpoint();
          double accuracy =
              parts.get(fold).accuracy(trainer, classes, problem.candidate(), monitor);
          synchronized (landing) {
            for (int index : problem.indexes()) {
              scores[index][fold] = accuracy;
              listener.scored(index, candidates.get(index), fold, accuracy);
            }
            done[0] += problem.indexes().size();
            monitor.report(done[0], total, "");
          }
        });
    return ranked(candidates, scores);
  }

  /** The distinct problems, the largest C first. */
  private static List<Shared> problems(List<Candidate> candidates) {
    Map<Object, Shared> problems = new LinkedHashMap<>();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      problems
          .computeIfAbsent(candidate.problem(), key -> new Shared(candidate, new ArrayList<>()))
          .indexes()
          .add(i);
    }
    return problems.values().stream()
        .sorted(Comparator.comparingDouble((Shared shared) -> -shared.candidate().c()))
        .toList();
  }

  private static List<CandidateScore> ranked(List<Candidate> candidates, double[][] scores) {
    double[] means = Arrays.stream(scores).mapToDouble(GridSearch::mean).toArray();
    List<CandidateScore> ranked = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      double mean = means[i];
      double[] squares = Arrays.stream(scores[i]).map(s -> (s - mean) * (s - mean)).toArray();
      int rank = 1 + (int) Arrays.stream(means).filter(other -> other > mean).count();
      List<Double> folds = Arrays.stream(scores[i]).boxed().toList();
      ranked.add(
          new CandidateScore(i, candidates.get(i), folds, mean, Math.sqrt(mean(squares)), rank));
    }
    return ranked;
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
