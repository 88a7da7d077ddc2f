package org.quarry.database.records;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What names a row, whatever the order or filter it is seen in. */
public sealed interface RowKey {
  /** The values to bind where the key is of several columns; else none. */
  default List<@Nullable Object> bound() {
    return List.of();
  }

  /** The row with this rowid. */
  record Rowid(long value) implements RowKey {
    @Override
    public String toString() {
      return "row " + value;
    }
  }

  /**
   * The row of a WITHOUT ROWID table with these values of its primary key, in the key's order. A
   * BLOB is held as a buffer, which has equality by content.
   */
  record Primary(List<@Nullable Object> values) implements RowKey {
    /** The key with these values as SQLite gives them. */
    public static Primary of(List<@Nullable Object> values) {
      return new Primary(held(values));
    }

    @Override
    public List<@Nullable Object> bound() {
      return RowKey.bound(values);
    }

    @Override
    public String toString() {
      return values.stream().map(String::valueOf).collect(Collectors.joining(", ", "row (", ")"));
    }
  }

  /** A row that is staged and not yet written; numbered in the order of staging. */
  record Fresh(long number) implements RowKey {
    @Override
    public String toString() {
      return "new row " + number;
    }
  }

  /**
   * The row of a view with these values in all of its columns, in their order. A BLOB is held as a
   * buffer, which has equality by content.
   */
  record Whole(List<@Nullable Object> values) implements RowKey {
    private static final int SHOWN = 3;

    /** The key with these values as SQLite gives them. */
    public static Whole of(List<@Nullable Object> values) {
      return new Whole(held(values));
    }

    @Override
    public List<@Nullable Object> bound() {
      return RowKey.bound(values);
    }

    @Override
    public String toString() {
      return values.stream()
          .limit(SHOWN)
          .map(String::valueOf)
          .collect(Collectors.joining(", ", "row (", values.size() > SHOWN ? ", …)" : ")"));
    }
  }

  private static List<@Nullable Object> held(List<@Nullable Object> values) {
    List<@Nullable Object> held = new ArrayList<>(values);
    held.replaceAll(value -> value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value);
    return Collections.unmodifiableList(held);
  }

  private static List<@Nullable Object> bound(List<@Nullable Object> held) {
    List<@Nullable Object> bound = new ArrayList<>(held);
    bound.replaceAll(value -> value instanceof ByteBuffer buffer ? bytes(buffer) : value);
    return bound;
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  /** A row of a view: nothing names it but where it stood. */
  record Position(long value) implements RowKey {
    @Override
    public String toString() {
      return "row " + (value + 1);
    }
  }
}
