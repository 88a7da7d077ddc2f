package org.quarry.ui.grid;

/**
 * A rectangle of cells, both ends included, kept as four numbers whatever its size.
 *
 * @param firstRow from 0
 * @param lastRow -1 in an empty range
 * @param firstColumn from 0
 * @param lastColumn -1 in an empty range
 * @param wholeRows whether rows were selected, not cells that happen to fill them
 */
public record CellRange(
    long firstRow, long lastRow, int firstColumn, int lastColumn, boolean wholeRows) {
  /** No cell at all. */
  public static final CellRange EMPTY = new CellRange(0, -1, 0, -1, false);

  /** Whether there is no cell in it. */
  public boolean isEmpty() {
    return lastRow < firstRow || lastColumn < firstColumn;
  }

  /** How many rows it spans. */
  public long rows() {
    return isEmpty() ? 0 : lastRow - firstRow + 1;
  }

  /** How many columns it spans. */
  public int columns() {
    return isEmpty() ? 0 : lastColumn - firstColumn + 1;
  }

  /** How many cells it holds. */
  public long cells() {
    return rows() * columns();
  }

  /** Whether the cell is inside. */
  public boolean contains(long row, int column) {
    return containsRow(row) && column >= firstColumn && column <= lastColumn;
  }

  /** Whether the row is touched. */
  public boolean containsRow(long row) {
    return !isEmpty() && row >= firstRow && row <= lastRow;
  }
}
