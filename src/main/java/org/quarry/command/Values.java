package org.quarry.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values of SQLite as text, and text as values of SQLite. */
final class Values {
  private Values() {}

  /** The value as text: a BLOB in hexadecimal, as SQLite's hex() writes it; NULL stays null. */
  static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case byte[] bytes -> HexFormat.of().withUpperCase().formatHex(bytes);
      default -> value.toString();
    };
  }

  /** The value for JSON: a BLOB as its text, numbers and texts as they are. */
  static @Nullable Object plain(@Nullable Object value) {
    return value instanceof byte[] ? text(value) : value;
  }

  /**
   * What a person wrote for a parameter: NULL, a number, {@code 'text'} or {@code x'00FF'} as SQL
   * writes them, and everything else as the text it is.
   */
  static @Nullable Object parse(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    if (upper.equals("NULL")) {
      return null;
    }
    if (text.matches("[+-]?\\d{1,19}")) {
      try {
        return Long.valueOf(text);
      } catch (NumberFormatException large) {
        return Double.valueOf(text);
      }
    }
    if (text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
      return Double.valueOf(text);
    }
    if (upper.matches("X'([0-9A-F]{2})*'")) {
      return HexFormat.of().parseHex(text.substring(2, text.length() - 1));
    }
    if (text.matches("(?s)'([^']|'')*'")) {
      return text.substring(1, text.length() - 1).replace("''", "'");
    }
    return text;
  }

  /** The names with a number behind each that came before: {@code n, n} become {@code n, n_2}. */
  static List<String> distinct(List<String> names) {
    Set<String> all = new HashSet<>(names);
    Set<String> taken = new HashSet<>();
    List<String> distinct = new ArrayList<>();
    for (String name : names) {
      String free = name;
      for (int i = 2; taken.contains(free) || (i > 2 && all.contains(free)); i++) {
        free = name + "_" + i;
      }
      taken.add(free);
      distinct.add(free);
    }
    return distinct;
  }
}
