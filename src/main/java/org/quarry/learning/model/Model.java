package org.quarry.learning.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.Preparation;
import org.quarry.learning.data.Split;
import org.quarry.learning.report.Metric;
import org.quarry.learning.report.Report;
import org.quarry.learning.svm.Calibrator;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Machine;
import org.quarry.learning.svm.PlattScaling;

/**
 * A trained classifier with everything that tells where it came from: plain data, no code. It is
 * saved as JSON, and one that was read gives bit for bit the decisions of the one that was saved.
 * Immutable.
 */
public final class Model {
  /**
   * Where a model came from and how good it was.
   *
   * @param name its name
   * @param created when it was trained
   * @param features the columns it reads, in order
   * @param target the column it learned
   * @param group the column that kept rows together in folds, or null
   * @param classes the classes it tells apart, in order
   * @param candidate the kernel and C it was trained with
   * @param score the mean score of that candidate over the folds
   * @param metric what it was scored by
   * @param folds how many folds there were
   * @param scaleBeforeFolds whether the score is optimistic because scaling saw the tested rows
   * @param split which rows were held out
   * @param holdOut the report on the rows held out, or null when none were
   * @param trainingRows how many rows it was trained on
   * @param trainingHash the SHA-256 of those rows, in hexadecimal
   */
  public record Origin(
      String name,
      Instant created,
      List<String> features,
      String target,
      @Nullable String group,
      List<ClassLabel> classes,
      Candidate candidate,
      double score,
      Metric metric,
      int folds,
      boolean scaleBeforeFolds,
      Split split,
      @Nullable Report holdOut,
      int trainingRows,
      String trainingHash) {
    /** Copies the lists. */
    public Origin {
      features = List.copyOf(features);
      classes = List.copyOf(classes);
    }
  }

  private final Origin origin;
  private final Preparation preparation;
  private final Machine machine;
  private final List<PlattScaling> calibration;

  /**
   * Makes a model.
   *
   * @param preparation the way from the raw features to the points that the machine decides
   * @param calibration the way from the decision of each pair to its probability; empty when the
   *     model tells no probabilities
   * @throws IllegalArgumentException if there is neither none nor one for each pair
   */
  public Model(
      Origin origin, Preparation preparation, Machine machine, List<PlattScaling> calibration) {
    if (!calibration.isEmpty() && calibration.size() != machine.pairs().size()) {
      throw new IllegalArgumentException("a calibration is missing");
    }
    this.origin = origin;
    this.preparation = preparation;
    this.machine = machine;
    this.calibration = List.copyOf(calibration);
  }

  /** Where it came from. */
  public Origin origin() {
    return origin;
  }

  /** The same model by another name. */
  public Model named(String name) {
    Origin renamed =
        new Origin(
            name,
            origin.created(),
            origin.features(),
            origin.target(),
            origin.group(),
            origin.classes(),
            origin.candidate(),
            origin.score(),
            origin.metric(),
            origin.folds(),
            origin.scaleBeforeFolds(),
            origin.split(),
            origin.holdOut(),
            origin.trainingRows(),
            origin.trainingHash());
    return new Model(renamed, preparation, machine, calibration);
  }

  /**
   * The class of a row: the one with the most votes of the pairs, of equals the first.
   *
   * @param features the raw value of each feature, in order, as {@link Predictor#raw} makes it of a
   *     row: a number as in the table, the code of a category, NaN where it is missing
   */
  public ClassLabel predict(double... features) {
    return origin.classes().get(predictIndex(features));
  }

  /** The class of a row, as a position in the classes; see {@link #predict}. */
  public int predictIndex(double[] features) {
    return machine.predict(preparation.apply(features));
  }

  /**
   * The decision of each pair of classes, (first, second), (first, third) and so on: above 0 it is
   * for the later one.
   *
   * @param features the raw value of each feature, in order, as {@link Predictor#raw} makes it of a
   *     row: a number as in the table, the code of a category, NaN where it is missing
   */
  public double[] decisions(double... features) {
    return machine.decisions(preparation.apply(features));
  }

  /**
   * The probability of each class, in the order of the classes, or empty when the model has no
   * calibration. The likeliest class need not be the one that {@link #predict} tells: that goes by
   * the sign of decisions, not by one half.
   *
   * @param features as {@link #predict} takes them
   */
  public Optional<double[]> probabilities(double... features) {
    return calibration.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Calibrator.probabilities(origin.classes().size(), calibration, decisions(features)));
  }

  /** Whether it has a calibration, so that {@link #probabilities} are there. */
  public boolean hasProbabilities() {
    return !calibration.isEmpty();
  }

  /** How many support vectors it has, counted in each pair. */
  public int vectors() {
    return machine.vectors();
  }

  /** The model as JSON, to be read by {@link #fromJson}. */
  public String toJson() {
    return ModelWriter.write(this);
  }

  /**
   * Reads a model. Nothing in the text is run.
   *
   * @param json what {@link #toJson} wrote
   * @throws LearningProblem.BrokenModel if it is anything else, of another version, or contradicts
   *     itself
   */
  public static Model fromJson(String json) {
    return ModelReader.read(json);
  }

  /** The way from raw features to points: kinds, categories, what missing values count as. */
  public Preparation preparation() {
    return preparation;
  }

  public List<PlattScaling> calibration() {
    return calibration;
  }

  Machine machine() {
    return machine;
  }
}
