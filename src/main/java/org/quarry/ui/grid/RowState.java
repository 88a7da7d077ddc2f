package org.quarry.ui.grid;

/** How a row differs from what is stored; shown by a glyph in the gutter and by a tint. */
public enum RowState {
  /** As stored. */
  NORMAL("", ""),
  /** Not stored yet. */
  NEW("+", "new"),
  /** Stored with other values. */
  CHANGED("✎", "changed"),
  /** Stored with other values, which were changed in the file meanwhile. */
  DIFFERENT("≠", "changed here and in the file"),
  /** Stored, but to be deleted. */
  DELETED("×", "deleted");

  private final String glyph;
  private final String word;

  RowState(String glyph, String word) {
    this.glyph = glyph;
    this.word = word;
  }

  /** What the gutter shows. */
  public String glyph() {
    return glyph;
  }

  /** The state in a word, for a screen reader; "" for a row as stored. */
  public String word() {
    return word;
  }
}
