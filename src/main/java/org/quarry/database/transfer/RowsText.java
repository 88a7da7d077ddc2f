package org.quarry.database.transfer;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows in one format. What stands before the first row is written when it is made. */
interface RowsText {
  /** Writes a row of whole values: null, Long, Double, String or {@code byte[]}. */
  void row(List<? extends @Nullable Object> values) throws IOException;

  /** Writes what stands after the last row and hands on all that was held back. */
  void end() throws IOException;
}
