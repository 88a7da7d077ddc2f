package org.quarry.database.profile;

import org.quarry.database.records.RowCount;

/**
 * Of which rows something was learnt.
 *
 * @param kind how they were chosen
 * @param looked how many rows were looked at, before a filter for a sample, after it otherwise
 * @param of how many there are
 */
public record Coverage(Kind kind, long looked, RowCount of) {
  /** How rows were chosen. */
  public enum Kind {
    /** All that pass. */
    EXACT,
    /** Blocks of rows, evenly spread over the whole table. */
    SAMPLE,
    /** The first that pass, where rows have no numbers by which they could be spread. */
    FIRST
  }

  /** All of so many rows. */
  static Coverage exact(long rows) {
    return new Coverage(Kind.EXACT, rows, new RowCount(rows, RowCount.Certainty.EXACT));
  }

  /** Whether every row that passes was looked at. */
  public boolean exact() {
    return kind == Kind.EXACT;
  }
}
