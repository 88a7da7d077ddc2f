package org.quarry.learning.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quarry.learning.data.Folds;
import org.quarry.learning.data.Preparation;
import org.quarry.learning.report.Metric;
import org.quarry.learning.report.Predictions;
import org.quarry.learning.search.GridSearch;
import org.quarry.learning.search.ScoreListener;
import org.quarry.learning.search.ScoreStore;
import org.quarry.learning.search.SearchData;
import org.quarry.learning.svm.Calibrator;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Machine;
import org.quarry.learning.svm.PlattScaling;
import org.quarry.learning.svm.Trainer;
import org.quarry.work.Monitor;

/** Validates a whole search: for each fold it runs anew over the rows that the fold trains on. */
final class NestedSearch {
  private final GridSearch search;
  private final Trainer trainer;
  private final long bytes;

  NestedSearch(GridSearch search, Trainer trainer, long bytes) {
    this.search = search;
    this.trainer = trainer;
    this.bytes = bytes;
  }

  /**
   * Runs it.
   *
   * @param data the rows for training
   * @param outer the folds whose tests score the search
   * @param settings what is trained; its validation divides the rows of each fold again
   * @param monitor hears the progress of each search and stops the work
   */
  NestedScore run(SearchData data, Folds outer, TrainingSettings settings, Monitor monitor) {
    List<Double> scores = new ArrayList<>();
    List<Candidate> chosen = new ArrayList<>();
    for (int fold = 0; fold < outer.count(); fold++) {
      monitor.report(fold, outer.count(), "Validating the search");
      SearchData training = data.rows(outer.training(fold));
      Candidate best =
          Training.best(
                  search.search(
                      training,
                      settings.validation().divide(training),
                      settings.candidates(),
                      settings.search(),
                      ScoreStore.NONE,
                      ScoreListener.NONE,
                      new Silent(monitor)))
              .candidate();
      chosen.add(best);
      scores.add(score(training, data.rows(outer.test(fold)), best, settings, monitor));
    }
    return NestedScore.of(scores, chosen);
  }

  private double score(
      SearchData training,
      SearchData test,
      Candidate best,
      TrainingSettings settings,
      Monitor monitor) {
    int classes = training.classes().size();
    Preparation preparation = Preparation.measure(training.features(), training.points());
    double[][] points = preparation.apply(training.points());
    Machine machine =
        trainer.train(points, training.labels(), classes, best, bytes, monitor).machine();
    double[][] decisions =
        Arrays.stream(preparation.apply(test.points()))
            .peek(point -> monitor.checkpoint())
            .map(machine::decisions)
            .toArray(double[][]::new);
    int[] predicted =
        Arrays.stream(decisions).mapToInt(row -> Machine.winner(classes, row)).toArray();
    Predictions predictions = Predictions.of(classes, test.labels(), predicted);
    Metric metric = settings.validation().metric();
    return metric.score(
        switch (metric.need(classes)) {
          case CLASSES -> predictions;
          case DECISIONS ->
              predictions.withDecisions(
                  Arrays.stream(decisions).mapToDouble(row -> row[0]).toArray());
          case PROBABILITIES -> {
            List<PlattScaling> scalings =
                Calibrator.calibrate(
                    trainer, points, training.labels(), classes, best, bytes, monitor);
            yield predictions.withProbabilities(
                Arrays.stream(decisions)
                    .map(row -> Calibrator.probabilities(classes, scalings, row))
                    .toArray(double[][]::new));
          }
        });
  }

  /** Passes the wish to stop on, and no progress: that counts the folds. */
  private record Silent(Monitor monitor) implements Monitor {
    @Override
    public void report(long done, long total, String message) {}

    @Override
    public boolean isCancelled() {
      return monitor.isCancelled();
    }

    @Override
    public void checkpoint() {
      monitor.checkpoint();
    }

    @Override
    public Registration onCancel(Runnable action) {
      return monitor.onCancel(action);
    }
  }
}
