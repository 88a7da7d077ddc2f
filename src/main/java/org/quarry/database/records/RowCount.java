package org.quarry.database.records;

/**
 * How many rows there are, as far as is known.
 *
 * @param rows a number of rows
 * @param certainty what that number is
 */
public record RowCount(long rows, Certainty certainty) {
  /** What a number of rows is. */
  public enum Certainty {
    /** At least so many. */
    AT_LEAST,
    /** About so many. */
    ABOUT,
    /** Exactly so many. */
    EXACT
  }

  /** Whether it is the exact number. */
  public boolean exact() {
    return certainty == Certainty.EXACT;
  }
}
