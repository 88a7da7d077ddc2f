package org.quarry.learning.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A picture as marks, the later above the earlier. Immutable.
 *
 * @param title what it shows, said aloud by a reader of screens
 * @param width in pixels
 * @param height in pixels
 * @param marks what is drawn
 */
public record Picture(String title, double width, double height, List<Mark> marks) {
  /** How far beside a small circle a pointer may be and still mean it. */
  private static final double REACH = 8;

  /**
   * A mark that stands for something and the box around it.
   *
   * @param meaning what it stands for
   */
  public record Stop(double x, double y, double width, double height, Mark.Meaning meaning) {
    /** The middle of the box. */
    public Mark.Spot middle() {
      return new Mark.Spot(x + width / 2, y + height / 2);
    }
  }

  /** Copies the list. */
  public Picture {
    marks = List.copyOf(marks);
  }

  /** What stands at a place: of circles the nearest within reach, else the topmost rectangle. */
  public Optional<Mark.Meaning> at(double x, double y) {
    Mark.Meaning found = null;
    double nearest = Double.POSITIVE_INFINITY;
    for (Mark mark : marks.reversed()) {
      switch (mark) {
        case Mark.Dot dot when dot.meaning() != null -> {
          double distance = Math.hypot(dot.x() - x, dot.y() - y);
          if (distance <= Math.max(dot.radius(), REACH) && distance < nearest) {
            nearest = distance;
            found = dot.meaning();
          }
        }
        case Mark.Box box when box.meaning() != null && inside(box, x, y) -> {
          if (found == null) {
            found = box.meaning();
          }
        }
        default -> {}
      }
    }
    return Optional.ofNullable(found);
  }

  /** The circles and rectangles that stand for something, in the order in which they are drawn. */
  public List<Stop> stops() {
    List<Stop> stops = new ArrayList<>();
    for (Mark mark : marks) {
      switch (mark) {
        case Mark.Dot(double x, double y, double radius, _, _, Mark.Meaning meaning)
            when meaning != null ->
            stops.add(new Stop(x - radius, y - radius, 2 * radius, 2 * radius, meaning));
        case Mark.Box(double x, double y, double wide, double high, _, _, Mark.Meaning meaning)
            when meaning != null ->
            stops.add(new Stop(x, y, wide, high, meaning));
        default -> {}
      }
    }
    return stops;
  }

  private static boolean inside(Mark.Box box, double x, double y) {
    return x >= box.x()
        && x <= box.x() + box.width()
        && y >= box.y()
        && y <= box.y() + box.height();
  }
}
