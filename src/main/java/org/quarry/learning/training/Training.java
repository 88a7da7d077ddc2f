package org.quarry.learning.training;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.WekaHome;
import org.quarry.learning.Workers;
import org.quarry.learning.data.DataSet;
import org.quarry.learning.data.Folds;
import org.quarry.learning.data.Preparation;
import org.quarry.learning.data.Rows;
import org.quarry.learning.data.Split;
import org.quarry.learning.data.TrainingHash;
import org.quarry.learning.model.Model;
import org.quarry.learning.report.Report;
import org.quarry.learning.search.CandidateScore;
import org.quarry.learning.search.GridSearch;
import org.quarry.learning.search.ScoreListener;
import org.quarry.learning.search.ScoreStore;
import org.quarry.learning.search.SearchData;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.DualTrainer;
import org.quarry.learning.svm.Machine;
import org.quarry.learning.svm.SmoTrainer;
import org.quarry.learning.svm.Trainer;
import org.quarry.work.Monitor;

/**
 * The whole of a training: data set, hold-out, folds, search, a machine trained with the best
 * candidate on all rows not held out, the report on those held out, the model. Safe for use by
 * several threads.
 */
public final class Training {
  private final Map<Solver, Trainer> trainers;
  private final Workers workers;
  private final InstantSource clock;
  private final SearchStores stores;
  private final long bytes;

  /**
   * Makes the way to train.
   *
   * @param home where Weka may write, for its stock SMO
   * @param workers who shares the fits
   * @param clock dates the models
   */
  public Training(WekaHome home, Workers workers, InstantSource clock) {
    this(home, workers, clock, SearchStores.NONE);
  }

  /**
   * Makes the way to train, with memory.
   *
   * @param home where Weka may write, for its stock SMO
   * @param workers who shares the fits
   * @param clock dates the models
   * @param stores where scores are kept, for a search that was stopped to go on
   */
  public Training(WekaHome home, Workers workers, InstantSource clock, SearchStores stores) {
    this.stores = stores;
    this.trainers =
        Map.of(
            Solver.OWN,
            new DualTrainer(),
            Solver.STOCK,
            new SmoTrainer(home, DualTrainer.TOLERANCE));
    this.workers = workers;
    this.clock = clock;
    this.bytes = MemoryBudget.usual();
  }

  /**
   * Trains.
   *
   * @param rows the rows of the table; those without a target or lacking a feature are left out and
   *     counted
   * @param settings what is to be trained
   * @param listener hears each score as it lands
   * @param monitor hears the progress, counted in candidates × folds, and stops the training
   * @return what was found
   * @throws LearningProblem if the rows or the settings do not allow it
   * @throws org.quarry.work.Cancelled when stopped; no model is made, but what was scored is kept
   *     where there is a store
   */
  public TrainingResult run(
      Rows rows, TrainingSettings settings, ScoreListener listener, Monitor monitor) {
    long started = System.nanoTime();
    DataSet data = DataSet.of(rows, settings.roles());
    Split.Parts parts = settings.split().divide(data.size());
    int[] training = parts.training();
    SearchData searched = SearchData.of(data, training);
    requireTwoClasses(data, searched.labels());
    Folds folds = settings.validation().divide(searched);
    Trainer trainer = Objects.requireNonNull(trainers.get(settings.solver()));
    GridSearch search = new GridSearch(trainer, workers, bytes);
    long searching = System.nanoTime();
    List<CandidateScore> scores;
    try (ScoreStore.Kept store = stores.of(settings, TrainingHash.of(data, training))) {
      scores =
          search.search(
              searched, folds, settings.candidates(), settings.search(), store, listener, monitor);
    }
    double searchSeconds = seconds(searching);
    CandidateScore best = best(scores);
    NestedScore nested =
        settings.validation().nested()
            ? new NestedSearch(search, trainer, bytes).run(searched, folds, settings, monitor)
            : null;
    long fits = (long) scores.size() * folds.count();
    monitor.report(fits, fits, "Training the best candidate");
    Preparation preparation = Preparation.measure(searched.features(), searched.points());
    double[][] points = preparation.apply(searched.points());
    int classes = data.classes().size();
    LastFit last =
        LastFit.of(
            trainer, points, searched.labels(), classes, best.candidate(), workers, bytes, monitor);
    Machine machine = last.machine();
    int[] held = parts.heldOut();
    int[] actual = data.labels(held);
    int[] predicted =
        Arrays.stream(held)
            .peek(row -> monitor.checkpoint())
            .map(row -> machine.predict(preparation.apply(data.values(row))))
            .toArray();
    Report report = held.length == 0 ? null : Report.of(data.classes(), actual, predicted);
    Model model =
        new Model(
            origin(data, settings, training, best, report),
            preparation,
            machine,
            last.calibration());
    return new TrainingResult(
        settings,
        scores,
        best,
        nested,
        report,
        heldOut(data, held, actual, predicted),
        model,
        data.size(),
        data.unlabelled(),
        data.incomplete(),
        searchSeconds,
        seconds(started),
        data,
        scoredOn(settings.validation(), data, training));
  }

  private static String scoredOn(Validation validation, DataSet data, int[] training) {
    return "%s %d × %d, seed %d, %s, %s"
        .formatted(
            validation.kind(),
            validation.repeats(),
            validation.folds(),
            validation.seed(),
            validation.metric(),
            TrainingHash.ofFolds(data, training));
  }

  /**
   * About how long {@link #run} would take on this machine, in seconds; measured, so it takes a
   * while itself.
   *
   * @param sample some of the rows, about {@link TrainingCost#SAMPLE}
   * @param rows how many rows would be trained on, those held out not counted
   * @param settings what is to be trained
   * @param monitor stops the work
   * @throws LearningProblem if the rows or the settings do not allow it
   * @throws org.quarry.work.Cancelled when stopped
   */
  public double expectedSeconds(
      Rows sample, long rows, TrainingSettings settings, Monitor monitor) {
    DataSet data = DataSet.of(sample, settings.roles());
    SearchData searched = SearchData.of(data, IntStream.range(0, data.size()).toArray());
    requireTwoClasses(data, searched.labels());
    Trainer trainer = Objects.requireNonNull(trainers.get(settings.solver()));
    return new TrainingCost(settings, trainer, workers, bytes).seconds(searched, rows, monitor);
  }

  /** The list of the runs of a database. */
  public KeptRuns runs(Path database) {
    return stores.runs(database);
  }

  /** What can be told of a training beyond its scores; nothing is computed yet. */
  public ModelReport report(TrainingResult result) {
    Trainer trainer = Objects.requireNonNull(trainers.get(result.settings().solver()));
    return new ModelReport(result, trainer, workers, bytes);
  }

  /**
   * Trains a candidate by our solver and by Weka's stock SMO and compares them.
   *
   * @param rows the rows
   * @param settings what was trained: roles and split
   * @param candidate the candidate
   * @param monitor stops the work
   * @throws LearningProblem if the rows or the settings do not allow it
   */
  public StockComparison compareWithStock(
      Rows rows, TrainingSettings settings, Candidate candidate, Monitor monitor) {
    return compareWithStock(
        DataSet.of(rows, settings.roles()), settings.split(), candidate, monitor);
  }

  /**
   * Trains the best candidate of a training by our solver and by Weka's stock SMO, on the very rows
   * of the training, whatever became of the table, and compares them.
   *
   * @param result what the training found
   * @param monitor hears the progress and stops the work
   * @throws org.quarry.work.Cancelled when stopped
   */
  public StockComparison compareWithStock(TrainingResult result, Monitor monitor) {
    return compareWithStock(
        result.data(), result.settings().split(), result.best().candidate(), monitor);
  }

  private StockComparison compareWithStock(
      DataSet data, Split split, Candidate candidate, Monitor monitor) {
    Split.Parts parts = split.divide(data.size());
    SearchData searched = SearchData.of(data, parts.training());
    requireTwoClasses(data, searched.labels());
    Preparation preparation = Preparation.measure(searched.features(), searched.points());
    double[][] points = preparation.apply(searched.points());
    monitor.report(0, 2, "Training by Quarry's solver");
    long began = System.nanoTime();
    Machine own = machine(Solver.OWN, points, searched, candidate, monitor);
    double ownSeconds = seconds(began);
    monitor.report(1, 2, "Training by Weka's SMO");
    began = System.nanoTime();
    Machine stock = machine(Solver.STOCK, points, searched, candidate, monitor);
    double stockSeconds = seconds(began);
    boolean held = parts.heldOut().length > 0;
    return new StockComparison(
        StockComparison.rows(
            data, held ? parts.heldOut() : parts.training(), preparation, own, stock),
        held,
        own.vectors(),
        stock.vectors(),
        ownSeconds,
        stockSeconds);
  }

  private Machine machine(
      Solver solver, double[][] points, SearchData data, Candidate candidate, Monitor monitor) {
    return Objects.requireNonNull(trainers.get(solver))
        .refined()
        .train(points, data.labels(), data.classes().size(), candidate, bytes, monitor)
        .machine();
  }

  /** The first of the candidates that rank first. */
  static CandidateScore best(List<CandidateScore> scores) {
    return scores.stream().filter(score -> score.rank() == 1).findFirst().orElseThrow();
  }

  private Model.Origin origin(
      DataSet data,
      TrainingSettings settings,
      int[] training,
      CandidateScore best,
      @Nullable Report report) {
    return new Model.Origin(
        settings.name(),
        clock.instant(),
        data.features(),
        data.target(),
        data.roles().group(),
        data.classes(),
        best.candidate(),
        best.mean(),
        settings.validation().metric(),
        settings.folds(),
        settings.scaleBeforeFolds(),
        settings.split(),
        report,
        training.length,
        TrainingHash.of(data, training));
  }

  private static List<TrainingResult.HeldOut> heldOut(
      DataSet data, int[] rows, int[] actual, int[] predicted) {
    List<TrainingResult.HeldOut> heldOut = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      heldOut.add(
          new TrainingResult.HeldOut(
              data.identity(rows[i]),
              data.classes().get(actual[i]),
              data.classes().get(predicted[i])));
    }
    return heldOut;
  }

  private static void requireTwoClasses(DataSet data, int[] labels) {
    Set<Integer> seen = new TreeSet<>();
    Arrays.stream(labels).forEach(seen::add);
    if (seen.size() < 2) {
      throw new LearningProblem.TooFewClasses(
          "The rows for training are all of one class.",
          "The class is “%s”; the others are all held out."
              .formatted(data.classes().get(seen.iterator().next()).text()));
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
