package org.quarry.learning.data;

/** What the values of a feature are taken for. */
public enum Kind {
  /** Numbers. */
  NUMERIC("numeric"),
  /** Names of categories: one number for each, 1 in its rows and 0 in all others. */
  NOMINAL("nominal"),
  /** Days and moments as ISO 8601 writes them, turned into a number. */
  DATE("date");

  private final String text;

  Kind(String text) {
    this.text = text;
  }

  /** Its name in files and commands. */
  public String text() {
    return text;
  }
}
