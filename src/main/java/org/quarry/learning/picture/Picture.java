package org.quarry.learning.picture;

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

  private static boolean inside(Mark.Box box, double x, double y) {
    return x >= box.x()
        && x <= box.x() + box.width()
        && y >= box.y()
        && y <= box.y() + box.height();
  }
}
