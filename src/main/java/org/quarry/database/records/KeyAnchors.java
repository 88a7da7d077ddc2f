package org.quarry.database.records;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every {@value KeyOrder#STEP}th primary key of a table from its first on, and the number of rows
 * once it is known. Safe for several threads.
 */
final class KeyAnchors {
  private final List<List<@Nullable Object>> keys = new ArrayList<>();
  private long rows = -1;

  synchronized void add(List<@Nullable Object> key) {
    keys.add(key);
  }

  /** Says how many rows there are, the last anchor being in place. */
  synchronized void end(long all) {
    rows = all;
  }

  /** How many rows there are, or -1 as long as it is not known. */
  synchronized long rows() {
    return rows;
  }

  synchronized int count() {
    return keys.size();
  }

  /** Whether a place is at most one step past an anchor, or all anchors are known. */
  synchronized boolean reaches(long place) {
    return rows >= 0 || place / KeyOrder.STEP < keys.size();
  }

  /** The number of the last anchor at a place or before it; -1 before there are any. */
  synchronized int before(long place) {
    return (int) Math.min(place / KeyOrder.STEP, keys.size() - 1L);
  }

  /** A key by its number; empty for -1. */
  synchronized List<@Nullable Object> key(int number) {
    return number < 0 ? List.of() : keys.get(number);
  }
}
