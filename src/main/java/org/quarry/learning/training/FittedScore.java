package org.quarry.learning.training;

import java.util.Arrays;
import java.util.List;
import org.quarry.learning.data.Preparation;
import org.quarry.learning.report.Metric;
import org.quarry.learning.report.Predictions;
import org.quarry.learning.search.SearchData;
import org.quarry.learning.svm.Calibrator;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Machine;
import org.quarry.learning.svm.PlattScaling;
import org.quarry.learning.svm.Trainer;
import org.quarry.work.Monitor;

/** A machine trained on some rows, to be scored on any. Probabilities are found if they count. */
final class FittedScore {
  private final Preparation preparation;
  private final Machine machine;
  private final List<PlattScaling> scalings;
  private final Metric metric;

  private FittedScore(
      Preparation preparation, Machine machine, List<PlattScaling> scalings, Metric metric) {
    this.preparation = preparation;
    this.machine = machine;
    this.scalings = scalings;
    this.metric = metric;
  }

  /**
   * Trains on rows of which two classes at least occur.
   *
   * @throws org.quarry.work.Cancelled when stopped
   */
  static FittedScore of(
      SearchData training,
      Candidate candidate,
      Metric metric,
      Trainer trainer,
      long bytes,
      Monitor monitor) {
    int classes = training.classes().size();
    Preparation preparation = Preparation.measure(training.features(), training.points());
    double[][] points = preparation.apply(training.points());
    Machine machine =
        trainer.train(points, training.labels(), classes, candidate, bytes, monitor).machine();
    List<PlattScaling> scalings =
        metric.need(classes) == Metric.Need.PROBABILITIES
            ? Calibrator.calibrate(
                trainer, points, training.labels(), classes, candidate, bytes, monitor)
            : List.of();
    return new FittedScore(preparation, machine, scalings, metric);
  }

  /** The score on some rows. */
  double score(SearchData rows, Monitor monitor) {
    int classes = machine.classes();
    double[][] decisions =
        Arrays.stream(preparation.apply(rows.points()))
            .peek(point -> monitor.checkpoint())
            .map(machine::decisions)
            .toArray(double[][]::new);
    return metric.score(said(classes, rows.labels(), decisions, scalings));
  }

  /**
   * What decisions say: the class of each row, of two classes the decision, and the probabilities
   * where they are scaled.
   *
   * @param scalings one for each pair of classes, or none
   */
  static Predictions said(
      int classes, int[] actual, double[][] decisions, List<PlattScaling> scalings) {
    int[] predicted =
        Arrays.stream(decisions).mapToInt(row -> Machine.winner(classes, row)).toArray();
    Predictions said = Predictions.of(classes, actual, predicted);
    if (classes == 2) {
      said = said.withDecisions(Arrays.stream(decisions).mapToDouble(row -> row[0]).toArray());
    }
    return scalings.isEmpty()
        ? said
        : said.withProbabilities(
            Arrays.stream(decisions)
                .map(row -> Calibrator.probabilities(classes, scalings, row))
                .toArray(double[][]::new));
  }
}
