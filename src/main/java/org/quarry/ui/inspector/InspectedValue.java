package org.quarry.ui.inspector;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.BlobSize;
import org.quarry.database.records.Clipped;
import org.quarry.database.records.TypedValue;
import org.quarry.database.records.ValueHead;

/**
 * A value as far as it is read.
 *
 * @param value null, Long, Double, String or {@code byte[]}
 * @param bytes of the whole, a text in UTF-8; {@link #UNKNOWN} until they are counted
 * @param characters of a whole text; {@link #UNKNOWN} until they are counted
 * @param whole whether {@code value} is all of it
 */
record InspectedValue(@Nullable Object value, long bytes, long characters, boolean whole) {
  /** A size that is not known yet. */
  static final long UNKNOWN = -1;

  /** A value that is whole: null, Long, Double, String or {@code byte[]}. */
  static InspectedValue of(@Nullable Object value) {
    return switch (value) {
      case String text ->
          new InspectedValue(text, utf8(text), text.codePointCount(0, text.length()), true);
      case byte[] bytes -> new InspectedValue(bytes, bytes.length, 0, true);
      case null, default -> new InspectedValue(value, 0, 0, true);
    };
  }

  /** What a grid holds: a whole value or what stands for a long one. */
  static InspectedValue held(@Nullable Object held) {
    return switch (held) {
      case Clipped(String head, long bytes) ->
          new InspectedValue(head, bytes == 0 ? UNKNOWN : bytes, UNKNOWN, false);
      case BlobSize(long bytes) -> new InspectedValue(new byte[0], bytes, 0, bytes == 0);
      case null, default -> of(held);
    };
  }

  /** What was read of a value. */
  static InspectedValue of(ValueHead head) {
    return head.whole()
        ? of(head.value())
        : new InspectedValue(head.value(), head.bytes(), head.characters(), false);
  }

  private static long utf8(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Half of a pair counts two, so that a pair counts four.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }

  /** Its storage class as SQLite names it, and "NULL". */
  String storage() {
    return switch (value) {
      case null -> "NULL";
      case Long _ -> "integer";
      case Double _ -> "real";
      case byte[] _ -> "BLOB";
      default -> "text";
    };
  }

  /** The value as text, or empty where it is bytes that are none. */
  Optional<String> text() {
    return switch (value) {
      case null -> Optional.of("");
      case byte[] bytes -> whole ? Utf8.exactly(bytes) : Utf8.beginning(bytes);
      default -> Optional.of(TypedValue.text(value));
    };
  }

  /** Whether it is a text or BLOB of no length. */
  boolean isEmpty() {
    return bytes == 0 && (value instanceof String || value instanceof byte[]);
  }

  /** Whether the other is the same to the byte. */
  boolean same(@Nullable InspectedValue other) {
    return other != null
        && bytes == other.bytes
        && whole == other.whole
        && Objects.deepEquals(value, other.value);
  }
}
