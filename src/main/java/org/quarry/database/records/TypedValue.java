package org.quarry.database.records;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quarry.database.NumberText;
import org.quarry.database.schema.Column;

/** Values between SQLite and what a person reads and types. */
public final class TypedValue {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,18}");

  private TypedValue() {}

  /**
   * What a typed text becomes in a column: a number where the column's affinity makes SQLite store
   * one, or where a column without a type held a number; else the text as it is.
   *
   * @param text what was typed
   * @param column the column
   * @param before the value the cell had, or null
   */
  public static Object parse(String text, Column column, @Nullable Object before) {
    boolean number =
        switch (column.affinity()) {
          case INTEGER, REAL, NUMERIC -> true;
          case BLOB -> before instanceof Long || before instanceof Double;
          case TEXT -> false;
        };
    return number ? number(text, column.affinity() == Column.Affinity.REAL) : text;
  }

  private static Object number(String text, boolean real) {
    String plain = text.strip();
    if (!NUMBER.matcher(plain).matches()) {
      return text;
    }
    if (!real && INTEGER.matcher(plain).matches()) {
      return Long.valueOf(plain);
    }
    BigDecimal exact = new BigDecimal(plain);
    boolean whole = exact.stripTrailingZeros().scale() <= 0;
    boolean fits =
        exact.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0 && exact.scale() > -20;
    if (!real && whole && fits) {
      return exact.longValueExact();
    }
    return exact.doubleValue();
  }

  /**
   * A value as a person reads it: NULL as "NULL", a double as its shortest exact digits, long texts
   * and BLOBs by their stand-ins.
   */
  public static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "NULL";
      case Double number -> NumberText.of(number);
      case BlobSize blob -> "BLOB " + blob.bytes() + " B";
      case byte[] bytes -> "BLOB " + bytes.length + " B";
      default -> value.toString();
    };
  }
}
