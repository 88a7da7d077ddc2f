package org.quarry.ui.grid;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One cell as it is drawn.
 *
 * @param text what is drawn on one line: line breaks become ⏎, what does not fit an ellipsis. Of
 *     text over some hundred characters the beginning is enough.
 * @param kind how it is drawn
 * @param staged whether it differs from what is stored
 * @param tooltip what hovering shows, such as why the cell can't be edited, or null
 * @param match whether it is among what a person looks for
 */
public record GridCell(
    String text, CellKind kind, boolean staged, @Nullable String tooltip, boolean match) {
  /** A cell that is not read yet. */
  public static final GridCell LOADING = new GridCell("…", CellKind.LOADING, false, null, false);

  /** A cell with NULL in it. */
  public static final GridCell NULL = new GridCell("NULL", CellKind.NULL, false, null, false);

  /** An untouched cell of a new row. */
  public static final GridCell DEFAULT =
      new GridCell("DEFAULT", CellKind.DEFAULT, false, null, false);

  /** A cell with text in it. */
  public static GridCell text(String text) {
    return new GridCell(text, CellKind.TEXT, false, null, false);
  }

  /** A cell with a number in it, already formatted. */
  public static GridCell number(String text) {
    return new GridCell(text, CellKind.NUMBER, false, null, false);
  }

  /** A cell with so many bytes in it: "BLOB 12.3 KB", in units of 1024. */
  public static GridCell blob(long bytes) {
    return new GridCell("BLOB " + size(bytes), CellKind.BLOB, false, null, false);
  }

  /** The same, staged or not. */
  public GridCell withStaged(boolean differs) {
    return new GridCell(text, kind, differs, tooltip, match);
  }

  /** The same with another tooltip. */
  public GridCell withTooltip(@Nullable String hint) {
    return new GridCell(text, kind, staged, hint, match);
  }

  /** The same, marked as something that was looked for or not. */
  public GridCell withMatch(boolean found) {
    return new GridCell(text, kind, staged, tooltip, found);
  }

  private static String size(long bytes) {
    if (bytes < 1024) {
      return bytes + " B";
    }
    double value = bytes / 1024.0;
    String[] units = {"KB", "MB", "GB"};
    int unit = 0;
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
  }
}
