package org.quarry.database.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps rows until there are too many of them or they take too much memory. */
final class RowLimit implements RowSink {
  private final int most;
  private final long budget;
  private final List<@Nullable Object[]> rows = new ArrayList<>();
  private long bytes;

  RowLimit(int most, long budget) {
    this.most = most;
    this.budget = budget;
  }

  @Override
  public boolean row(@Nullable Object[] row) {
    rows.add(row);
    bytes += 16;
    for (Object value : row) {
      bytes += size(value);
    }
    return rows.size() < most && bytes < budget;
  }

  /** Roughly what a value takes on the heap. */
  private static long size(@Nullable Object value) {
    return switch (value) {
      case null -> 8;
      case String text -> 56 + text.length();
      case byte[] blob -> 24 + blob.length;
      default -> 24;
    };
  }

  List<@Nullable Object[]> rows() {
    return rows;
  }
}
