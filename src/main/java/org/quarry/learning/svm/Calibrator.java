package org.quarry.learning.svm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.quarry.work.Monitor;

/**
 * Finds the probabilities behind decisions: machines trained on parts of the rows decide the rest,
 * and {@link PlattScaling} is fitted to those decisions, as LIBSVM does it. Rows are dealt to parts
 * class by class in their order. A chain, as {@link Chain} is: ascending C, one thread, closed when
 * done.
 */
public final class Calibrator implements AutoCloseable {
  private static final int PARTS = 3;

  private final int classes;
  private final int[] labels;
  private final List<Part> parts = new ArrayList<>();

  private static final class Part {
    private final Chain chain;
    private final int[] tested;
    private final int trained;

    Part(Chain chain, int[] tested, int trained) {
      this.chain = chain;
      this.tested = tested;
      this.trained = trained;
    }
  }

  /**
   * Prepares.
   *
   * @param trainer how machines are trained
   * @param points scaled points for training
   * @param labels the class of each
   * @param classes how many classes there are
   * @param kernel the kernel
   * @param weights what C is multiplied by for each class
   * @param bytes how much memory all kernels together may take
   */
  public Calibrator(
      Trainer trainer,
      double[][] points,
      int[] labels,
      int classes,
      Kernel kernel,
      double[] weights,
      long bytes) {
    this.classes = classes;
    this.labels = labels;
    RowPool pool = new RowPool(points.length);
    int[] part = deal(labels, classes);
    for (int held = 0; held < PARTS; held++) {
      int at = held;
      int[] trained = rows(part, each -> each != at);
      int[] tested = rows(part, each -> each == at);
      double[][] ordered = new double[points.length][];
      int[] known = new int[trained.length];
      for (int i = 0; i < trained.length; i++) {
        ordered[i] = points[trained[i]];
        known[i] = labels[trained[i]];
      }
      for (int i = 0; i < tested.length; i++) {
        ordered[trained.length + i] = points[tested[i]];
      }
      FoldKernel fold = new FoldKernel(ordered, trained.length, pool, bytes / PARTS);
      parts.add(
          new Part(trainer.chain(fold, known, classes, kernel, weights), tested, trained.length));
    }
  }

  private static int[] deal(int[] labels, int classes) {
    int[] next = new int[classes];
    return Arrays.stream(labels).map(label -> next[label]++ % PARTS).toArray();
  }

  private static int[] rows(int[] part, IntPredicate wanted) {
    int[] rows = new int[part.length];
    int size = 0;
    for (int row = 0; row < part.length; row++) {
      if (wanted.test(part[row])) {
        rows[size++] = row;
      }
    }
    return Arrays.copyOf(rows, size);
  }

  /**
   * The scaling of each pair of classes for a C.
   *
   * @param c above 0; not below that of the last call
   * @throws org.quarry.work.Cancelled when the monitor says so
   * @throws org.quarry.learning.LearningProblem.NotSolved when a fit fails
   */
  public List<PlattScaling> fit(double c, Monitor monitor) {
    double[][] decisions = new double[labels.length][];
    for (Part part : parts) {
      part.chain.fit(c, monitor);
      for (int i = 0; i < part.tested.length; i++) {
        decisions[part.tested[i]] = part.chain.decisions(part.trained + i);
      }
    }
    List<PlattScaling> scalings = new ArrayList<>();
    int pair = 0;
    for (int first = 0; first < classes; first++) {
      for (int second = first + 1; second < classes; second++) {
        scalings.add(scaling(decisions, pair++, first, second));
      }
    }
    return scalings;
  }

  private PlattScaling scaling(double[][] decisions, int pair, int first, int second) {
    int[] rows = rows(labels, label -> label == first || label == second);
    if (rows.length == 0) {
      return new PlattScaling(0, 0);
    }
    double[] chosen = new double[rows.length];
    boolean[] isSecond = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = decisions[rows[i]][pair];
      isSecond[i] = labels[rows[i]] == second;
    }
    return PlattScaling.fit(chosen, isSecond);
  }

  /**
   * The scaling of each pair of classes for one candidate.
   *
   * @throws org.quarry.work.Cancelled when the monitor says so
   * @throws org.quarry.learning.LearningProblem.NotSolved when a fit fails
   */
  public static List<PlattScaling> calibrate(
      Trainer trainer,
      double[][] points,
      int[] labels,
      int classes,
      Candidate candidate,
      long bytes,
      Monitor monitor) {
    double[] weights = candidate.weighting().of(labels, classes);
    try (Calibrator calibrator =
        new Calibrator(trainer, points, labels, classes, candidate.kernel(), weights, bytes)) {
      return calibrator.fit(candidate.c(), monitor);
    }
  }

  /** The probability of each class for the decisions of its pairs. */
  public static double[] probabilities(
      int classes, List<PlattScaling> scalings, double[] decisions) {
    double[] seconds = new double[decisions.length];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = scalings.get(i).probability(decisions[i]);
    }
    return PairwiseCoupling.couple(classes, seconds);
  }

  @Override
  public void close() {
    parts.forEach(part -> part.chain.close());
  }
}
