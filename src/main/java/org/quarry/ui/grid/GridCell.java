package org.quarry.ui.grid;

import org.jspecify.annotations.Nullable;
import org.quarry.ui.kit.Texts;

/**
 * One cell as it is drawn.
 *
 * @param text what is drawn on one line: line breaks become ⏎, what does not fit an ellipsis. Of
 *     text over some hundred characters the beginning is enough.
 * @param kind how it is drawn
 * @param staged whether it differs from what is stored
 * @param tooltip what hovering shows, such as why the cell can't be edited, or null
 */
public record GridCell(String text, CellKind kind, boolean staged, @Nullable String tooltip) {
  /** A cell that is not read yet. */
  public static final GridCell LOADING = new GridCell("…", CellKind.LOADING, false, null);

  /** A cell with NULL in it. */
  public static final GridCell NULL = new GridCell("NULL", CellKind.NULL, false, null);

  /** An untouched cell of a new row. */
  public static final GridCell DEFAULT = new GridCell("DEFAULT", CellKind.DEFAULT, false, null);

  /** A cell with text in it. */
  public static GridCell text(String text) {
    return new GridCell(text, CellKind.TEXT, false, null);
  }

  /** A cell with a number in it, already formatted. */
  public static GridCell number(String text) {
    return new GridCell(text, CellKind.NUMBER, false, null);
  }

  /** A cell with so many bytes in it: "BLOB 12.3 KB", in units of 1024. */
  public static GridCell blob(long bytes) {
    return new GridCell("BLOB " + Texts.bytes(bytes), CellKind.BLOB, false, null);
  }

  /** A cell with a text of so many bytes that not even its beginning is drawn: "TEXT 12.3 MB". */
  public static GridCell longText(long bytes) {
    return new GridCell("TEXT " + Texts.bytes(bytes), CellKind.BLOB, false, null);
  }

  /** The same, staged or not. */
  public GridCell withStaged(boolean differs) {
    return new GridCell(text, kind, differs, tooltip);
  }

  /** The same with another tooltip. */
  public GridCell withTooltip(@Nullable String hint) {
    return new GridCell(text, kind, staged, hint);
  }
}
