package org.quarry.database.records;

import java.util.Arrays;

/**
 * Every {@value RowidOrder#STEP}th rowid of a table from its first on, immutable to its readers:
 * growing shares the array, of which a reader sees only its own length.
 */
final class Anchors {
  /** Before anything is known. */
  static final Anchors NONE = new Anchors(new long[0], 0, 0, false);

  /** Of a table without rows. */
  static final Anchors EMPTY = new Anchors(new long[0], 0, 0, true);

  private final long[] rowids;
  private final int length;
  private final long rows;
  private final boolean exact;

  private Anchors(long[] rowids, int length, long rows, boolean exact) {
    this.rowids = rowids;
    this.length = length;
    this.rows = rows;
    this.exact = exact;
  }

  static Anchors startingAt(long least) {
    long[] rowids = new long[64];
    rowids[0] = least;
    return new Anchors(rowids, 1, 0, false);
  }

  /** With one anchor more. */
  Anchors with(long rowid) {
    long[] room = length < rowids.length ? rowids : Arrays.copyOf(rowids, length * 2);
    room[length] = rowid;
    return new Anchors(room, length + 1, rows + RowidOrder.STEP, false);
  }

  /** Complete, with so many rows from the last anchor on. */
  Anchors ending(long rest) {
    return new Anchors(rowids, length, rows + rest, true);
  }

  /** Rows up to the last anchor, or all of them once it is exact. */
  long rows() {
    return rows;
  }

  boolean exact() {
    return exact;
  }

  /** Whether the place is at or after an anchor and at most one step from it. */
  boolean reaches(long place) {
    return place / RowidOrder.STEP < length;
  }

  long anchor(long place) {
    return rowids[(int) (place / RowidOrder.STEP)];
  }

  /** The number of the last anchor that is not past a rowid; -1 before all of them. */
  int indexOf(long rowid) {
    int at = Arrays.binarySearch(rowids, 0, length, rowid);
    return at >= 0 ? at : -at - 2;
  }

  /** The rowid of an anchor by its number. */
  long at(int index) {
    return rowids[index];
  }

  long last() {
    return rowids[length - 1];
  }

  /** The place of the last anchor. */
  long lastPlace() {
    return (long) (length - 1) * RowidOrder.STEP;
  }

  /** How many rows there may be, if they go on as densely as so far. */
  long estimate(long greatest) {
    double span = (double) last() - rowids[0];
    double whole = (double) greatest - rowids[0] + 1;
    return span <= 0 ? rows : Math.round(rows * (whole / span));
  }

  /** The rowid that stands about at a place. */
  long interpolate(long place, long least, long greatest) {
    double perRow = 1;
    double from = least;
    double start = 0;
    if (length > 1) {
      perRow = ((double) last() - rowids[0]) / lastPlace();
      from = last();
      start = lastPlace();
    }
    double guess = from + (place - start) * perRow;
    return guess >= greatest ? greatest : (long) guess;
  }
}
