package org.quarry.ui.records;

import java.util.List;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;

/**
 * The columns of a table that the grid shows, in the order it shows them. A place counts from the
 * left, from 0. For the UI thread.
 */
public final class RecordColumns {
  private Table table;
  private List<Column> shown;

  /** Shows all columns of a table in its own order. */
  RecordColumns(Table table) {
    this.table = table;
    shown = table.columns();
  }

  /** Takes the table as it is now. */
  void setTable(Table now) {
    table = now;
    shown = now.columns();
  }

  /** The columns shown, from the left. */
  public List<Column> shown() {
    return shown;
  }

  /** How many are shown. */
  public int count() {
    return shown.size();
  }

  /** The column at a place. */
  public Column at(int place) {
    return shown.get(place);
  }

  /** The columns from one place to another, both included. */
  public List<Column> between(int first, int last) {
    return shown.subList(first, last + 1);
  }

  /** The place of a column, or -1 while it is hidden or when there is none of that name. */
  public int placeOf(String name) {
    for (int place = 0; place < shown.size(); place++) {
      if (shown.get(place).name().equalsIgnoreCase(name)) {
        return place;
      }
    }
    return -1;
  }

  /** Where the value of the column at a place stands among the cells of a row. */
  int cellOf(int place) {
    return table.columns().indexOf(shown.get(place));
  }
}
