package org.quarry.ui.grid;

import org.jspecify.annotations.Nullable;
import org.quarry.database.records.BlobSize;
import org.quarry.database.records.Clipped;
import org.quarry.database.records.TypedValue;

/** How a value of SQLite is drawn in a grid. */
public final class ValueCell {
  /** Characters of a text that a cell gets; no column is wide enough for more. */
  private static final int SHOWN = 300;

  private ValueCell() {}

  /** The cell of null, Long, Double, String, {@code byte[]}, or what stands for a long value. */
  public static GridCell of(@Nullable Object value) {
    return switch (value) {
      case null -> GridCell.NULL;
      case Long number -> GridCell.number(Long.toString(number));
      case Double number -> GridCell.number(TypedValue.text(number));
      case BlobSize blob -> GridCell.blob(blob.bytes());
      case Clipped text when text.head().isEmpty() -> GridCell.longText(text.bytes());
      case byte[] bytes -> GridCell.blob(bytes.length);
      default -> text(value.toString());
    };
  }

  private static GridCell text(String text) {
    return GridCell.text(text.length() > SHOWN + 1 ? text.substring(0, SHOWN) + "…" : text);
  }
}
