package org.quarry.learning;

/** Numbers of rows in sentences. */
public final class Counted {
  private Counted() {}

  /** {@code 1 row}, {@code 2 rows}. */
  public static String rows(long count) {
    return count == 1 ? "1 row" : count + " rows";
  }

  /** {@code 1 row has}, {@code 2 rows have}. */
  public static String rowsHave(long count) {
    return rows(count) + (count == 1 ? " has" : " have");
  }
}
