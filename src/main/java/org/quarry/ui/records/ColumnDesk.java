package org.quarry.ui.records;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.util.Subscription;
import org.quarry.database.schema.Column;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.grid.GridColumns;
import org.quarry.ui.kit.TableLayout;
import org.quarry.ui.kit.TableLayouts;

/**
 * Arranges the columns of a grid: what a person does to them in the grid and in menus goes to
 * {@link RecordColumns}, and from there back to the grid and to what is remembered of the table.
 */
final class ColumnDesk implements GridColumns {
  private final RecordsModel model;
  private final RecordColumns columns;
  private final DataGrid grid;
  private final TableLayouts layouts;
  private final TableLayouts.Key key;
  private final Subscription changes;

  /** Arranges the columns as they are remembered; to be made before the grid has its source. */
  ColumnDesk(RecordsModel model, DataGrid grid, TableLayouts layouts) {
    this.model = model;
    this.grid = grid;
    this.layouts = layouts;
    columns = model.columns();
    key = TableLayouts.Key.of(model.open().database().file(), model.table().name());
    columns.arrange(layouts.get(key));
    grid.setOnColumns(this);
    changes = columns.changes().subscribe(count -> changed());
  }

  private void changed() {
    layouts.put(key, columns.layout());
    grid.setFrozenColumns(columns.frozen());
  }

  /** Takes the grid's source, which has no frozen columns at first. */
  void attached() {
    grid.setFrozenColumns(columns.frozen());
  }

  RecordColumns columns() {
    return columns;
  }

  FilterModel filters() {
    return model.filters();
  }

  @Override
  public void moved(int from, int to) {
    columns.move(from, to);
  }

  @Override
  public void widthChanged(int place, double width) {
    columns.setWidths(Map.of(columns.at(place), width));
  }

  /** Moves a column by one place, -1 to the left, and keeps it in view. */
  void step(int place, int by) {
    int to = place + by;
    if (to >= 0 && to < columns.count()) {
      columns.move(place, to);
      grid.scrollToColumn(to);
    }
  }

  /** Fits a column to what is in sight. */
  void fit(int place) {
    grid.fitColumn(place);
  }

  /** Fits all columns to what is in sight. */
  void fitAll() {
    grid.fitColumns();
    Map<Column, Double> widths = new HashMap<>();
    for (int place = 0; place < columns.count(); place++) {
      widths.put(columns.at(place), grid.columnWidth(place));
    }
    columns.setWidths(widths);
  }

  /** Shows a column's values in a format, as wide as that needs unless a width was chosen. */
  void setFormat(int place, Optional<ColumnFormat> format) {
    Column column = columns.at(place);
    columns.setFormat(column, format);
    if (columns.width(column).isEmpty()) {
      grid.forgetWidth(place);
    }
  }

  /** Shows the columns that name a row; without a key nothing changes. */
  void showKeyOnly() {
    columns.showOnly(model.table().key());
  }

  /** Whether the table has columns that name a row. */
  boolean hasKey() {
    return !model.table().key().isEmpty();
  }

  /** Shows all columns in the table's order, as wide as they need and as they are stored. */
  void reset() {
    columns.arrange(TableLayout.NONE);
    for (int place = 0; place < columns.count(); place++) {
      grid.forgetWidth(place);
    }
  }

  /** Stops listening. */
  void close() {
    changes.unsubscribe();
  }
}
