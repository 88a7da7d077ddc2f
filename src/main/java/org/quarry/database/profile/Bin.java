package org.quarry.database.profile;

/**
 * A bar of a histogram.
 *
 * @param low where it begins, a Double or the text of a year or month; included
 * @param high where it ends: of numbers a Double, excluded; of dates the text of the last period in
 *     it
 * @param count how many values are in it
 * @param least the smallest value in it, or {@code low} where it has none
 * @param greatest the largest value in it, or {@code high} where it has none
 */
public record Bin(Object low, Object high, long count, Object least, Object greatest) {
  /** Whether it counts numbers, not dates. */
  public boolean numeric() {
    return low instanceof Double;
  }
}
