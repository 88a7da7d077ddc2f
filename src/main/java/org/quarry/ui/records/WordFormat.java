package org.quarry.ui.records;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quarry.ui.grid.CellKind;

/** Formats that stand left, as words do. */
enum WordFormat implements ColumnFormat {
  /** Moments in ISO 8601 without their time of day. */
  DATE_ONLY("date-only", "Date only, of ISO text") {
    @Override
    public Optional<String> text(@Nullable Object value) {
      return value instanceof String text && ISO.matcher(text).matches()
          ? day(text.substring(0, 10))
          : Optional.empty();
    }
  },

  /** 0 and 1, f and t, false and true. */
  YES_NO("yes-no", "Yes or no") {
    @Override
    public Optional<String> text(@Nullable Object value) {
      return switch (value) {
        case Long number when number == 0 || number == 1 -> word(number == 1);
        case Double number when number == 0 || number == 1 -> word(number == 1);
        case String text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "t", "true", "1" -> word(true);
              case "f", "false", "0" -> word(false);
              default -> Optional.empty();
            };
        case null, default -> Optional.empty();
      };
    }
  };

  private static final Pattern ISO =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d([ T]\\d\\d:\\d\\d[0-9:.,Z+ -]*)?");

  private final String id;
  private final String title;

  WordFormat(String id, String title) {
    this.id = id;
    this.title = title;
  }

  private static Optional<String> word(boolean yes) {
    return Optional.of(yes ? "✓ yes" : "– no");
  }

  /** The day, if the calendar has it. */
  private static Optional<String> day(String iso) {
    try {
      return Optional.of(LocalDate.parse(iso).toString());
    } catch (DateTimeParseException noSuchDay) {
      return Optional.empty();
    }
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public CellKind kind() {
    return CellKind.TEXT;
  }
}
