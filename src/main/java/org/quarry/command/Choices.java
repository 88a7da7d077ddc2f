package org.quarry.command;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options, and says in a sentence what they may be. */
final class Choices {
  private Choices() {}

  /** Teaches a command line and its commands to read days, formats and grids. */
  static CommandLine register(CommandLine line) {
    return line.registerConverter(LocalDate.class, Choices::day)
        .registerConverter(Format.class, text -> choice(Format.values(), text))
        .registerConverter(GridOptions.Grid.class, text -> choice(GridOptions.Grid.values(), text));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException noDay) {
      throw new TypeConversionException(
          "“" + text + "” is no day. Write it as 2019-09-01, with a month and a day that exist.");
    }
  }

  /**
   * The one of some choices that a word means; case does not matter.
   *
   * @param option whose word it is, for the sentence
   * @param text how a choice is written
   * @throws WrongUsage if it is none of them
   */
  static <T> T one(String option, String word, T[] choices, Function<T, String> text) {
    return Arrays.stream(choices)
        .filter(each -> text.apply(each).equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () ->
                new WrongUsage(
                    "%s: “%s” is none of: %s."
                        .formatted(
                            option,
                            word,
                            Arrays.stream(choices).map(text).collect(Collectors.joining(", ")))));
  }

  private static <T> T choice(T[] choices, String text) {
    return Arrays.stream(choices)
        .filter(choice -> choice.toString().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "“%s” is none of: %s."
                        .formatted(
                            text,
                            Arrays.stream(choices)
                                .map(Object::toString)
                                .collect(Collectors.joining(", ")))));
  }
}
