package org.quarry.learning.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;

/**
 * Why a row is decided as it is: how the decision changes when one feature after the other is
 * replaced by what is typical. After Robnik-Šikonja and Kononenko, "Explaining classifications for
 * individual instances", IEEE TKDE 20 (2008). Features that only work together show too little
 * alone. Immutable.
 *
 * @param decision the decision of the row as it is
 * @param effects one for each feature, in their order
 */
public record Occlusion(double decision, List<Effect> effects) {
  /** Copies the list. */
  public Occlusion {
    effects = List.copyOf(effects);
  }

  /**
   * The part of one feature.
   *
   * @param feature its position among the features
   * @param without the decision with the typical value in its place
   * @param change what the row's own value adds to the decision; 0 where it is the typical one
   */
  public record Effect(int feature, double without, double change) {}

  /**
   * Explains a row on the calling thread, in one decision more than there are features.
   *
   * @param point the row, as the decision takes it
   * @param typical the point to replace by, as {@link #typical} makes it
   * @param groups which columns make up a feature
   * @param decision what is explained: a decision, or the probability of a class
   */
  public static Occlusion of(
      double[] point, double[] typical, FeatureGroups groups, ToDoubleFunction<double[]> decision) {
    double whole = decision.applyAsDouble(point);
    List<Effect> effects = new ArrayList<>();
    for (int feature = 0; feature < groups.size(); feature++) {
      double without = decision.applyAsDouble(groups.replace(point, feature, typical));
      effects.add(new Effect(feature, without, whole - without));
    }
    return new Occlusion(whole, effects);
  }

  /** The effects by falling size, whatever their sign; of equals the first of them first. */
  public List<Effect> ranked() {
    return effects.stream()
        .sorted(Comparator.comparingDouble(effect -> -Math.abs(effect.change())))
        .toList();
  }

  /**
   * The typical point of training rows: the mean of a feature of numbers, and of a nominal one the
   * most frequent value, of equals the one that comes first.
   *
   * @param training the rows for training, as the decision takes them, one at least
   * @param groups which columns make up a feature
   * @param nominal whether a feature is nominal
   */
  public static double[] typical(double[][] training, FeatureGroups groups, IntPredicate nominal) {
    double[] typical = new double[training[0].length];
    for (int feature = 0; feature < groups.size(); feature++) {
      int[] columns = groups.columns(feature);
      int mode = nominal.test(feature) ? mode(training, columns) : -1;
      for (int column : columns) {
        typical[column] = mode < 0 ? mean(training, column) : training[mode][column];
      }
    }
    return typical;
  }

  private static double mean(double[][] rows, int column) {
    double sum = 0;
    for (double[] row : rows) {
      sum += row[column];
    }
    return sum / rows.length;
  }

  /** The first row that holds the most frequent values of some columns. */
  private static int mode(double[][] rows, int[] columns) {
    Map<List<Double>, Integer> counts = new HashMap<>();
    for (double[] row : rows) {
      counts.merge(values(row, columns), 1, Integer::sum);
    }
    int best = 0;
    int most = 0;
    for (int i = 0; i < rows.length; i++) {
      int count = counts.getOrDefault(values(rows[i], columns), 0);
      if (count > most) {
        best = i;
        most = count;
      }
    }
    return best;
  }

  private static List<Double> values(double[] row, int[] columns) {
    List<Double> values = new ArrayList<>(columns.length);
    for (int column : columns) {
      values.add(row[column] + 0.0);
    }
    return values;
  }
}
