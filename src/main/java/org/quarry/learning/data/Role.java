package org.quarry.learning.data;

/** What a column is for. */
public enum Role {
  /** It is learned from. */
  FEATURE("feature"),
  /** It is what is learned. */
  TARGET("target"),
  /** Rows that are equal in it belong together: folds never tear them apart. */
  GROUP("group"),
  /** It has no part. */
  IGNORED("ignore");

  private final String text;

  Role(String text) {
    this.text = text;
  }

  /** Its name in files and commands. */
  public String text() {
    return text;
  }
}
