package org.quarry.learning.picture;

import java.util.List;

/**
 * A picture as marks, the later above the earlier. Immutable.
 *
 * @param title what it shows, said aloud by a reader of screens
 * @param width in pixels
 * @param height in pixels
 * @param marks what is drawn
 */
public record Picture(String title, double width, double height, List<Mark> marks) {
  /** Copies the list. */
  public Picture {
    marks = List.copyOf(marks);
  }
}
