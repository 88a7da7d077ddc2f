package org.quarry.database.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.Column;

/**
 * What a column holds in the rows that pass a filter, or in a sample of them.
 *
 * @param column the column
 * @param coverage which rows were looked at
 * @param rows how many of them pass
 * @param storage how SQLite stores the values
 * @param distinct how many values differ
 * @param numbers figures of the numbers; null without numbers
 * @param texts figures of the texts; null without texts
 * @param blobs sizes of the BLOBs in bytes; null without BLOBs
 * @param top the most frequent values, BLOBs left out, the most frequent first
 * @param histogram the numbers, or the days that texts name, in equal bins; empty where neither
 *     prevails
 */
public record ColumnProfile(
    Column column,
    Coverage coverage,
    long rows,
    Storage storage,
    Distinct distinct,
    @Nullable Numbers numbers,
    @Nullable Texts texts,
    @Nullable Range blobs,
    List<ValueCount> top,
    List<Bin> histogram) {
  /** How many values each storage class has. */
  public record Storage(long nulls, long integers, long reals, long texts, long blobs) {}

  /**
   * How many values differ, NULL not counted.
   *
   * @param count that many
   * @param atLeast whether there may be more: in rows not looked at, among BLOBs, or among texts
   *     that begin alike
   */
  public record Distinct(long count, boolean atLeast) {}

  /**
   * Figures of numbers.
   *
   * @param min a Long or Double
   * @param max a Long or Double
   * @param mean null where infinite values leave none
   * @param deviation the standard deviation of a sample (n - 1); null for a single number and where
   *     there is no mean
   */
  public record Numbers(
      Number min, Number max, @Nullable Double mean, @Nullable Double deviation) {}

  /**
   * Figures of texts.
   *
   * @param first the first in the order of their bytes, at most {@value ProfileSql#HEAD} characters
   * @param last the last one
   * @param length their lengths in characters
   */
  public record Texts(String first, String last, Range length) {}

  /** The smallest and the largest of some whole numbers. */
  public record Range(long least, long most) {}

  /** Keeps its own copies. */
  public ColumnProfile {
    top = List.copyOf(top);
    histogram = List.copyOf(histogram);
  }
}
