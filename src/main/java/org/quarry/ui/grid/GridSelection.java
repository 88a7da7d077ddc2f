package org.quarry.ui.grid;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

/**
 * What is selected: the rectangle between an anchor, where it began, and a lead, where the keyboard
 * stands. Whole rows and all rows are ranges as well, never lists. It knows no control.
 */
final class GridSelection {
  private long rows;
  private int columns;
  private long anchorRow = -1;
  private int anchorColumn;
  private long leadRow = -1;
  private int leadColumn;
  private boolean wholeRows;
  private boolean all;

  /** Tells how large the grid is; what is selected outside is brought inside. */
  void setSize(long rowCount, int columnCount) {
    rows = rowCount;
    columns = columnCount;
    if (rows == 0 || columns == 0) {
      clear();
    } else if (leadRow >= 0) {
      anchorRow = Math.min(anchorRow, rows - 1);
      leadRow = Math.min(leadRow, rows - 1);
      anchorColumn = Math.min(anchorColumn, columns - 1);
      leadColumn = Math.min(leadColumn, columns - 1);
    }
  }

  /**
   * Follows columns to other places. Columns that no longer stand together leave the lead's one.
   *
   * @param before the place that each column had, or -1 for one that was not there
   */
  void setColumns(int[] before) {
    int[] now = new int[Math.max(columns, before.length)];
    Arrays.fill(now, -1);
    for (int place = 0; place < before.length; place++) {
      if (before[place] >= 0 && before[place] < now.length) {
        now[before[place]] = place;
      }
    }
    if (isEmpty() || now.length == 0) {
      return;
    }
    int left = Math.min(anchorColumn, leadColumn);
    int right = Math.max(anchorColumn, leadColumn);
    int[] kept = Arrays.stream(now, left, right + 1).filter(place -> place >= 0).sorted().toArray();
    boolean together = kept.length > 0 && kept[kept.length - 1] - kept[0] == kept.length - 1;
    boolean forth = anchorColumn <= leadColumn;
    if (together) {
      anchorColumn = forth ? kept[0] : kept[kept.length - 1];
      leadColumn = forth ? kept[kept.length - 1] : kept[0];
    } else {
      leadColumn = now[leadColumn] < 0 ? leadColumn : now[leadColumn];
      anchorColumn = leadColumn;
    }
  }

  /** Follows the rows to where they stand now. */
  void moveRows(long rowCount, LongUnaryOperator now) {
    if (leadRow >= 0) {
      anchorRow = now.applyAsLong(anchorRow);
      leadRow = now.applyAsLong(leadRow);
    }
    setSize(rowCount, columns);
  }

  /** The rows of the anchor and the lead; none without a selection. */
  LongStream ends() {
    return leadRow < 0 ? LongStream.empty() : LongStream.of(anchorRow, leadRow);
  }

  /** Selects nothing. */
  void clear() {
    anchorRow = -1;
    leadRow = -1;
    anchorColumn = 0;
    leadColumn = 0;
    wholeRows = false;
    all = false;
  }

  boolean isEmpty() {
    return leadRow < 0;
  }

  /** The row the keyboard stands on, or -1. */
  long leadRow() {
    return leadRow;
  }

  /** The column the keyboard stands on. */
  int leadColumn() {
    return leadColumn;
  }

  /**
   * Moves the lead to a cell; one outside is brought inside.
   *
   * @param extend whether the anchor stays, so that all between is selected
   */
  void moveTo(long row, int column, boolean extend) {
    if (rows == 0 || columns == 0) {
      return;
    }
    boolean fresh = isEmpty() || !extend;
    all = false;
    leadRow = Math.clamp(row, 0L, rows - 1);
    leadColumn = Math.clamp(column, 0, columns - 1);
    if (fresh) {
      anchorRow = leadRow;
      anchorColumn = leadColumn;
      wholeRows = false;
    }
  }

  /** Moves the lead by rows and columns, never past an edge; from nothing to the first cell. */
  void moveBy(long rowStep, int columnStep, boolean extend) {
    if (isEmpty()) {
      moveTo(0, 0, false);
    } else {
      moveTo(saturated(leadRow, rowStep), (int) saturated(leadColumn, columnStep), extend);
    }
  }

  /**
   * Moves to the next cell in reading order, over the ends of rows.
   *
   * @param step 1 forth, -1 back
   * @return false, and nothing moves, when there is no such cell
   */
  boolean step(int step) {
    if (isEmpty()) {
      moveTo(0, 0, false);
      return !isEmpty();
    }
    int column = leadColumn + step;
    long row = leadRow;
    if (column < 0 || column >= columns) {
      row += step;
      column = step > 0 ? 0 : columns - 1;
    }
    if (row < 0 || row >= rows) {
      return false;
    }
    moveTo(row, column, false);
    return true;
  }

  /** Selects a whole row, or with {@code extend} the rows from the anchor to it. */
  void moveToRow(long row, boolean extend) {
    moveTo(row, leadColumn, extend);
    wholeRows = !isEmpty();
  }

  /** Makes the rows of what is selected whole. */
  void wholeRows() {
    wholeRows = !isEmpty();
  }

  /** Selects a range; the lead is on its last cell. An empty one selects nothing. */
  void select(CellRange range) {
    clear();
    if (!range.isEmpty()) {
      moveTo(range.firstRow(), range.firstColumn(), false);
      moveTo(range.lastRow(), range.lastColumn(), true);
      wholeRows = range.wholeRows() && !isEmpty();
    }
  }

  /** Selects rows; the lead is on the last one. */
  void selectRows(long first, long last) {
    moveTo(first, leadColumn, false);
    moveToRow(last, true);
  }

  /** Selects all rows, also those that the count gains later; the lead stays. */
  void selectAll() {
    if (isEmpty()) {
      moveTo(0, 0, false);
    }
    all = !isEmpty();
  }

  /** The cells selected. */
  CellRange range() {
    if (isEmpty()) {
      return CellRange.EMPTY;
    }
    if (all) {
      return new CellRange(0, rows - 1, 0, columns - 1, true);
    }
    int left = wholeRows ? 0 : Math.min(anchorColumn, leadColumn);
    int right = wholeRows ? columns - 1 : Math.max(anchorColumn, leadColumn);
    return new CellRange(
        Math.min(anchorRow, leadRow), Math.max(anchorRow, leadRow), left, right, wholeRows);
  }

  private static long saturated(long value, long step) {
    long sum = value + step;
    return ((value ^ sum) & (step ^ sum)) < 0 ? (step > 0 ? Long.MAX_VALUE : 0) : sum;
  }
}
