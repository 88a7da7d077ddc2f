package org.quarry.database.records;

/**
 * An order of rows.
 *
 * @param column the column to sort by
 * @param descending largest first
 * @param nullsLast whether NULL stands after all values, not before them
 */
public record Sort(String column, boolean descending, boolean nullsLast) {
  /** With NULL as the smallest value, as SQLite has it. */
  public Sort(String column, boolean descending) {
    this(column, descending, descending);
  }

  /** The same with NULL at the other end. */
  public Sort withNullsLast(boolean last) {
    return new Sort(column, descending, last);
  }
}
