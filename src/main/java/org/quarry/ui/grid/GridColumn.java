package org.quarry.ui.grid;

import org.jspecify.annotations.Nullable;

/**
 * The heading of a column.
 *
 * @param name what the header says
 * @param mark what stands after the name, such as a key: a short text, the name of an icon of the
 *     Feather family ("fth-key", "fth-link"), or ""
 * @param numeric whether the name stands at the right as the numbers below it do
 * @param sort the order the rows are in by this column
 * @param sortNote what stands after the sort's glyph, such as the column's rank among several that
 *     the rows are sorted by, or ""
 * @param preferredWidth in pixels, or 0 to fit the name and the first cells seen
 * @param tooltip what the header shows on hover, or null
 */
public record GridColumn(
    String name,
    String mark,
    boolean numeric,
    ColumnSort sort,
    String sortNote,
    double preferredWidth,
    @Nullable String tooltip) {
  /** A plain column of text, unsorted, that fits its content. */
  public static GridColumn of(String name) {
    return new GridColumn(name, "", false, ColumnSort.NONE, "", 0, null);
  }

  /** The same with another mark. */
  public GridColumn withMark(String textOrIcon) {
    return new GridColumn(name, textOrIcon, numeric, sort, sortNote, preferredWidth, tooltip);
  }

  /** The same for numbers, or not. */
  public GridColumn withNumeric(boolean numbers) {
    return new GridColumn(name, mark, numbers, sort, sortNote, preferredWidth, tooltip);
  }

  /** The same in another order. */
  public GridColumn withSort(ColumnSort order) {
    return withSort(order, "");
  }

  /** The same in another order, with a note after its glyph. */
  public GridColumn withSort(ColumnSort order, String note) {
    return new GridColumn(name, mark, numeric, order, note, preferredWidth, tooltip);
  }

  /** The same with another preferred width in pixels; 0 to fit the content. */
  public GridColumn withPreferredWidth(double width) {
    return new GridColumn(name, mark, numeric, sort, sortNote, width, tooltip);
  }

  /** The same with another tooltip. */
  public GridColumn withTooltip(@Nullable String text) {
    return new GridColumn(name, mark, numeric, sort, sortNote, preferredWidth, text);
  }
}
