package org.quarry.learning.report;

import java.util.Arrays;
import java.util.function.Function;
import org.quarry.learning.Workers;
import org.quarry.work.Monitor;

/**
 * What a model says over a plane of two features while all others keep one value: a picture of its
 * boundary. Immutable.
 */
public final class DecisionGrid {
  /** The share of the span by which an axis reaches beyond the rows on both sides. */
  private static final double MARGIN = 0.05;

  /**
   * The values of one feature, evenly spaced.
   *
   * @param column the feature's column in a point
   * @param from the first value
   * @param to the last value, above the first
   * @param steps how many values there are, both ends among them, at least 2
   */
  public record Axis(int column, double from, double to, int steps) {
    /**
     * Makes an axis.
     *
     * @throws IllegalArgumentException if it has no length or fewer than 2 steps
     */
    public Axis {
      if (!(from < to && Double.isFinite(to - from)) || steps < 2) {
        throw new IllegalArgumentException(steps + " steps from " + from + " to " + to);
      }
    }

    /**
     * An axis over the values of rows and a little beyond; where all are equal, one unit to both
     * sides.
     *
     * @param points the rows to be seen, one at least, finite
     */
    public static Axis over(double[][] points, int column, int steps) {
      double least = Arrays.stream(points).mapToDouble(point -> point[column]).min().orElseThrow();
      double most = Arrays.stream(points).mapToDouble(point -> point[column]).max().orElseThrow();
      double margin = least < most ? (most - least) * MARGIN : Math.max(1, Math.ulp(most));
      return new Axis(column, least - margin, most + margin, steps);
    }

    /** The value of a step, counted from 0. */
    public double at(int step) {
      return step == steps - 1 ? to : from + (to - from) * step / (steps - 1);
    }
  }

  /**
   * What a model says of a point.
   *
   * @param label the class it picks
   * @param decision how strongly: a decision, whose boundary is 0, or a probability
   */
  public record Answer(int label, double decision) {}

  private final Axis x;
  private final Axis y;
  private final Answer[][] answers;

  private DecisionGrid(Axis x, Axis y, Answer[][] answers) {
    this.x = x;
    this.y = y;
    this.answers = answers;
  }

  /**
   * Asks a model for each point of the grid. Progress counts the values of the second axis.
   *
   * @param centre the value of every feature that is on no axis, such as {@link Occlusion#typical}
   * @param x across
   * @param y up; another column than x
   * @param model says of a point as the model takes it; not to change or keep the point; safe for
   *     use by several threads
   * @param workers who shares the points
   * @param monitor hears the progress and stops the work
   * @throws org.quarry.work.Cancelled when stopped
   * @throws IllegalArgumentException if both axes are of one column
   */
  public static DecisionGrid measure(
      double[] centre,
      Axis x,
      Axis y,
      Function<double[], Answer> model,
      Workers workers,
      Monitor monitor) {
    if (x.column() == y.column()) {
      throw new IllegalArgumentException("both axes are of column " + x.column());
    }
    Answer[][] answers = new Answer[y.steps()][x.steps()];
    Progress progress = new Progress(monitor, y.steps(), "Drawing the boundary");
    workers.forEach(
        y.steps(),
        up -> {
          double[] point = centre.clone();
          point[y.column()] = y.at(up);
          for (int across = 0; across < x.steps(); across++) {
            monitor.checkpoint();
            point[x.column()] = x.at(across);
            answers[up][across] = model.apply(point);
          }
          progress.step();
        });
    return new DecisionGrid(x, y, answers);
  }

  /** The axis across. */
  public Axis x() {
    return x;
  }

  /** The axis up. */
  public Axis y() {
    return y;
  }

  /** What the model says at a step across and a step up, both counted from 0. */
  public Answer at(int across, int up) {
    return answers[up][across];
  }
}
