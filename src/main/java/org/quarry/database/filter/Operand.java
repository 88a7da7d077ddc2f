package org.quarry.database.filter;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value in a filter.
 *
 * @param text the value, without its quotes
 * @param quoted whether it stood in quotes, so that it is a text and nothing else
 */
public record Operand(String text, boolean quoted) {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

  /** The number that the text is, quoted or not: a Long where it fits, else a Double. */
  Optional<Number> number() {
    if (!NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    if (text.matches("[+-]?\\d+")) {
      BigDecimal exact = new BigDecimal(text);
      if (exact.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
        return Optional.of(exact.longValueExact());
      }
    }
    return Optional.of(Double.valueOf(text));
  }

  /** The year, month, day or moment that the text is; none for a quoted one. */
  Optional<Period> period() {
    return quoted ? Optional.empty() : Period.of(text);
  }
}
