package org.quarry.ui.grid;

/**
 * Which rows of a long list are in view. The position is a whole number of pixels from the top of
 * all rows, kept in a {@code long}, so that a step of one row is exact anywhere.
 */
final class RowViewport {
  /** The height of every row in pixels. */
  static final int ROW_HEIGHT = 26;

  private long count;
  private int height;
  private long pixels;
  private double rest;

  /** Sets the number of rows; the position stays if it can. */
  void setCount(long rows) {
    count = Math.max(0, rows);
    clamp();
  }

  /** Sets the number of rows, and the place at which the first row in view stands now. */
  void moveFirst(long total, long first) {
    count = Math.max(0, total);
    pixels = first * ROW_HEIGHT + pixels % ROW_HEIGHT;
    clamp();
  }

  /** Whether a row is wholly in view. */
  boolean shows(long row) {
    long top = row * ROW_HEIGHT;
    return top >= pixels && top + ROW_HEIGHT <= pixels + height;
  }

  /** Sets the height of the view in pixels; the position stays if it can. */
  void setHeight(double view) {
    height = (int) Math.max(0, view);
    clamp();
  }

  long count() {
    return count;
  }

  /** The first row in view, also when only its last pixels are. */
  long first() {
    return pixels / ROW_HEIGHT;
  }

  /** How many rows are in view, also in part. */
  int visible() {
    long bottom = pixels + height;
    long end = Math.min(count, (bottom + ROW_HEIGHT - 1) / ROW_HEIGHT);
    return (int) Math.max(0, end - first());
  }

  /** How many whole rows fit, at least 1. */
  int page() {
    return Math.max(1, height / ROW_HEIGHT);
  }

  /** The position in rows, as a scroll bar wants it. */
  double position() {
    return (double) pixels / ROW_HEIGHT;
  }

  /** The largest position in rows; 0 when all rows fit. */
  double maximum() {
    return (double) maximumPixels() / ROW_HEIGHT;
  }

  /** Whether the rows are higher than so many pixels. */
  boolean overflows(double view) {
    return count * ROW_HEIGHT > view;
  }

  /** The share of all rows that is in view, 0 to 1. */
  double share() {
    return count == 0 ? 1 : Math.min(1, (double) height / ROW_HEIGHT / count);
  }

  /** Moves to a position in rows; one outside is brought inside. */
  void moveTo(double position) {
    pixels = Math.round(position * ROW_HEIGHT);
    clamp();
  }

  /** Puts a row at the top, or as near as the end of the rows allows. */
  void moveToRow(long row) {
    pixels = Math.clamp(row, 0, Math.max(0, count - 1)) * ROW_HEIGHT;
    clamp();
  }

  /** Moves by pixels, down when positive; fractions add up. */
  void moveBy(double delta) {
    rest += delta;
    long whole = (long) rest;
    rest -= whole;
    pixels += whole;
    clamp();
  }

  /** Moves as little as needed for the row to be wholly in view. */
  void reveal(long row) {
    long top = row * ROW_HEIGHT;
    if (top < pixels) {
      pixels = top;
    } else if (top + ROW_HEIGHT > pixels + height) {
      pixels = top + ROW_HEIGHT - height;
    }
    clamp();
  }

  /** The top of a row in the view's pixels; negative above it. */
  double y(long row) {
    return row * ROW_HEIGHT - pixels;
  }

  /** The row at a pixel of the view, the nearest one when there is none; -1 without rows. */
  long rowAt(double y) {
    long row = Math.floorDiv(pixels + (long) Math.floor(y), (long) ROW_HEIGHT);
    return Math.min(Math.max(0, row), count - 1);
  }

  private long maximumPixels() {
    return Math.max(0, count * ROW_HEIGHT - height);
  }

  private void clamp() {
    pixels = Math.clamp(pixels, 0, maximumPixels());
  }
}
