package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quarry.database.schema.Column;
import org.quarry.ui.kit.TableLayout;

/**
 * Columns in a remembered order.
 *
 * @param order each column of the table once
 * @param frozen how many at the head are frozen
 */
record ColumnOrder(List<Column> order, int frozen) {
  /**
   * Brings a table's columns into a remembered order. Columns that are no more are left out; one
   * that is new follows the column that it follows in the table, and is frozen between frozen ones.
   */
  static ColumnOrder of(List<Column> columns, TableLayout layout) {
    Map<String, Column> missing = new LinkedHashMap<>();
    columns.forEach(column -> missing.put(column.name(), column));
    List<Column> order = new ArrayList<>();
    int frozen = 0;
    for (int at = 0; at < layout.order().size(); at++) {
      Column column = missing.remove(layout.order().get(at));
      if (column != null) {
        order.add(column);
        frozen += at < layout.frozen() ? 1 : 0;
      }
    }
    for (Column column : missing.values()) {
      int place = columns.indexOf(column);
      int at = place == 0 ? 0 : order.indexOf(columns.get(place - 1)) + 1;
      order.add(at, column);
      frozen += at < frozen ? 1 : 0;
    }
    return new ColumnOrder(List.copyOf(order), frozen);
  }
}
