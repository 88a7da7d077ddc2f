package org.quarry.database.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the rows of a running statement go, one by one, on the thread that runs it. */
@FunctionalInterface
public interface RowSink {
  /**
   * Told once, before the first row, by a statement that has columns.
   *
   * @param columns in their order
   */
  default void columns(List<QueryColumn> columns) {}

  /**
   * Takes a row.
   *
   * @param row by position: Long, Double, String, byte[] or null; the sink may keep it
   * @return whether it takes another one; after false the statement ends as incomplete
   */
  boolean row(@Nullable Object[] row);
}
