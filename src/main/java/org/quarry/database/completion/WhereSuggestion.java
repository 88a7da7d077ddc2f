package org.quarry.database.completion;

/**
 * What could be written at a place of a condition.
 *
 * @param text the SQL to write
 * @param kind what it is
 * @param detail more about it, such as a column's type, or empty
 */
public record WhereSuggestion(String text, Kind kind, String detail) {
  /** What can be suggested. */
  public enum Kind {
    VALUE,
    COLUMN,
    KEYWORD,
    FUNCTION
  }
}
