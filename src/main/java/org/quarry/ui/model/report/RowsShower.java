package org.quarry.ui.model.report;

import java.util.List;
import org.quarry.database.records.RowKey;

/** Shows chosen rows, wherever rows are shown. For the UI thread. */
@FunctionalInterface
public interface RowsShower {
  /** Shows nothing. */
  RowsShower NONE = (table, rows) -> {};

  /**
   * Shows rows.
   *
   * @param table the name of the table
   * @param rows at most {@link org.quarry.database.records.KeyCondition#MOST_ROWS}, one at least
   */
  void show(String table, List<RowKey> rows);

  /** Shows the rows of a query; one that shows tables alone leaves it. */
  default void query(String sql) {}
}
