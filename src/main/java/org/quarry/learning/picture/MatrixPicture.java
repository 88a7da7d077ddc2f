package org.quarry.learning.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.quarry.learning.picture.Mark.Anchor;
import org.quarry.learning.picture.Mark.Meaning;

/** A confusion matrix: a line for each actual class, a column for each predicted one. */
public final class MatrixPicture {
  private static final double LINE = 44;
  private static final double HEAD = 72;

  private MatrixPicture() {}

  /** How wide it must be for so many classes. */
  public static double width(List<String> classes) {
    return left(classes) + classes.size() * 92.0;
  }

  private static double left(List<String> classes) {
    double longest = classes.stream().mapToDouble(name -> name.length() * 7.0).max().orElse(0);
    return Math.max(56, Math.min(160, longest + 16));
  }

  /**
   * Draws it.
   *
   * @param title what it shows
   * @param classes the names of the classes
   * @param counts for each actual class the rows of each predicted one
   * @param rows the rows of a cell, given the actual and the predicted class
   */
  public static Picture of(
      String title,
      List<String> classes,
      List<List<Long>> counts,
      BiFunction<Integer, Integer, int[]> rows) {
    double left = left(classes);
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark.Words(0, 8, title, Anchor.START, Tone.TEXT, true));
    marks.add(new Mark.Words(left, 34, "Predicted", Anchor.START, Tone.MUTED, false));
    marks.add(new Mark.Words(0, 56, "Actual", Anchor.START, Tone.MUTED, false));
    for (int i = 0; i < classes.size(); i++) {
      double y = HEAD + i * (LINE + 4);
      String name = cut(classes.get(i));
      marks.add(
          new Mark.Words(left + i * 92 + 44, 56, cut(name, 11), Anchor.MIDDLE, Tone.TEXT, true));
      marks.add(new Mark.Words(left - 8, y + LINE / 2, name, Anchor.END, Tone.TEXT, true));
      long all = counts.get(i).stream().mapToLong(Long::longValue).sum();
      for (int j = 0; j < classes.size(); j++) {
        long count = counts.get(i).get(j);
        double share = all == 0 ? 0 : (double) count / all;
        double x = left + j * 92;
        Meaning meaning =
            new Meaning(
                "%d of class %s predicted as %s, %d %% of the class"
                    .formatted(count, classes.get(i), classes.get(j), Math.round(share * 100)),
                rows.apply(i, j));
        marks.add(new Mark.Box(x, y, 88, LINE, Tone.GRID, 0.35, meaning));
        if (count > 0) {
          Tone tone = i == j ? Tone.GOOD : Tone.BAD;
          marks.add(new Mark.Box(x, y, 88, LINE, tone, 0.12 + share * 0.43, meaning));
        }
        marks.add(
            new Mark.Words(x + 44, y + 15, Long.toString(count), Anchor.MIDDLE, Tone.TEXT, true));
        marks.add(
            new Mark.Words(
                x + 44, y + 32, i == j ? "right" : "wrong", Anchor.MIDDLE, Tone.MUTED, false));
      }
    }
    double height = HEAD + classes.size() * (LINE + 4) + 4;
    return new Picture(title, width(classes), height, marks);
  }

  private static String cut(String name) {
    return cut(name, 20);
  }

  private static String cut(String name, int most) {
    return name.length() <= most ? name : name.substring(0, most - 1) + "…";
  }
}
