package org.quarry.ui.grid;

import org.jspecify.annotations.Nullable;

/** Nothing to draw: what a grid has before it is given a source. */
final class EmptySource implements GridSource {
  @Override
  public long rowCount() {
    return 0;
  }

  @Override
  public boolean rowCountExact() {
    return true;
  }

  @Override
  public int columnCount() {
    return 0;
  }

  @Override
  public GridColumn column(int column) {
    throw new IndexOutOfBoundsException(column);
  }

  @Override
  public GridCell cell(long row, int column) {
    throw new IndexOutOfBoundsException(column);
  }

  @Override
  public void setListener(@Nullable GridListener listener) {}
}
