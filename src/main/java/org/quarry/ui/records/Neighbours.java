package org.quarry.ui.records;

import java.util.Map;
import org.quarry.database.records.RowKey;

/** What a Records tab asks of the window around it. For the UI thread. */
public interface Neighbours {
  /** Opens SQL in a tab of its own and runs it. */
  void query(String sql);

  /** Opens SQL in a tab of its own, runs it, and shows its rows as a chart. */
  void chart(String sql);

  /**
   * Shows a row in the tab of its table and selects one of its cells; Back returns from there.
   *
   * @param table a table of the file
   * @param column the cell's column
   */
  void showRow(String table, RowKey key, String column);

  /**
   * Shows those rows of a table, in its tab, that pass filters of its columns; Back returns.
   *
   * @param filters by column, as they are typed into the columns' filter boxes
   */
  void showRows(String table, Map<String, String> filters);

  /** Predicts a column of a table that can be written to, on a page of its own; Back returns. */
  void predict(String table, String column);

  /** The tab is about to show other rows of its own; Back returns to those it shows now. */
  void leaving();
}
