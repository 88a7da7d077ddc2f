package org.quarry.ui.records;

import org.jspecify.annotations.Nullable;
import org.quarry.database.records.BlobSize;
import org.quarry.database.records.Clipped;
import org.quarry.database.records.TypedValue;
import org.quarry.ui.grid.GridCell;

/** How a value is drawn in a grid. */
public final class CellTexts {
  private CellTexts() {}

  /** The cell of a value. */
  public static GridCell cell(@Nullable Object value) {
    return switch (value) {
      case null -> GridCell.NULL;
      case Long number -> GridCell.number(Long.toString(number));
      case Double number -> GridCell.number(TypedValue.text(number));
      case BlobSize blob -> GridCell.blob(blob.bytes());
      case byte[] bytes -> GridCell.blob(bytes.length);
      default -> GridCell.text(value.toString());
    };
  }

  /** Whether a page holds the whole value, not the beginning or the size of one. */
  static boolean isWhole(@Nullable Object value) {
    return !(value instanceof Clipped || value instanceof BlobSize);
  }
}
