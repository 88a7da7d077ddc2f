package org.quarry.database.profile;

import org.jspecify.annotations.Nullable;

/** What {@link ProfileMapper#types} and {@link ProfileMapper#figures} tell of a column. */
final class Figures {
  private final long rows;
  private final ColumnProfile.Storage storage;
  private final @Nullable Object[] row;

  /** The smallest and the largest finite number by position; NULL without one. */
  private final @Nullable Object[] finite;

  private Figures(
      long rows, ColumnProfile.Storage storage, @Nullable Object[] row, @Nullable Object[] finite) {
    this.rows = rows;
    this.storage = storage;
    this.row = row;
    this.finite = finite;
  }

  /** Reads them. */
  static Figures of(ProfileMapper mapper, Looked looked) {
    @Nullable Object[] types = mapper.types(looked).getFirst();
    long rows = number(types[0]);
    long integers = number(types[1]);
    long reals = number(types[2]);
    long texts = number(types[3]);
    long blobs = number(types[4]);
    ColumnProfile.Storage storage =
        new ColumnProfile.Storage(
            rows - integers - reals - texts - blobs, integers, reals, texts, blobs);
    @Nullable Object[] row = mapper.figures(looked, storage).getFirst();
    boolean infinite = isInfinite(row[0]) || isInfinite(row[1]);
    return new Figures(rows, storage, row, infinite ? mapper.finite(looked).getFirst() : row);
  }

  private static boolean isInfinite(@Nullable Object value) {
    return value instanceof Double number && number.isInfinite();
  }

  /** A whole number that is never NULL. */
  static long number(@Nullable Object value) {
    if (value instanceof Number number) {
      return number.longValue();
    }
    throw new IllegalStateException("a count is a number, not " + value);
  }

  /** How many rows there are. */
  long rows() {
    return rows;
  }

  /** What their values are. */
  ColumnProfile.Storage storage() {
    return storage;
  }

  /** The numbers without their deviation, which takes another pass; null without numbers. */
  ColumnProfile.@Nullable Numbers numbers() {
    return row[0] instanceof Number min && row[1] instanceof Number max
        ? new ColumnProfile.Numbers(min, max, mean(), null)
        : null;
  }

  /** The mean, or null where there is none. */
  @Nullable Double mean() {
    return row[2] instanceof Double mean && Math.abs(mean) <= Double.MAX_VALUE ? mean : null;
  }

  /** The smallest finite number; null without one. */
  @Nullable Number least() {
    return finite[0] instanceof Number least ? least : null;
  }

  /** The largest finite number; null without one. */
  @Nullable Number greatest() {
    return finite[1] instanceof Number greatest ? greatest : null;
  }

  ColumnProfile.@Nullable Texts texts() {
    ColumnProfile.Range length = range(5);
    return row[3] instanceof String first && row[4] instanceof String last && length != null
        ? new ColumnProfile.Texts(first, last, length)
        : null;
  }

  ColumnProfile.@Nullable Range blobs() {
    return range(7);
  }

  private ColumnProfile.@Nullable Range range(int at) {
    return row[at] == null ? null : new ColumnProfile.Range(number(row[at]), number(row[at + 1]));
  }

  /** How many texts begin with a day. */
  long days() {
    return number(row[9]);
  }

  /** Whether a value is too large to be told apart whole. */
  boolean large() {
    ColumnProfile.Texts texts = texts();
    return storage.blobs() > 0 || (texts != null && texts.length().most() > ProfileSql.HEAD);
  }
}
