package org.quarry.database.profile;

import java.util.List;

/**
 * Values of a column with their counts. BLOBs are left out.
 *
 * @param values in the order asked for
 * @param more whether there are more than are listed
 * @param coverage of which rows
 */
public record ValueCounts(List<ValueCount> values, boolean more, Coverage coverage) {
  /** Keeps its own copy. */
  public ValueCounts {
    values = List.copyOf(values);
  }

  /** The order of a list of values. */
  public enum Order {
    /** The most frequent first. */
    COUNT,
    /** As SQLite orders values: NULL, numbers, texts. */
    VALUE
  }
}
