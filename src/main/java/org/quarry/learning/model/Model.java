package org.quarry.learning.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.Scaling;
import org.quarry.learning.data.Split;
import org.quarry.learning.report.Report;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Machine;

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
   * @param classes the classes it tells apart, in order
   * @param candidate the kernel and C it was trained with
   * @param score the mean accuracy of that candidate over the folds
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
      List<ClassLabel> classes,
      Candidate candidate,
      double score,
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
  private final Scaling scaling;
  private final Machine machine;

  public Model(Origin origin, Scaling scaling, Machine machine) {
    this.origin = origin;
    this.scaling = scaling;
    this.machine = machine;
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
            origin.classes(),
            origin.candidate(),
            origin.score(),
            origin.folds(),
            origin.scaleBeforeFolds(),
            origin.split(),
            origin.holdOut(),
            origin.trainingRows(),
            origin.trainingHash());
    return new Model(renamed, scaling, machine);
  }

  /**
   * The class of a row: the one with the most votes of the pairs, of equals the first.
   *
   * @param features a finite number for each feature, in order, as in the table
   */
  public ClassLabel predict(double... features) {
    return origin.classes().get(predictIndex(features));
  }

  /** The class of a row, as a position in the classes. */
  public int predictIndex(double[] features) {
    return machine.predict(scaling.apply(features));
  }

  /**
   * The decision of each pair of classes, (first, second), (first, third) and so on: above 0 it is
   * for the later one.
   *
   * @param features a finite number for each feature, in order, as in the table
   */
  public double[] decisions(double... features) {
    return machine.decisions(scaling.apply(features));
  }

  /** How many support vectors it has, counted in each pair. */
  public int vectors() {
    return machine.pairs().stream().mapToInt(Machine.Pair::size).sum();
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

  Scaling scaling() {
    return scaling;
  }

  Machine machine() {
    return machine;
  }
}
