package org.quarry.learning.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quarry.learning.Reference;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.DataSet;
import org.quarry.work.Monitor;

class DataWarningsTest {
  private static final List<String> CLASSES = List.of("ash", "birch", "cedar");

  private static List<String> giveAways(
      double[][] points, int[] labels, int classes, List<String> features, boolean nominal) {
    return DataWarnings.giveAways(
            points, labels, classes, features, feature -> nominal, Monitor.NONE)
        .stream()
        .map(DataWarning::sentence)
        .toList();
  }

  @Test
  void aClassWithLessThanAFifthOfTheLargestIsNamedWithItsRows() {
    int[] labels = new int[100];
    Arrays.fill(labels, 90, 96, 1);
    Arrays.fill(labels, 96, 98, 2);
    labels[0] = 2;
    List<DataWarning> found = DataWarnings.imbalance(labels, CLASSES);
    assertThat(found)
        .extracting(DataWarning::sentence)
        .containsExactly(
            "The class “birch” has 6 rows and “ash” 91, so always guessing “ash” would be right"
                + " for 91.0 %.",
            "The class “cedar” has 3 rows and “ash” 91, so always guessing “ash” would be right"
                + " for 91.0 %.");
    assertThat(found.get(1).rows()).containsExactly(0, 96, 97);
  }

  @Test
  void aFifthIsEnoughAndAClassWithoutARowIsPassedOver() {
    assertThat(DataWarnings.imbalance(new int[] {0, 0, 0, 0, 0, 1}, CLASSES)).isEmpty();
    assertThat(DataWarnings.imbalance(new int[] {0, 0, 0, 0, 0, 0, 1}, CLASSES)).hasSize(1);
  }

  @Test
  void aClassWithFewerRowsThanFoldsIsNamed() {
    List<DataWarning> found = DataWarnings.fewRows(new int[] {0, 1, 0, 1, 0, 2}, CLASSES, 3);
    assertThat(found)
        .extracting(DataWarning::sentence)
        .containsExactly(
            "The class “birch” has 2 rows for 3 folds, so some folds cannot test it.",
            "The class “cedar” has 1 row for 3 folds, so some folds cannot test it.");
    assertThat(found.getFirst().rows()).containsExactly(1, 3);
  }

  @Test
  void equalRowsInDifferentFoldsAreFoundAndThoseInOneFoldAreNot() {
    double[][] points = {{1, 0.0}, {2, 5}, {1, -0.0}, {2, 5}, {3, Double.NaN}, {3, Double.NaN}};
    List<DataWarning> found = DataWarnings.twinsAcrossFolds(points, new int[] {0, 1, 1, 1, 0, 2});
    assertThat(found)
        .extracting(DataWarning::sentence)
        .containsExactly(
            "4 rows have an equal one in another fold, so the folds test some of what they were"
                + " trained on.");
    assertThat(found.getFirst().rows()).containsExactly(0, 2, 4, 5);
    assertThat(DataWarnings.twinsAcrossFolds(points, new int[6])).isEmpty();
  }

  @Test
  void equalRowsOfDifferentClassesContradictEachOther() {
    double[][] points = {{1}, {2}, {1}, {2}};
    List<DataWarning> found = DataWarnings.contradictions(points, new int[] {0, 1, 2, 1});
    assertThat(found)
        .singleElement()
        .satisfies(warning -> assertThat(warning.rows()).containsExactly(0, 2));
    assertThat(found.getFirst()).isInstanceOf(DataWarning.Contradiction.class);
  }

  @Test
  void aThresholdThatTellsNearlyAllRowsGivesTheTargetAway() {
    double[][] points = new double[400][];
    int[] labels = new int[400];
    Random random = new Random(1);
    for (int i = 0; i < points.length; i++) {
      labels[i] = i % 4 == 0 ? 1 : 0;
      points[i] = new double[] {random.nextGaussian(), -labels[i] + 0.9 * random.nextDouble()};
    }
    points[7][1] = -0.5;
    List<DataWarning> found =
        DataWarnings.giveAways(
            points, labels, 2, List.of("noise", "copy"), feature -> false, Monitor.NONE);
    assertThat(found)
        .singleElement()
        .hasToString(
            "The feature “copy” alone tells the class of 399 of 400 rows. Would it be known before"
                + " the class is?");
    assertThat(found.getFirst().rows()).hasSize(399).doesNotContain(7);
    assertThat(((DataWarning.GiveAway) found.getFirst()).feature()).isEqualTo(1);
  }

  /** Guessing the frequent class is right for 99 %, but tells nothing. */
  @Test
  void aRareClassDoesNotMakeEveryFeatureAGiveAway() {
    double[][] points = new double[1000][];
    int[] labels = new int[1000];
    Random random = new Random(2);
    for (int i = 0; i < points.length; i++) {
      points[i] = new double[] {random.nextGaussian()};
      labels[i] = i % 200 == 0 ? 1 : 0;
    }
    assertThat(giveAways(points, labels, 2, List.of("noise"), false)).isEmpty();
    for (double[] point : points) {
      point[0] = random.nextInt(4);
    }
    assertThat(giveAways(points, labels, 2, List.of("quarter"), true)).isEmpty();
  }

  @Test
  void valuesThatMapOneToOneToClassesGiveTheTargetAwayWhateverTheirOrder() {
    double[][] points = new double[90][];
    int[] labels = new int[90];
    double[] codes = {7, -3, 2};
    for (int i = 0; i < points.length; i++) {
      labels[i] = i % 3;
      points[i] = new double[] {codes[i % 3]};
    }
    String sentence =
        "The feature “code” alone tells the class of every row. Would it be known before the class"
            + " is?";
    assertThat(giveAways(points, labels, 3, List.of("code"), false)).containsExactly(sentence);
    assertThat(giveAways(points, labels, 3, List.of("code"), true)).containsExactly(sentence);
  }

  @Test
  void aNominalFeatureOfManyValuesPerClassGivesItAwayButANameOfRowsDoesNot() {
    double[][] cities = new double[120][];
    double[][] names = new double[120][];
    int[] labels = new int[120];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 2;
      cities[i] = new double[] {i % 12};
      names[i] = new double[] {i};
    }
    assertThat(giveAways(cities, labels, 2, List.of("city"), true)).hasSize(1);
    assertThat(giveAways(cities, labels, 2, List.of("city"), false)).isEmpty();
    assertThat(giveAways(names, labels, 2, List.of("name"), true)).isEmpty();
  }

  @Test
  void equalValuesAreNeverOnBothSidesOfAThreshold() {
    double[][] points = {{1}, {1}, {1}, {1}};
    assertThat(giveAways(points, new int[] {0, 0, 1, 1}, 2, List.of("same"), false)).isEmpty();
    assertThat(giveAways(points, new int[] {0, 0, 0, 0}, 2, List.of("same"), false)).isEmpty();
  }

  @Test
  void honestMeasurementsAreNoGiveAway() throws Exception {
    List<String> features =
        new ArrayList<>(Reference.rows("breast_cancer.csv").columns().subList(0, 30));
    DataSet data = DataSet.of(Reference.rows("breast_cancer.csv"), features, "target");
    int[] all = IntStream.range(0, data.size()).toArray();
    assertThat(giveAways(data.values(all), data.labels(all), 2, features, false)).isEmpty();
    List<String> classes = data.classes().stream().map(ClassLabel::text).toList();
    assertThat(DataWarnings.imbalance(data.labels(all), classes)).isEmpty();
    assertThat(DataWarnings.contradictions(data.values(all), data.labels(all))).isEmpty();
  }
}
