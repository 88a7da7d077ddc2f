package org.quarry.ui.grid;

import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What the parts of one grid share: what it draws, what is in view, what is selected. */
final class GridState {
  final RowViewport rows = new RowViewport();
  final ColumnLayout columns = new ColumnLayout();
  final GridSelection selection = new GridSelection();
  private GridSource source = new EmptySource();
  private @Nullable GridEditing editing;

  GridSource source() {
    return source;
  }

  Optional<GridEditing> editing() {
    return Optional.ofNullable(editing);
  }

  void setEditing(@Nullable GridEditing to) {
    editing = to;
  }

  /** Lets go of one source and takes another. */
  void setSource(GridSource next, GridListener listener) {
    source.setListener(null);
    source = next;
    rows.setCount(0);
    columns.clear();
    selection.clear();
    readColumns();
    readRows();
    source.setListener(listener);
  }

  /** Reads the columns again; what is selected follows its columns. */
  void readColumns() {
    int[] before = columns.setColumns(source);
    selection.setColumns(before);
    selection.setSize(source.rowCount(), columns.count());
  }

  /** Reads the number of rows again. */
  void readRows() {
    rows.setCount(source.rowCount());
    selection.setSize(source.rowCount(), columns.count());
  }

  /** Reads the number of rows again; what is in view and selected goes where its rows are now. */
  void moveRows(LongUnaryOperator now) {
    rows.moveFirst(source.rowCount(), now.applyAsLong(rows.first()));
    selection.moveRows(source.rowCount(), now);
  }

  /** The places of the first row in view and of the ends of the selection. */
  LongStream standing() {
    return LongStream.concat(LongStream.of(rows.first()), selection.ends());
  }
}
