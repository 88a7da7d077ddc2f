package org.quarry.ui.query;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.quarry.database.query.QueryResult;
import org.quarry.ui.chart.ChartModel;

/** One result with rows: what its tab says, its rows, its chart. */
public final class QuerySheet {
  private final String title;
  private final QueryResult result;
  private final String sql;
  private final ChartModel chart;
  private final BooleanProperty charted;

  QuerySheet(int number, QueryResult result, String sql, ChartModel chart, boolean charted) {
    this.sql = sql;
    this.title =
        number
            + " · "
            + Words.count(result.rows().size(), "row")
            + " · "
            + Words.time(result.outcome().nanos());
    this.result = result;
    this.chart = chart;
    this.charted = new SimpleBooleanProperty(charted);
  }

  /** What the tab says: {@code 1 · 3 rows · 0.8 ms}. */
  public String title() {
    return title;
  }

  /** The statement as it ran, values in place of its parameters. */
  public String sql() {
    return sql;
  }

  /** Whether it only reads, so that it can be run again to learn from its rows. */
  boolean isQuery() {
    return result.outcome().statement().isQuery();
  }

  /** The rows. */
  public QueryResult result() {
    return result;
  }

  /** Their chart. */
  public ChartModel chart() {
    return chart;
  }

  /** Whether the chart is shown, not the grid. */
  public BooleanProperty charted() {
    return charted;
  }

  /** What must be said about the rows: that there are more of them; null for nothing. */
  public @Nullable String note() {
    return result.outcome().complete()
        ? null
        : "first " + Words.count(result.rows().size(), "row") + "; the query has more";
  }
}
