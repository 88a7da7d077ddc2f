package org.quarry.learning.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.quarry.learning.Workers;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.DataSet;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Folds;
import org.quarry.learning.data.Kind;
import org.quarry.learning.data.Split;
import org.quarry.learning.model.Model;
import org.quarry.learning.report.DecisionGrid;
import org.quarry.learning.report.FeatureGroups;
import org.quarry.learning.report.LearningCurve;
import org.quarry.learning.report.Metric;
import org.quarry.learning.report.Occlusion;
import org.quarry.learning.report.PermutationImportance;
import org.quarry.learning.report.Predictions;
import org.quarry.learning.search.SearchData;
import org.quarry.learning.svm.Calibrator;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Machine;
import org.quarry.learning.svm.PlattScaling;
import org.quarry.learning.svm.Trainer;
import org.quarry.work.Monitor;

/**
 * What can be told of a trained model: each part is computed when it is asked for, on the calling
 * thread and the workers of the training, and can be stopped. Rows are positions among those held
 * out unless said otherwise. Features are whole: a nominal one is one feature, however many columns
 * it has. Immutable; safe for several threads.
 */
public final class ModelReport {
  private final TrainingResult result;
  private final Trainer trainer;
  private final Workers workers;
  private final long bytes;
  private final DataSet data;
  private final int[] training;
  private final int[] heldOut;

  ModelReport(TrainingResult result, Trainer trainer, Workers workers, long bytes) {
    this.result = result;
    this.trainer = trainer;
    this.workers = workers;
    this.bytes = bytes;
    this.data = result.data();
    Split.Parts parts = result.settings().split().divide(data.size());
    this.training = parts.training();
    this.heldOut = parts.heldOut();
  }

  /** What was found. */
  public TrainingResult result() {
    return result;
  }

  /** The classes, in order. */
  public List<ClassLabel> classes() {
    return data.classes();
  }

  /** The features, in order. */
  public List<Feature> features() {
    return data.roles().features();
  }

  /** How many rows were held out. */
  public int size() {
    return heldOut.length;
  }

  /** The identity of a row held out, as it was given with the rows. */
  public Object identity(int row) {
    return data.identity(heldOut[row]);
  }

  /** The raw features of a row held out; not to be changed. */
  public double[] values(int row) {
    return data.values(heldOut[row]);
  }

  /** The score that the search was about. */
  public Metric metric() {
    return result.settings().validation().metric();
  }

  /**
   * What the model says of the rows held out: classes, and of two classes the decisions.
   *
   * @throws IllegalArgumentException if none are held out
   */
  public Predictions decided(Monitor monitor) {
    return said(List.of(), monitor);
  }

  /**
   * The same with probabilities, for which machines are trained on parts of the rows for training.
   *
   * @throws org.quarry.work.Cancelled when stopped
   * @throws IllegalArgumentException if no rows are held out
   */
  public Predictions calibrated(Monitor monitor) {
    return said(scalings(monitor), monitor);
  }

  private Predictions said(List<PlattScaling> scalings, Monitor monitor) {
    double[][] decisions =
        Arrays.stream(heldOut)
            .peek(row -> monitor.checkpoint())
            .mapToObj(row -> model().decisions(data.values(row)))
            .toArray(double[][]::new);
    return FittedScore.said(classes().size(), data.labels(heldOut), decisions, scalings);
  }

  private List<PlattScaling> scalings(Monitor monitor) {
    monitor.report(0, Monitor.UNKNOWN, "Finding probabilities");
    double[][] points = model().preparation().apply(data.values(training));
    return Calibrator.calibrate(
        trainer, points, data.labels(training), classes().size(), candidate(), bytes, monitor);
  }

  /**
   * What each feature is worth on the rows held out.
   *
   * @param repeats how often each is shuffled, at least 1
   * @param seed 0 to 2³² - 1
   * @throws org.quarry.work.Cancelled when stopped
   * @throws IllegalArgumentException if no rows are held out
   */
  public PermutationImportance importance(Metric metric, int repeats, long seed, Monitor monitor) {
    List<PlattScaling> scalings =
        metric.need(classes().size()) == Metric.Need.PROBABILITIES ? scalings(monitor) : List.of();
    return new ModelImportance(model(), data.values(heldOut), data.labels(heldOut), scalings)
        .measure(metric, repeats, seed, workers, monitor);
  }

  /**
   * How the score of the best candidate grows with the rows for training, over the folds of the
   * search, scaled inside each.
   *
   * @param seed of the shuffles, 0 to 2³² - 1
   * @param shares of the rows a fold trains on, above 0, at most 1
   * @throws org.quarry.work.Cancelled when stopped
   */
  public LearningCurve learningCurve(long seed, Monitor monitor, double... shares) {
    SearchData rows = SearchData.of(data, training);
    Folds folds = result.settings().validation().divide(rows);
    List<int[]> trained = new ArrayList<>();
    List<int[]> tested = new ArrayList<>();
    for (int fold = 0; fold < folds.count(); fold++) {
      trained.add(folds.training(fold));
      tested.add(folds.test(fold));
    }
    int[] sizes = LearningCurve.sizes(trained.getFirst().length, shares);
    return LearningCurve.measure(
        trained,
        tested,
        sizes,
        seed,
        (fit, test) -> fit(rows, fit, test, monitor),
        workers,
        monitor);
  }

  private LearningCurve.Scores fit(SearchData rows, int[] fit, int[] test, Monitor monitor) {
    SearchData fitted = rows.rows(fit);
    if (Arrays.stream(fitted.labels()).distinct().count() < 2) {
      return new LearningCurve.Scores(Double.NaN, Double.NaN);
    }
    FittedScore machine =
        FittedScore.of(fitted, candidate(), metric(), trainer.refined(), bytes, monitor);
    return new LearningCurve.Scores(
        metric().figure(machine.score(fitted, monitor)),
        metric().figure(machine.score(rows.rows(test), monitor)));
  }

  /** The features that have an axis: those that are numbers or dates, with a value in some row. */
  public int[] axes() {
    return IntStream.range(0, features().size())
        .filter(feature -> features().get(feature).kind() != Kind.NOMINAL)
        .filter(feature -> known(feature, all()).length > 0)
        .toArray();
  }

  /**
   * What the model says over a plane of two features, all others typical.
   *
   * @param across a feature of {@link #axes}
   * @param up another
   * @param steps how many values of each are asked, at least 2
   * @throws org.quarry.work.Cancelled when stopped
   */
  public DecisionGrid boundary(int across, int up, int steps, Monitor monitor) {
    return DecisionGrid.measure(
        typical(),
        DecisionGrid.Axis.over(known(across, all()), across, steps),
        DecisionGrid.Axis.over(known(up, all()), up, steps),
        point -> {
          double[] decisions = model().decisions(point);
          int label = Machine.winner(classes().size(), decisions);
          return new DecisionGrid.Answer(label, favour(decisions, label));
        },
        workers,
        monitor);
  }

  /**
   * Why a row held out is predicted as it is: what each feature adds to the decision for that
   * class. Of more than two classes it is the mean decision of the class against each other one.
   */
  public Occlusion why(int row) {
    double[] point = values(row);
    int label = Machine.winner(classes().size(), model().decisions(point));
    return Occlusion.of(
        point,
        typical(),
        FeatureGroups.single(point.length),
        each -> favour(model().decisions(each), label));
  }

  /** The mean decision of the pairs with a class, its sign that of the class. */
  private double favour(double[] decisions, int label) {
    int classes = classes().size();
    double sum = 0;
    int pair = 0;
    for (int first = 0; first < classes; first++) {
      for (int second = first + 1; second < classes; second++) {
        double decision = decisions[pair++];
        sum += second == label ? decision : first == label ? -decision : 0;
      }
    }
    return sum / (classes - 1);
  }

  /** The mean or the most frequent value of each feature among the rows for training. */
  public double[] typical() {
    double[] typical = new double[features().size()];
    for (int feature = 0; feature < typical.length; feature++) {
      int column = feature;
      double[][] values =
          Arrays.stream(known(feature, training))
              .map(point -> new double[] {point[column]})
              .toArray(double[][]::new);
      boolean nominal = features().get(feature).kind() == Kind.NOMINAL;
      typical[feature] =
          values.length == 0
              ? Double.NaN
              : Occlusion.typical(values, FeatureGroups.single(1), each -> nominal)[0];
    }
    return typical;
  }

  /** The raw features of those of some rows that are not missing a feature. */
  private double[][] known(int feature, int[] rows) {
    return Arrays.stream(rows)
        .mapToObj(data::values)
        .filter(values -> !Double.isNaN(values[feature]))
        .toArray(double[][]::new);
  }

  private int[] all() {
    return IntStream.range(0, data.size()).toArray();
  }

  private Model model() {
    return result.model();
  }

  private Candidate candidate() {
    return result.best().candidate();
  }
}
