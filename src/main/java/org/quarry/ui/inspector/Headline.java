package org.quarry.ui.inspector;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quarry.ui.kit.Texts;

/** The line over a value: its column, declared type, storage class and length. */
final class Headline {
  private Headline() {}

  /** "country · VARCHAR(100) · text, 3 characters"; {@code value} is null until it is read. */
  static String of(InspectedCell cell, @Nullable InspectedValue value) {
    String type = cell.column().type();
    return Stream.of(
            cell.column().name(),
            type.isEmpty() ? "no type" : type,
            value == null ? "" : value.storage() + length(value),
            cell.staged() ? "staged" : "")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private static String length(InspectedValue value) {
    if (value.value() instanceof byte[]) {
      String exact = Texts.count(value.bytes(), "byte");
      return ", " + exact + (value.bytes() < 1024 ? "" : " (" + Texts.bytes(value.bytes()) + ")");
    }
    if (!(value.value() instanceof String) || value.characters() == InspectedValue.UNKNOWN) {
      return "";
    }
    String characters = ", " + Texts.count(value.characters(), "character");
    return value.bytes() == value.characters()
        ? characters
        : characters + ", " + Texts.count(value.bytes(), "byte");
  }
}
