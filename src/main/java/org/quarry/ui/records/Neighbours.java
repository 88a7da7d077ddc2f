package org.quarry.ui.records;

/** What a Records tab asks of the window around it. For the UI thread. */
public interface Neighbours {
  /** Opens SQL in a tab of its own and runs it. */
  void query(String sql);

  /** Opens SQL in a tab of its own, runs it, and shows its rows as a chart. */
  void chart(String sql);
}
