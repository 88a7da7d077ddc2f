package org.quarry.learning.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether probabilities come true: rows in ten equal bins of what was predicted, each with the
 * share that is of the class, as scikit-learn's {@code calibration_curve(n_bins=10)}; and the Brier
 * score. Immutable.
 */
public final class CalibrationCurve {
  private static final int BINS = 10;

  /**
   * The rows of one bin.
   *
   * @param index its place, 0 to 9
   * @param predicted the mean probability predicted
   * @param share the share of rows that are of the class
   * @param rows how many rows it holds, at least 1
   */
  public record Bin(int index, double predicted, double share, int rows) {
    /** The probability above which a row falls into the bin; the first takes 0 as well. */
    public double from() {
      return edge(index);
    }

    /** The highest probability of the bin. */
    public double to() {
      return edge(index + 1);
    }
  }

  private final double[] probabilities;
  private final List<Bin> bins;
  private final double brier;

  private CalibrationCurve(double[] probabilities, List<Bin> bins, double brier) {
    this.probabilities = probabilities;
    this.bins = List.copyOf(bins);
    this.brier = brier;
  }

  /**
   * Compares probabilities with the truth.
   *
   * @param actual the class of each row held out
   * @param of the class the probabilities are of
   * @param probabilities the probability of that class for each row, 0 to 1
   * @throws IllegalArgumentException if there is no row, the arrays differ in length, or a number
   *     is no probability
   */
  public static CalibrationCurve of(int[] actual, int of, double[] probabilities) {
    if (actual.length != probabilities.length || actual.length == 0) {
      throw new IllegalArgumentException(actual.length + " rows, " + probabilities.length);
    }
    int[] rows = new int[BINS];
    int[] right = new int[BINS];
    double[] sums = new double[BINS];
    double squares = 0;
    for (int i = 0; i < actual.length; i++) {
      double probability = probabilities[i];
      int hit = actual[i] == of ? 1 : 0;
      int bin = bin(probability);
      rows[bin]++;
      right[bin] += hit;
      sums[bin] += probability;
      squares += (hit - probability) * (hit - probability);
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      if (rows[i] > 0) {
        bins.add(new Bin(i, sums[i] / rows[i], (double) right[i] / rows[i], rows[i]));
      }
    }
    return new CalibrationCurve(probabilities.clone(), bins, squares / actual.length);
  }

  /**
   * Compares the probabilities of one class with the truth.
   *
   * @throws IllegalArgumentException if the predictions hold no probabilities
   */
  public static CalibrationCurve of(Predictions predictions, int of) {
    return of(predictions.actual(), of, predictions.probabilities(of));
  }

  /** Multiples of a tenth as numpy's {@code linspace} rounds them, so that edges fall alike. */
  private static double edge(int index) {
    return index == BINS ? 1 : index * 0.1;
  }

  private static int bin(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("no probability: " + probability);
    }
    int bin = 0;
    while (probability > edge(bin + 1)) {
      bin++;
    }
    return bin;
  }

  /** The bins that hold a row, by rising probability. */
  public List<Bin> bins() {
    return bins;
  }

  /** The rows of a bin, as positions in the hold-out, in their order. */
  public int[] rows(Bin bin) {
    return IntStream.range(0, probabilities.length)
        .filter(row -> bin(probabilities[row]) == bin.index())
        .toArray();
  }

  /** The Brier score: the mean squared distance of probability and truth, 0 (best) to 1. */
  public double brier() {
    return brier;
  }
}
