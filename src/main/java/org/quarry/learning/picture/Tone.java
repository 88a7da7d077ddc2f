package org.quarry.learning.picture;

/** What a mark's colour says; each showing chooses the colours, light and dark. */
public enum Tone {
  /** Words to be read first. */
  TEXT("text"),
  /** Words that explain. */
  MUTED("muted"),
  /** Faint lines behind the data. */
  GRID("grid"),
  /** The lines that values are measured from. */
  AXIS("axis"),
  /** The data, or the first of several. */
  FIRST("first"),
  /** What the data is compared with, or the second. */
  SECOND("second"),
  /** A third class. */
  THIRD("third"),
  /** A fourth class. */
  FOURTH("fourth"),
  /** What is right or speaks for it. */
  GOOD("good"),
  /** What is wrong or speaks against it. */
  BAD("bad"),
  /** What lies behind everything. */
  GROUND("ground");

  private static final Tone[] CLASSES = {FIRST, SECOND, THIRD, FOURTH};

  private final String text;

  Tone(String text) {
    this.text = text;
  }

  /** Its name in a style sheet. */
  public String text() {
    return text;
  }

  /** The tone of a class by its position; beyond the fourth they come again. */
  public static Tone ofClass(int position) {
    return CLASSES[position % CLASSES.length];
  }
}
