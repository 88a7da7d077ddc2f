package org.quarry.ui.grid;

/** The order of the rows by one column. */
public enum ColumnSort {
  /** Not sorted by this column. */
  NONE(""),
  /** Smallest first. */
  ASCENDING("↑"),
  /** Largest first. */
  DESCENDING("↓");

  private final String glyph;

  ColumnSort(String glyph) {
    this.glyph = glyph;
  }

  /** What the header shows for it. */
  public String glyph() {
    return glyph;
  }

  /** The order that the next click on the header asks for: ascending, descending, none. */
  public ColumnSort next() {
    return switch (this) {
      case NONE -> ASCENDING;
      case ASCENDING -> DESCENDING;
      case DESCENDING -> NONE;
    };
  }
}
