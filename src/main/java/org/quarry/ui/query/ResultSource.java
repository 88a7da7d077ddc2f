package org.quarry.ui.query;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quarry.database.query.QueryColumn;
import org.quarry.database.query.QueryResult;
import org.quarry.database.transfer.CopyColumn;
import org.quarry.database.transfer.CopyFormat;
import org.quarry.database.transfer.CopyText;
import org.quarry.ui.grid.CellRange;
import org.quarry.ui.grid.GridCell;
import org.quarry.ui.grid.GridColumn;
import org.quarry.ui.grid.GridListener;
import org.quarry.ui.grid.GridSource;
import org.quarry.ui.grid.ValueCell;
import org.quarry.ui.kit.ClipboardText;
import org.quarry.work.Work;

/** A result as the grid draws it. */
final class ResultSource implements GridSource {
  /** Characters of a text that a cell can show at most. */
  private static final int LOOKED_AT = 100;

  private final QueryResult result;

  ResultSource(QueryResult result) {
    this.result = result;
  }

  @Override
  public long rowCount() {
    return result.rows().size();
  }

  @Override
  public boolean rowCountExact() {
    return result.outcome().complete();
  }

  @Override
  public int columnCount() {
    return result.columns().size();
  }

  @Override
  public GridColumn column(int column) {
    QueryColumn heading = result.columns().get(column);
    return GridColumn.of(heading.name())
        .withNumeric(isNumeric(column))
        .withTooltip(
            heading.declaredType() == null
                ? heading.name() + " · expression"
                : heading.name() + " · " + heading.declaredType());
  }

  /** By the first values: an expression has no type. */
  private boolean isNumeric(int column) {
    for (int i = 0; i < Math.min(LOOKED_AT, result.rows().size()); i++) {
      Object value = result.rows().get(i)[column];
      if (value != null) {
        return value instanceof Number;
      }
    }
    return false;
  }

  @Override
  public GridCell cell(long row, int column) {
    return ValueCell.of(result.rows().get((int) row)[column]);
  }

  @Override
  public void setListener(@Nullable GridListener listener) {
    // A result never changes.
  }

  /** Makes text of cells; INSERT statements are for a table called result. */
  Work<ClipboardText.Copy> copy(CellRange range, CopyFormat format) {
    int first = range.firstColumn();
    int past = Math.min(range.lastColumn() + 1, columnCount());
    List<CopyColumn> columns =
        IntStream.range(first, past)
            .mapToObj(at -> new CopyColumn(result.columns().get(at).name(), isNumeric(at)))
            .toList();
    long last = Math.min(range.lastRow(), rowCount() - 1);
    return monitor -> {
      CopyText.require(last - range.firstRow() + 1);
      CopyText text = new CopyText(format, "result", columns);
      for (long row = range.firstRow(); row <= last; row++) {
        monitor.checkpoint();
        monitor.report(row - range.firstRow(), range.rows(), "");
        text.row(Arrays.asList(result.rows().get((int) row)).subList(first, past));
      }
      return new ClipboardText.Copy(text.end(), text.copied());
    };
  }
}
