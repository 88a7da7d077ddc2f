package org.quarry.ui.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Widths of columns, where they stand, and which of them are in view. The first ones may be frozen:
 * they stay at the left while the others scroll under them. All in pixels.
 */
final class ColumnLayout {
  /** The narrowest a column gets by itself or by hand. */
  static final double MINIMUM = 48;

  /** The widest a column gets by itself. */
  static final double MAXIMUM = 320;

  /** What frozen columns leave at the least for those that scroll. */
  static final double SCROLLED = 120;

  private static final double FIRST_GUESS = 120;

  private List<GridColumn> columns = List.of();
  private double[] widths = {};
  private boolean[] settled = {};
  private double[] starts = {0};
  private double scroll;
  private double view;
  private int wanted;
  private int frozen;

  /** Forgets all columns and their widths, and that some are frozen. */
  void clear() {
    wanted = 0;
    columns = List.of();
    widths = new double[0];
    settled = new boolean[0];
    place();
  }

  /**
   * Takes new columns; a column keeps its width if one of the same name was there.
   *
   * @return for each new column the place it had before, or -1
   */
  int[] setColumns(GridSource source) {
    Map<String, Integer> old = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      old.putIfAbsent(columns.get(i).name(), i);
    }
    int count = source.columnCount();
    List<GridColumn> now = new ArrayList<>(count);
    double[] width = new double[count];
    boolean[] known = new boolean[count];
    int[] from = new int[count];
    for (int i = 0; i < count; i++) {
      GridColumn column = source.column(i);
      now.add(column);
      boolean sameplace = i < columns.size() && columns.get(i).name().equals(column.name());
      Integer before = sameplace ? Integer.valueOf(i) : old.get(column.name());
      from[i] = before == null ? -1 : before;
      if (before != null) {
        width[i] = widths[before];
        known[i] = settled[before];
      } else {
        known[i] = column.preferredWidth() > 0;
        width[i] = known[i] ? column.preferredWidth() : FIRST_GUESS;
      }
    }
    columns = now;
    widths = width;
    settled = known;
    place();
    return from;
  }

  /** The names of the columns in order. */
  List<String> names() {
    return columns.stream().map(GridColumn::name).toList();
  }

  int count() {
    return columns.size();
  }

  GridColumn column(int column) {
    return columns.get(column);
  }

  double width(int column) {
    return widths[column];
  }

  /** Whether the width was given, set by hand, or fitted before. */
  boolean settled(int column) {
    return settled[column];
  }

  /** Sets a width for good; one under the minimum becomes the minimum. */
  void setWidth(int column, double width) {
    widths[column] = Math.max(MINIMUM, Math.rint(width));
    settled[column] = true;
    place();
  }

  /** Lets a column fit its content again when it is next seen. */
  void forgetWidth(int column) {
    settled[column] = false;
  }

  /** Freezes the first columns, as many of them as leave {@value #SCROLLED} pixels to the rest. */
  void setFrozen(int first) {
    wanted = Math.max(0, first);
    place();
  }

  /** How many columns are frozen now; fewer than asked for in a narrow view. */
  int frozen() {
    return frozen;
  }

  /** The width of the frozen columns. */
  double frozenWidth() {
    return starts[frozen];
  }

  /** The left edge in the view's pixels; left of the frozen columns' end when scrolled out. */
  double x(int column) {
    return column < frozen ? starts[column] : starts[column] - scroll;
  }

  /** The right edge in the view's pixels. */
  double right(int column) {
    return x(column) + widths[column];
  }

  /** The width of all columns. */
  double total() {
    return starts[starts.length - 1];
  }

  void setView(double width) {
    view = Math.max(0, width);
    bound();
  }

  /** The width of the view. */
  double view() {
    return view;
  }

  double scroll() {
    return scroll;
  }

  /** The largest scroll; 0 when all columns fit. */
  double maximum() {
    return Math.max(0, total() - view);
  }

  void scrollTo(double x) {
    scroll = Math.rint(Math.clamp(x, 0, maximum()));
  }

  /** Scrolls as little as needed for the column to be in view, its left edge before all. */
  void reveal(int column) {
    if (column < frozen) {
      return;
    }
    double x = scroll;
    if (starts[column + 1] > x + view) {
      x = starts[column + 1] - view;
    }
    scrollTo(Math.min(x, starts[column] - frozenWidth()));
  }

  /** The first column in view of those that scroll, also in part. */
  int first() {
    return Math.max(frozen, at(scroll + frozenWidth()));
  }

  /** The column after the last one in view. */
  int end() {
    if (count() == 0 || view <= 0) {
      return first();
    }
    int last = at(scroll + view - 1);
    return last < 0 ? count() : last + 1;
  }

  /** The column at a pixel of the view, or -1 where there is none. */
  int columnAt(double x) {
    return at(x < frozenWidth() ? x : x + scroll);
  }

  /** The gap between columns nearest to a pixel of the view: 0 before the first column. */
  int gapAt(double x) {
    int column = columnAt(Math.max(0, x));
    if (column < 0) {
      return count();
    }
    return x < x(column) + widths[column] / 2 ? column : column + 1;
  }

  /** Where a gap is in the view; one that is scrolled out is where the frozen columns end. */
  double gapX(int gap) {
    double x = gap == 0 ? 0 : gap < count() ? x(gap) : right(count() - 1);
    return gap < frozen ? x : Math.max(frozenWidth(), x);
  }

  private int at(double x) {
    if (x < 0 || x >= total()) {
      return -1;
    }
    int found = Arrays.binarySearch(starts, x);
    int column = found >= 0 ? found : -found - 2;
    return Math.min(column, count() - 1);
  }

  private void place() {
    starts = new double[widths.length + 1];
    for (int i = 0; i < widths.length; i++) {
      starts[i + 1] = starts[i] + widths[i];
    }
    bound();
  }

  private void bound() {
    frozen = Math.min(wanted, count());
    while (frozen > 0 && starts[frozen] > view - SCROLLED) {
      frozen--;
    }
    scrollTo(scroll);
  }
}
