package org.quarry.learning.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.Counted;
import org.quarry.learning.LearningProblem;

/**
 * What can be learned from: the rows whose target is set and whose features are all numbers, in
 * their order. Rows with a NULL target are to be predicted and stay out; rows with a NULL feature
 * stay out as well; both are counted. Immutable.
 */
public final class DataSet {
  private final List<String> features;
  private final String target;
  private final List<ClassLabel> classes;
  private final List<Object> identities;
  private final double[][] values;
  private final int[] labels;
  private final int unlabelled;
  private final int incomplete;

  private DataSet(
      List<String> features,
      String target,
      List<ClassLabel> classes,
      List<Object> identities,
      double[][] values,
      int[] labels,
      int unlabelled,
      int incomplete) {
    this.features = features;
    this.target = target;
    this.classes = classes;
    this.identities = identities;
    this.values = values;
    this.labels = labels;
    this.unlabelled = unlabelled;
    this.incomplete = incomplete;
  }

  /**
   * Makes a data set.
   *
   * @param rows the rows
   * @param features the columns to learn from, one at least, each once
   * @param target the column to learn; none of the features
   * @throws LearningProblem if a column is unknown, a feature holds anything but finite numbers and
   *     NULL (a text is never taken for a number), the target holds a blob, or fewer than two
   *     classes are left
   */
  public static DataSet of(Rows rows, List<String> features, String target) {
    int targetAt = Rows.position(rows.columns(), target);
    int[] featuresAt = positions(rows, features, targetAt);
    List<Object> identities = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    List<ClassLabel> labels = new ArrayList<>();
    int unlabelled = 0;
    int incomplete = 0;
    for (Row row : rows.rows()) {
      @Nullable Object named = row.values().get(targetAt);
      if (named == null) {
        unlabelled++;
        continue;
      }
      ClassLabel label = ClassLabel.of(named);
      if (label == null) {
        throw new LearningProblem.NotAClass(rows.columns().get(targetAt), row.identity(), named);
      }
      double @Nullable [] numbers = numbers(rows.columns(), row, featuresAt);
      if (numbers == null) {
        incomplete++;
        continue;
      }
      identities.add(row.identity());
      values.add(numbers);
      labels.add(label);
    }
    List<ClassLabel> classes = List.copyOf(new TreeSet<>(labels));
    if (classes.size() < 2) {
      throw tooFewClasses(target, classes, unlabelled, incomplete);
    }
    Map<ClassLabel, Integer> index = new HashMap<>();
    classes.forEach(label -> index.put(label, index.size()));
    return new DataSet(
        Arrays.stream(featuresAt).mapToObj(rows.columns()::get).toList(),
        rows.columns().get(targetAt),
        classes,
        List.copyOf(identities),
        values.toArray(double[][]::new),
        labels.stream().mapToInt(index::get).toArray(),
        unlabelled,
        incomplete);
  }

  private static int[] positions(Rows rows, List<String> features, int targetAt) {
    if (features.isEmpty()) {
      throw new LearningProblem.BadSettings(
          "There is no feature to learn from.", "Choose at least one column.");
    }
    int[] positions = new int[features.size()];
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < positions.length; i++) {
      positions[i] = Rows.position(rows.columns(), features.get(i));
      if (positions[i] == targetAt) {
        throw new LearningProblem.BadSettings(
            "The column “" + features.get(i) + "” is the target and a feature at once.",
            "Take it out of the features.");
      }
      if (!seen.add(positions[i])) {
        throw new LearningProblem.BadSettings(
            "The feature “" + features.get(i) + "” is named twice.", "Name it once.");
      }
    }
    return positions;
  }

  /** The features of a row, or null when one of them is NULL. */
  private static double @Nullable [] numbers(List<String> columns, Row row, int[] featuresAt) {
    double[] numbers = new double[featuresAt.length];
    boolean complete = true;
    for (int i = 0; i < numbers.length; i++) {
      @Nullable Object value = row.values().get(featuresAt[i]);
      if (value == null) {
        complete = false;
      } else if (isNumber(value)) {
        numbers[i] = ((Number) value).doubleValue();
      } else {
        throw new LearningProblem.NotNumeric(columns.get(featuresAt[i]), row.identity(), value);
      }
    }
    return complete ? numbers : null;
  }

  /** Whether a value can be a feature: a Long or a finite Double. */
  public static boolean isNumber(Object value) {
    return value instanceof Long || (value instanceof Double number && Double.isFinite(number));
  }

  private static LearningProblem tooFewClasses(
      String target, List<ClassLabel> classes, int unlabelled, int incomplete) {
    String left =
        classes.isEmpty()
            ? "No row is left to learn from"
            : "Every row left is of the class “" + classes.getFirst().text() + "”";
    return new LearningProblem.TooFewClasses(
        "The column “" + target + "” does not hold two classes.",
        "%s; %s no target, and in %s a feature is missing."
            .formatted(left, Counted.rowsHave(unlabelled), Counted.rows(incomplete)));
  }

  /** How many rows there are to learn from. */
  public int size() {
    return labels.length;
  }

  /** The names of the features, as the columns are named. */
  public List<String> features() {
    return features;
  }

  /** The name of the target, as the column is named. */
  public String target() {
    return target;
  }

  /** The classes, in order. */
  public List<ClassLabel> classes() {
    return classes;
  }

  /** The identity of a row, as it was given. */
  public Object identity(int row) {
    return identities.get(row);
  }

  /** The class of a row, as a position in {@link #classes}. */
  public int label(int row) {
    return labels[row];
  }

  /** How many rows have no target: those to be predicted. */
  public int unlabelled() {
    return unlabelled;
  }

  /** How many rows have a target but lack a feature. */
  public int incomplete() {
    return incomplete;
  }

  /** The features of a row; not to be changed. */
  public double[] values(int row) {
    return values[row];
  }

  /** The features of the rows named; the arrays are shared and not to be changed. */
  public double[][] values(int[] rows) {
    return Arrays.stream(rows).mapToObj(row -> values[row]).toArray(double[][]::new);
  }

  /** The classes of the rows named. */
  public int[] labels(int[] rows) {
    return Arrays.stream(rows).map(row -> labels[row]).toArray();
  }
}
