package org.quarry.ui.query;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.quarry.database.query.QueryColumn;
import org.quarry.database.query.QueryResult;
import org.quarry.ui.grid.CellRange;
import org.quarry.ui.grid.GridCell;
import org.quarry.ui.grid.GridColumn;
import org.quarry.ui.grid.GridListener;
import org.quarry.ui.grid.GridSource;

/** A result as the grid draws it. */
final class ResultSource implements GridSource {
  /** Characters of a text that a cell can show at most. */
  private static final int SHOWN = 300;

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
    return switch (result.rows().get((int) row)[column]) {
      case null -> GridCell.NULL;
      case Number number -> GridCell.number(number.toString());
      case byte[] blob -> GridCell.blob(blob.length);
      case String text ->
          GridCell.text(text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text);
      case Object other -> throw new IllegalStateException("Not SQLite's: " + other.getClass());
    };
  }

  @Override
  public void setListener(@Nullable GridListener listener) {
    // A result never changes.
  }

  /** Cells as tab-separated text; NULL is empty, bytes are hexadecimal. */
  String text(CellRange range, boolean headers) {
    StringBuilder text = new StringBuilder();
    int last = Math.min(range.lastColumn(), columnCount() - 1);
    if (headers) {
      for (int column = range.firstColumn(); column <= last; column++) {
        text.append(column > range.firstColumn() ? "\t" : "");
        text.append(result.columns().get(column).name());
      }
      text.append('\n');
    }
    for (long row = range.firstRow(); row <= Math.min(range.lastRow(), rowCount() - 1); row++) {
      text.append(row > range.firstRow() ? "\n" : "");
      for (int column = range.firstColumn(); column <= last; column++) {
        text.append(column > range.firstColumn() ? "\t" : "");
        text.append(plain(result.rows().get((int) row)[column]));
      }
    }
    return text.toString();
  }

  private static String plain(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case byte[] blob -> HexFormat.of().formatHex(blob);
      default -> value.toString();
    };
  }
}
