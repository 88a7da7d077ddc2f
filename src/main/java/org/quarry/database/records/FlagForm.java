package org.quarry.database.records;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.Check;
import org.quarry.database.schema.Column;

/**
 * Yes and no, in the two values that the column uses for them: 1 and 0, or words such as {@code
 * true} and {@code false}.
 *
 * @param yes the value of yes
 * @param no the value of no
 */
public record FlagForm(Object yes, Object no) implements ValueForm {
  private static final List<FlagForm> WORDS =
      List.of(
          new FlagForm("true", "false"),
          new FlagForm("True", "False"),
          new FlagForm("TRUE", "FALSE"),
          new FlagForm("t", "f"),
          new FlagForm("T", "F"),
          new FlagForm("yes", "no"),
          new FlagForm("Yes", "No"),
          new FlagForm("YES", "NO"),
          new FlagForm("y", "n"),
          new FlagForm("Y", "N"),
          new FlagForm("on", "off"),
          new FlagForm("ON", "OFF"));

  private static final FlagForm NUMBERS = new FlagForm(1L, 0L);

  /** The form of a column declared boolean or whose CHECK leaves yes and no; else null. */
  static @Nullable FlagForm of(
      Column column, Check.@Nullable Allowed allowed, @Nullable Object known) {
    if (allowed != null) {
      Set<Object> values = Set.copyOf(allowed.values());
      return allowed.values().size() != 2
          ? null
          : Stream.concat(Stream.of(NUMBERS), WORDS.stream())
              .filter(form -> values.equals(Set.of(form.yes(), form.no())))
              .findFirst()
              .orElse(null);
    }
    if (!column.type().toUpperCase(Locale.ROOT).matches("BOOL(EAN)?(\\s*\\(.*\\))?")) {
      return null;
    }
    if (known instanceof String word) {
      return words(word).orElse(NUMBERS);
    }
    return NUMBERS;
  }

  private static Optional<FlagForm> words(String word) {
    return WORDS.stream()
        .filter(form -> form.yes().equals(word) || form.no().equals(word))
        .findFirst();
  }

  /** Yes or no in words, or empty for any other value. */
  public Optional<Boolean> meaning(@Nullable Object value) {
    return Objects.equals(value, yes)
        ? Optional.of(true)
        : Objects.equals(value, no) ? Optional.of(false) : Optional.empty();
  }

  /** Whatever a person types for yes or no becomes the column's own value for it. */
  @Override
  public Object value(String text) {
    String typed = text.strip();
    if (typed.equals(TypedValue.text(yes)) || isOneOf(typed, true)) {
      return yes;
    }
    return typed.equals(TypedValue.text(no)) || isOneOf(typed, false) ? no : text;
  }

  private static boolean isOneOf(String typed, boolean sense) {
    return typed.equals(sense ? "1" : "0")
        || WORDS.stream()
            .anyMatch(form -> (sense ? form.yes() : form.no()).toString().equalsIgnoreCase(typed));
  }

  @Override
  public @Nullable String doubt(String text) {
    return meaning(value(text)).isPresent() ? null : "“" + text.strip() + "” is neither yes nor no";
  }
}
