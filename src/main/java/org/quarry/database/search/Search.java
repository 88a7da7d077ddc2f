package org.quarry.database.search;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.quarry.database.schema.Column;

/**
 * What is looked for in the text of cells. NULL and BLOBs have no text; a number has the digits
 * that the grid shows.
 *
 * @param text the text or the expression, not empty
 * @param mode how it is looked for
 * @param matchCase whether a letter is another one than its capital
 * @param columns where, in the order in which matches of a row follow each other
 */
public record Search(String text, Mode mode, boolean matchCase, List<Column> columns) {
  /** How a text is looked for. */
  public enum Mode {
    /** It stands somewhere in the cell. */
    CONTAINS,
    /** It is all that the cell holds. */
    WHOLE_CELL,
    /** It is a regular expression of Java that is found in the cell. */
    REGULAR_EXPRESSION
  }

  /** Keeps its own list. */
  public Search {
    columns = List.copyOf(columns);
  }

  /** Whether all letters are such that SQLite's LIKE knows their case. */
  boolean ascii() {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
  }

  /** The regular expression of Java that means the same, its flags included. */
  String expression() {
    // Beyond the letters of ASCII as LIKE does not go, where LIKE is what runs.
    boolean unicode = mode == Mode.REGULAR_EXPRESSION || !ascii();
    String flags = matchCase ? "" : unicode ? "(?iu)" : "(?i)";
    return switch (mode) {
      case CONTAINS -> flags + Pattern.quote(text);
      case WHOLE_CELL -> flags + "\\A" + Pattern.quote(text) + "\\z";
      case REGULAR_EXPRESSION -> flags + text;
    };
  }
}
