package org.quarry.ui.inspector;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.Column;

/** A way to read a value. */
public enum Mode {
  TEXT("Text"),
  JSON("JSON"),
  XML("XML"),
  HEX("Hex"),
  IMAGE("Image"),
  DATE("Date");

  private final String title;

  Mode(String title) {
    this.title = title;
  }

  /** What it is called. */
  public String title() {
    return title;
  }

  /** The way that fits a value, or what is known of its beginning, best. */
  static Mode proposed(Column column, @Nullable Object value) {
    return switch (value) {
      case String text when temporal(column) && DateReadings.isDate(text) -> DATE;
      case Long number when temporal(column) && number != 0 -> DATE;
      case Double number when temporal(column) && number != 0 -> DATE;
      case String text -> ofKind(FileKind.of(text), TEXT);
      case byte[] bytes -> ofKind(FileKind.of(bytes), HEX);
      case null, default -> TEXT;
    };
  }

  private static Mode ofKind(FileKind kind, Mode otherwise) {
    return switch (kind) {
      case JSON -> JSON;
      case XML -> XML;
      case PNG, JPEG, GIF, BMP -> IMAGE;
      case TEXT -> TEXT;
      default -> otherwise;
    };
  }

  private static boolean temporal(Column column) {
    String name = column.name().toLowerCase(Locale.ROOT);
    return column.isTemporal()
        || name.matches("(.*_)?(date|time|timestamp|created|updated|modified|at|utc)");
  }
}
