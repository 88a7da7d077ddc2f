package org.quarry.database.records;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as a grid shows it.
 *
 * @param key what names it
 * @param cells a value for each column of its table: null, Long, Double, String, {@link Clipped} or
 *     {@link BlobSize}
 * @param gone whether it was deleted since its place was found
 */
public record Row(RowKey key, List<@Nullable Object> cells, boolean gone) {
  /** A row that was deleted since its place was found. */
  static Row gone(RowKey key, int columns) {
    return new Row(key, Collections.nCopies(columns, null), true);
  }
}
