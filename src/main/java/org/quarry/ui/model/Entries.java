package org.quarry.ui.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quarry.ui.model.Entry.Reading;

/** The fields of the screen by what they read. */
final class Entries {
  private static final long LARGEST_SEED = 0xffffffffL;
  private static final int MOST_FOLDS = 100;

  private Entries() {}

  /** A share of the rows, 0 to below 1. */
  static Entry<Double> share(double initial) {
    return new Entry<>(
        plain(initial),
        text ->
            number(text)
                .filter(share -> share >= 0 && share < 1)
                .map(Reading::of)
                .orElseGet(
                    () -> Reading.wrong("Held out is a share from 0 to below 1, such as 0.2.")));
  }

  /** A seed of numpy's generator. */
  static Entry<Long> seed(long initial) {
    return new Entry<>(
        Long.toString(initial),
        text ->
            whole(text)
                .filter(seed -> seed >= 0 && seed <= LARGEST_SEED)
                .map(Reading::of)
                .orElseGet(
                    () -> Reading.wrong("The seed is a whole number from 0 to 4294967295.")));
  }

  /** A number of folds. */
  static Entry<Integer> folds(int initial) {
    return new Entry<>(
        Integer.toString(initial),
        text ->
            whole(text)
                .filter(folds -> folds >= 2 && folds <= MOST_FOLDS)
                .map(folds -> Reading.of(folds.intValue()))
                .orElseGet(
                    () -> Reading.wrong("Folds is a whole number from 2 to " + MOST_FOLDS + ".")));
  }

  /** Numbers above 0, each once, between commas or blanks. */
  static Entry<List<Double>> list(List<Double> initial) {
    return new Entry<>(text(initial), Entries::read);
  }

  private static Reading<List<Double>> read(String text) {
    List<Double> numbers = new ArrayList<>();
    for (String part : text.split("[,;\\s]+", -1)) {
      if (part.isEmpty()) {
        continue;
      }
      Optional<Double> number = number(part).filter(value -> value > 0);
      if (number.isEmpty()) {
        return Reading.wrong("“" + part + "” is no number above 0.");
      }
      if (numbers.contains(number.get())) {
        return Reading.wrong(part + " is there twice.");
      }
      numbers.add(number.get());
    }
    return numbers.isEmpty()
        ? Reading.wrong("At least one number is needed, such as 1, 10, 100.")
        : Reading.of(List.copyOf(numbers));
  }

  /** The numbers as they are typed. */
  static String text(List<Double> numbers) {
    return numbers.stream().map(Entries::plain).collect(Collectors.joining(", "));
  }

  /** A number without an exponent or needless zeros. */
  static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.valueOf(text)).filter(Double::isFinite);
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  private static Optional<Long> whole(String text) {
    try {
      return Optional.of(Long.valueOf(text));
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }
}
