package org.quarry.database.transfer;

import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.TypedValue;
import org.quarry.database.schema.Column;

/** Pasted cells as values of a column. */
public final class PastedValue {
  private static final Pattern BLOB = Pattern.compile("[Xx]'(?:[0-9A-Fa-f]{2})*+'");

  private PastedValue() {}

  /**
   * The value of a pasted cell. NULL without quotes is no value; so is nothing at all, unless the
   * column holds texts, where it is the empty one. {@code X'…'} without quotes is a BLOB in a
   * column of BLOBs or without a type; anything else is what it would be if it were typed.
   *
   * @param before the value the cell had, or null
   */
  public static @Nullable Object of(PastedText.Cell cell, Column column, @Nullable Object before) {
    Column.Affinity affinity = column.affinity();
    String text = cell.text();
    if (!cell.quoted() && text.equals(PastedText.NULL)) {
      return null;
    }
    if (text.isEmpty()) {
      boolean texts = affinity == Column.Affinity.TEXT;
      return texts || (cell.quoted() && affinity == Column.Affinity.BLOB) ? "" : null;
    }
    if (!cell.quoted() && affinity == Column.Affinity.BLOB && BLOB.matcher(text).matches()) {
      return HexFormat.of().parseHex(text.substring(2, text.length() - 1));
    }
    return TypedValue.parse(text, column, before);
  }
}
