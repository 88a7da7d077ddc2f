package org.quarry.ui.records;

/**
 * Where a filter is typed.
 *
 * @param kind what the box filters
 * @param column the column of a box under a heading, else empty
 */
record FilterBox(Kind kind, String column) {
  /** What a box filters. */
  enum Kind {
    COLUMN,
    ANY_COLUMN,
    WHERE
  }

  /** The box for any column. */
  static final FilterBox ANY = new FilterBox(Kind.ANY_COLUMN, "");

  /** The box for a condition in SQL. */
  static final FilterBox WHERE = new FilterBox(Kind.WHERE, "");

  /** The box under a column's heading. */
  static FilterBox of(String column) {
    return new FilterBox(Kind.COLUMN, column);
  }
}
