package org.quarry.database.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement's outcome with its rows in memory.
 *
 * @param outcome what came of it
 * @param rows each by position: Long, Double, String, byte[] or null
 */
public record QueryResult(Outcome outcome, List<@Nullable Object[]> rows) {
  /** The columns; empty for a statement without rows. */
  public List<QueryColumn> columns() {
    return outcome.columns();
  }
}
