package org.quarry.learning.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.quarry.learning.Workers;
import org.quarry.learning.data.MersenneTwister;
import org.quarry.work.Monitor;

/**
 * How much a score drops when the values of one feature are shuffled among the rows held out: what
 * the model owes to that feature. The shuffles and figures are those of scikit-learn's {@code
 * permutation_importance(random_state=seed)}. Source: Breiman, "Random forests", Machine Learning
 * 45 (2001). A feature whose news another one brings too looks less important than it is.
 * Immutable.
 *
 * @param baseline the score of the rows as they are
 * @param features the features, in their order
 */
public record PermutationImportance(double baseline, List<Feature> features) {
  /** Copies the list. */
  public PermutationImportance {
    features = List.copyOf(features);
  }

  /**
   * The importance of one feature.
   *
   * @param index its position among the features
   * @param mean the mean drop of the score; about 0 or below when the feature does not help
   * @param deviation the deviation over the repeats, of the population
   * @param drops the drop of each repeat
   */
  public record Feature(int index, double mean, double deviation, List<Double> drops) {
    /** Copies the list. */
    public Feature {
      drops = List.copyOf(drops);
    }
  }

  /**
   * Measures a model. Progress counts features × repeats.
   *
   * @param points the rows held out, as the predictor takes them, one at least
   * @param actual the class of each
   * @param groups which columns make up a feature
   * @param predictor the model
   * @param metric what is to drop
   * @param repeats how often each feature is shuffled, at least 1
   * @param seed 0 to 2³² - 1
   * @param workers who shares the predictions
   * @param monitor hears the progress and stops the work
   * @throws org.quarry.work.Cancelled when stopped
   * @throws IllegalArgumentException if repeats or seed are out of range
   */
  public static PermutationImportance measure(
      double[][] points,
      int[] actual,
      FeatureGroups groups,
      PointsPredictor predictor,
      Metric metric,
      int repeats,
      long seed,
      Workers workers,
      Monitor monitor) {
    if (repeats < 1) {
      throw new IllegalArgumentException(repeats + " repeats");
    }
    int[][] sources = sources(points.length, repeats, NumpySeed.derive(seed));
    int total = groups.size() * repeats;
    Progress progress = new Progress(monitor, total, "Shuffling features");
    double baseline = metric.score(predictor.predict(points, actual));
    double[][] drops = new double[groups.size()][repeats];
    workers.forEach(
        total,
        task -> {
          monitor.checkpoint();
          int feature = task / repeats;
          int repeat = task % repeats;
          double[][] shuffled = shuffled(points, groups, feature, sources[repeat]);
          drops[feature][repeat] = baseline - metric.score(predictor.predict(shuffled, actual));
          progress.step();
        });
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < drops.length; i++) {
      List<Double> each = Arrays.stream(drops[i]).boxed().toList();
      features.add(new Feature(i, Spread.mean(drops[i]), Spread.deviation(drops[i]), each));
    }
    return new PermutationImportance(baseline, features);
  }

  /** For each repeat the row a value comes from: each shuffles what the one before it left. */
  private static int[][] sources(int rows, int repeats, long seed) {
    MersenneTwister random = new MersenneTwister(seed);
    int[] source = new int[rows];
    int[] order = new int[rows];
    Arrays.setAll(source, row -> row);
    Arrays.setAll(order, row -> row);
    int[][] sources = new int[repeats][];
    for (int repeat = 0; repeat < repeats; repeat++) {
      order = taken(order, random.permutation(rows));
      source = taken(source, order);
      sources[repeat] = source;
    }
    return sources;
  }

  private static int[] taken(int[] values, int[] places) {
    return Arrays.stream(places).map(place -> values[place]).toArray();
  }

  private static double[][] shuffled(
      double[][] points, FeatureGroups groups, int feature, int[] source) {
    double[][] shuffled = new double[points.length][];
    for (int row = 0; row < shuffled.length; row++) {
      shuffled[row] = groups.replace(points[row], feature, points[source[row]]);
    }
    return shuffled;
  }

  /** The features by falling importance; of equals the first of them first. */
  public List<Feature> ranked() {
    return features.stream().sorted(Comparator.comparingDouble(of -> -of.mean())).toList();
  }
}
