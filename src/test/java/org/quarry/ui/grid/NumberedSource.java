package org.quarry.ui.grid;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A source of any size whose cells say where they are; it counts what it is asked for. */
final class NumberedSource implements GridSource {
  final Map<CellPosition, GridCell> special = new HashMap<>();
  final Map<Long, RowState> states = new HashMap<>();
  final Set<CellPosition> asked = new HashSet<>();
  final int columns;
  long rows;
  long calls;
  long visibleFirst = -1;
  int visibleCount = -1;
  ColumnSort firstSort = ColumnSort.NONE;
  private @Nullable GridListener listener;

  NumberedSource(long rows, int columns) {
    this.rows = rows;
    this.columns = columns;
  }

  void put(long row, int column, GridCell cell) {
    special.put(new CellPosition(row, column), cell);
  }

  GridListener listener() {
    return Objects.requireNonNull(listener, "no grid listens");
  }

  void forget() {
    asked.clear();
    calls = 0;
  }

  @Override
  public long rowCount() {
    return rows;
  }

  @Override
  public boolean rowCountExact() {
    return true;
  }

  @Override
  public int columnCount() {
    return columns;
  }

  @Override
  public GridColumn column(int column) {
    GridColumn plain = GridColumn.of("column " + column).withNumeric(column == 0);
    return column == 0 ? plain.withMark("fth-key").withSort(firstSort) : plain;
  }

  @Override
  public GridCell cell(long row, int column) {
    calls++;
    CellPosition position = new CellPosition(row, column);
    asked.add(position);
    GridCell known = special.get(position);
    if (known != null) {
      return known;
    }
    return column == 0
        ? GridCell.number(Long.toString(row))
        : GridCell.text("r" + row + " c" + column);
  }

  @Override
  public RowState rowState(long row) {
    return states.getOrDefault(row, RowState.NORMAL);
  }

  @Override
  public void visible(long first, int count) {
    visibleFirst = first;
    visibleCount = count;
  }

  @Override
  public void setListener(@Nullable GridListener to) {
    listener = to;
  }
}
