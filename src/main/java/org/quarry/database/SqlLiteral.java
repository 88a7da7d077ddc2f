package org.quarry.database;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Values as SQLite's literals. */
public final class SqlLiteral {
  private SqlLiteral() {}

  /**
   * A value as a literal of the same type: an infinite number as one too large to hold, a text with
   * a NUL in it by its bytes.
   *
   * @param value null, Long, Double, String or {@code byte[]}
   */
  public static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "NULL";
      case Double number when number.isInfinite() -> number > 0 ? "9e999" : "-9e999";
      case Double number -> number.toString();
      case byte[] bytes -> blob(bytes);
      case String text when text.indexOf('\0') >= 0 ->
          "CAST(" + blob(text.getBytes(StandardCharsets.UTF_8)) + " AS TEXT)";
      case String text -> Identifiers.literal(text);
      case Long number when number == Long.MIN_VALUE -> "(-9223372036854775807 - 1)";
      default -> value.toString();
    };
  }

  /** A BLOB as {@code X'00FF'}. */
  public static String blob(byte[] bytes) {
    return "X'" + HexFormat.of().withUpperCase().formatHex(bytes) + "'";
  }
}
