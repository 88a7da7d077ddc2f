package org.quarry.ui.records;

import org.jspecify.annotations.Nullable;
import org.quarry.ui.grid.GridCell;
import org.quarry.ui.grid.GridColumn;
import org.quarry.ui.grid.GridListener;
import org.quarry.ui.grid.GridSource;
import org.quarry.ui.grid.RowState;

/** Marks the cells of another source that match what is looked for. */
final class FoundSource implements GridSource {
  private final GridSource cells;
  private final FindModel find;
  private @Nullable GridListener listener;

  FoundSource(GridSource cells, FindModel find) {
    this.cells = cells;
    this.find = find;
    find.pattern()
        .addListener(
            change -> {
              if (listener != null) {
                listener.cellsChanged();
              }
            });
  }

  @Override
  public GridCell cell(long row, int column) {
    GridCell cell = cells.cell(row, column);
    return find.matches(row, column) ? cell.withMatch(true) : cell;
  }

  @Override
  public long rowCount() {
    return cells.rowCount();
  }

  @Override
  public boolean rowCountExact() {
    return cells.rowCountExact();
  }

  @Override
  public int columnCount() {
    return cells.columnCount();
  }

  @Override
  public GridColumn column(int column) {
    return cells.column(column);
  }

  @Override
  public RowState rowState(long row) {
    return cells.rowState(row);
  }

  @Override
  public String rowLabel(long row) {
    return cells.rowLabel(row);
  }

  @Override
  public @Nullable String hint(long row, int column) {
    return cells.hint(row, column);
  }

  @Override
  public boolean leads(long row, int column) {
    return cells.leads(row, column);
  }

  @Override
  public void visible(long first, int count) {
    cells.visible(first, count);
  }

  @Override
  public void setListener(@Nullable GridListener told) {
    listener = told;
    cells.setListener(told);
  }
}
