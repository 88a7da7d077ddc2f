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

  /** A chain over some of the rows, and those that it decides. */
  private static final class Part implements AutoCloseable {
    private final Chain chain;
    private final int[] tested;
    private final int trained;

    Part(Chain chain, int[] tested, int trained) {
      this.chain = chain;
      this.tested = tested;
      this.trained = trained;
    }

    void decide(double c, double[][] decisions, Monitor monitor) {
      chain.fit(c, monitor);
      for (int i = 0; i < tested.length; i++) {
        decisions[tested[i]] = chain.decisions(trained + i);
      }
    }

    @Override
    public void close() {
      chain.close();
    }
  }

  /** The rows dealt to parts. */
  private static final class Parts {
    private final Trainer trainer;
    private final double[][] points;
    private final int[] labels;
    private final int classes;
    private final RowPool pool;
    private final int[] dealt;
    private final Monitor monitor;

    Parts(Trainer trainer, double[][] points, int[] labels, int classes, Monitor monitor) {
      this.trainer = trainer;
      this.points = points;
      this.labels = labels;
      this.classes = classes;
      pool = new RowPool(points.length);
      dealt = deal(labels, classes);
      this.monitor = monitor;
    }

    Part part(int held, Kernel kernel, double[] weights, long bytes) {
      int[] trained = rows(dealt, each -> each != held);
      int[] tested = rows(dealt, each -> each == held);
      double[][] ordered = new double[points.length][];
      int[] known = new int[trained.length];
      for (int i = 0; i < trained.length; i++) {
        ordered[i] = points[trained[i]];
        known[i] = labels[trained[i]];
      }
      for (int i = 0; i < tested.length; i++) {
        ordered[trained.length + i] = points[tested[i]];
      }
      FoldKernel fold = new FoldKernel(ordered, trained.length, pool, bytes, monitor);
      return new Part(trainer.chain(fold, known, classes, kernel, weights), tested, trained.length);
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
   * @param monitor stops the work
   */
  public Calibrator(
      Trainer trainer,
      double[][] points,
      int[] labels,
      int classes,
      Kernel kernel,
      double[] weights,
      long bytes,
      Monitor monitor) {
    this.classes = classes;
    this.labels = labels;
    Parts dealt = new Parts(trainer, points, labels, classes, monitor);
    for (int held = 0; held < PARTS; held++) {
      parts.add(dealt.part(held, kernel, weights, bytes / PARTS));
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
    parts.forEach(part -> part.decide(c, decisions, monitor));
    return scalings(decisions, labels, classes);
  }

  private static List<PlattScaling> scalings(double[][] decisions, int[] labels, int classes) {
    List<PlattScaling> scalings = new ArrayList<>();
    int pair = 0;
    for (int first = 0; first < classes; first++) {
      for (int second = first + 1; second < classes; second++) {
        scalings.add(scaling(decisions, labels, pair++, first, second));
      }
    }
    return scalings;
  }

  private static PlattScaling scaling(
      double[][] decisions, int[] labels, int pair, int first, int second) {
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
   * The scaling of each pair of classes for one candidate, one part after the other, so that each
   * has all of the memory.
   *
   * @param bytes how much memory a kernel may take
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
    Parts dealt = new Parts(trainer, points, labels, classes, monitor);
    double[][] decisions = new double[labels.length][];
    for (int held = 0; held < PARTS; held++) {
      try (Part part = dealt.part(held, candidate.kernel(), weights, bytes)) {
        part.decide(candidate.c(), decisions, monitor);
      }
    }
    return scalings(decisions, labels, classes);
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
    parts.forEach(Part::close);
  }
}
