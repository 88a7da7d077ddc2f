package org.quarry.learning.training;

import org.quarry.learning.LearningProblem;
import org.quarry.learning.data.Folds;
import org.quarry.learning.data.GroupFolds;
import org.quarry.learning.data.HeldOutFold;
import org.quarry.learning.data.Split;
import org.quarry.learning.data.StratifiedFolds;
import org.quarry.learning.data.StratifiedGroupFolds;
import org.quarry.learning.report.Metric;
import org.quarry.learning.search.SearchData;

/**
 * How candidates are scored.
 *
 * @param kind how rows are divided
 * @param folds how many folds there are, at least 2; unread for a hold-out
 * @param repeats how many times the rows are dealt, for {@link Kind#REPEATED}
 * @param seed deals the rows where they are shuffled, 0 to 2³² - 1
 * @param metric the score
 * @param nested whether the whole search is validated as well: the honest figure beside the
 *     optimistic best
 * @param scaleBeforeFolds whether scaling is measured on all training rows before the folds, as the
 *     notebook does; the scores are then optimistic. False measures it inside each fold
 */
public record Validation(
    Kind kind,
    int folds,
    int repeats,
    long seed,
    Metric metric,
    boolean nested,
    boolean scaleBeforeFolds) {
  /** Ways to divide rows; but for groups, the classes keep their proportion. */
  public enum Kind {
    /** In the order of the rows. */
    STRATIFIED("stratified"),
    /** Shuffled by the seed. */
    SHUFFLED("shuffled"),
    /** Rows of one group stay together. */
    GROUPED("grouped"),
    /** Rows of one group stay together, and classes keep their proportion as far as they can. */
    STRATIFIED_GROUPED("stratified-grouped"),
    /** Shuffled several times. */
    REPEATED("repeated"),
    /** A fifth is tested once. */
    HOLD_OUT("hold-out");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** What a command calls it. */
    public String text() {
      return text;
    }

    /** Whether rows are shuffled, so that the seed is read. */
    public boolean shuffles() {
      return switch (this) {
        case SHUFFLED, REPEATED, HOLD_OUT -> true;
        case STRATIFIED, GROUPED, STRATIFIED_GROUPED -> false;
      };
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** The share that is tested where rows are held out once. */
  static final double HELD_OUT = 0.2;

  /**
   * Makes a validation.
   *
   * @throws LearningProblem.BadSettings if a number is out of range
   */
  public Validation {
    if (folds < 2) {
      throw new LearningProblem.BadSettings(
          "A search needs at least 2 folds, not " + folds + ".", "Choose 2 or more.");
    }
    if (repeats < 1 || repeats > 1000) {
      throw new LearningProblem.BadSettings(
          "The folds cannot be dealt " + repeats + " times.", "Choose 1 to 1000.");
    }
  }

  /** Stratified folds in the order of the rows, scored by accuracy. */
  public static Validation of(int folds, boolean scaleBeforeFolds) {
    return new Validation(Kind.STRATIFIED, folds, 1, 0, Metric.ACCURACY, false, scaleBeforeFolds);
  }

  /** The same, scored and nested otherwise. */
  public Validation with(Metric other, boolean nestedToo) {
    return new Validation(kind, folds, repeats, seed, other, nestedToo, scaleBeforeFolds);
  }

  /** How many times each candidate is fitted and scored. */
  public int tests() {
    return switch (kind) {
      case HOLD_OUT -> 1;
      case REPEATED -> Math.multiplyExact(folds, repeats);
      case STRATIFIED, SHUFFLED, GROUPED, STRATIFIED_GROUPED -> folds;
    };
  }

  /** Whether it needs a column that tells the groups. */
  public boolean byGroup() {
    return kind == Kind.GROUPED || kind == Kind.STRATIFIED_GROUPED;
  }

  /**
   * Divides rows.
   *
   * @throws LearningProblem if there are too few rows of a class or a group, or no groups
   */
  public Folds divide(SearchData data) {
    int[] labels = data.labels();
    return switch (kind) {
      case STRATIFIED -> StratifiedFolds.of(labels, data.classes(), folds);
      case SHUFFLED -> StratifiedFolds.shuffled(labels, data.classes(), folds, seed);
      case GROUPED -> GroupFolds.of(labels, data.classes(), groups(data), folds);
      case STRATIFIED_GROUPED ->
          StratifiedGroupFolds.of(labels, data.classes(), groups(data), folds);
      case REPEATED -> StratifiedFolds.repeated(labels, data.classes(), folds, repeats, seed);
      case HOLD_OUT -> HeldOutFold.of(labels.length, new Split(seed, HELD_OUT));
    };
  }

  private static int[] groups(SearchData data) {
    int[] groups = data.groups();
    if (groups == null) {
      throw new LearningProblem.BadSettings(
          "There is no column that tells the groups.", "Give a column the role of the group.");
    }
    return groups;
  }
}
