package org.quarry.ui.records;

import org.jspecify.annotations.Nullable;
import org.quarry.database.records.BlobSize;
import org.quarry.database.records.Clipped;

/** What a page holds of a value. */
final class Paged {
  private Paged() {}

  /** Whether a page holds the whole value, not the beginning or the size of one. */
  static boolean isWhole(@Nullable Object value) {
    return !(value instanceof Clipped || value instanceof BlobSize);
  }
}
