package org.quarry.learning.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quarry.learning.picture.Mark.Meaning;
import org.quarry.learning.picture.Plane.Axis;
import org.quarry.learning.report.DecisionGrid;

/** What a model says over a plane of two features, with the rows held out. */
public final class BoundaryPicture {
  private static final double SURE = 2;
  private static final int SHADES = 4;

  /**
   * A row held out.
   *
   * @param row its position among those held out
   * @param x its value across
   * @param y its value up
   * @param actual its class
   * @param predicted the class predicted
   */
  public record Point(int row, double x, double y, int actual, int predicted) {}

  private BoundaryPicture() {}

  /**
   * Draws it. Rows predicted wrong are hollow.
   *
   * @param across the name of the feature across
   * @param up the name of the feature up
   * @param classes the names of the classes
   */
  public static Picture of(
      DecisionGrid grid,
      List<Point> points,
      String across,
      String up,
      List<String> classes,
      double width,
      double height) {
    Plane plane =
        new Plane(
            "Where does the decision turn?",
            width,
            height,
            new Axis(across, grid.x().from(), grid.x().to()),
            new Axis(up, grid.y().from(), grid.y().to()));
    for (int row = 0; row + 1 < grid.y().steps(); row++) {
      shade(plane, grid, row);
    }
    plane.axes();
    for (Point point : points) {
      boolean right = point.actual() == point.predicted();
      plane.add(
          new Mark.Dot(
              plane.x(point.x()),
              plane.y(point.y()),
              right ? 3 : 5,
              Tone.ofClass(point.actual()),
              !right,
              new Meaning(
                  String.format(
                      Locale.ROOT,
                      "%s, predicted %s: %s %s, %s %s",
                      classes.get(point.actual()),
                      classes.get(point.predicted()),
                      across,
                      Steps.text(point.x()),
                      up,
                      Steps.text(point.y())),
                  new int[] {point.row()})));
    }
    List<String> names = new ArrayList<>();
    List<Tone> tones = new ArrayList<>();
    for (int i = 0; i < Math.min(4, classes.size()); i++) {
      names.add(classes.get(i));
      tones.add(Tone.ofClass(i));
    }
    plane.legend(names, tones);
    return plane.picture();
  }

  /** A line of the grid, boxes of one shade drawn as one. */
  private static void shade(Plane plane, DecisionGrid grid, int row) {
    double top = plane.y(grid.y().at(row + 1));
    double height = plane.y(grid.y().at(row)) - top;
    int from = 0;
    for (int i = 1; i < grid.x().steps(); i++) {
      boolean last = i + 1 == grid.x().steps();
      if (last || !same(grid.at(from, row), grid.at(i, row))) {
        double left = plane.x(grid.x().at(from));
        plane.add(
            new Mark.Box(
                left,
                top,
                plane.x(grid.x().at(i)) - left,
                height,
                Tone.ofClass(grid.at(from, row).label()),
                (1 + shade(grid.at(from, row))) * 0.4 / SHADES,
                null));
        from = i;
      }
    }
  }

  private static boolean same(DecisionGrid.Answer one, DecisionGrid.Answer other) {
    return one.label() == other.label() && shade(one) == shade(other);
  }

  /** How sure the model is, 0 to 3; beyond a decision of 2 it makes no difference to the eye. */
  private static int shade(DecisionGrid.Answer answer) {
    double share = Math.min(SURE, Math.abs(answer.decision())) / SURE;
    return Math.min(SHADES - 1, (int) (share * SHADES));
  }
}
