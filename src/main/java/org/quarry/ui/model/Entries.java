package org.quarry.ui.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.search.CandidateText;
import org.quarry.learning.search.NumberList;
import org.quarry.learning.svm.Weighting;
import org.quarry.ui.model.Entry.Reading;

/** The fields of the screen by what they read. */
final class Entries {
  private static final long LARGEST_SEED = 0xffffffffL;
  private static final int MOST_FOLDS = 100;
  private static final int MOST_REPEATS = 100;
  private static final int LEAST_SAMPLE = 100;
  private static final int MOST_DEGREE = 20;

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

  /** The exponent of a kernel. */
  static Entry<Integer> degree(int initial) {
    return new Entry<>(
        Integer.toString(initial),
        text ->
            whole(text)
                .filter(degree -> degree >= 1 && degree <= MOST_DEGREE)
                .map(degree -> Reading.of(degree.intValue()))
                .orElseGet(
                    () ->
                        Reading.wrong("Degree is a whole number from 1 to " + MOST_DEGREE + ".")));
  }

  /** The summand of a kernel. */
  static Entry<Double> summand(double initial) {
    return new Entry<>(
        plain(initial),
        text ->
            number(text)
                .filter(summand -> summand >= 0)
                .map(Reading::of)
                .orElseGet(() -> Reading.wrong("Coef0 is 0 or a number above it.")));
  }

  /** How many times rows are dealt. */
  static Entry<Integer> repeats(int initial) {
    return between(initial, 2, MOST_REPEATS, "Repeats");
  }

  /** How many rows a sample has. */
  static Entry<Integer> sample(int initial) {
    return between(initial, LEAST_SAMPLE, Integer.MAX_VALUE, "The sample");
  }

  private static Entry<Integer> between(int initial, int least, int most, String what) {
    String wrong =
        most == Integer.MAX_VALUE
            ? "%s is a whole number of rows, %d or more.".formatted(what, least)
            : "%s is a whole number from %d to %d.".formatted(what, least, most);
    return new Entry<>(
        Integer.toString(initial),
        text ->
            whole(text)
                .filter(number -> number >= least && number <= most)
                .map(number -> Reading.of(number.intValue()))
                .orElseGet(() -> Reading.wrong(wrong)));
  }

  /** Numbers above 0 and ranges of them. */
  static Entry<List<Double>> list(List<Double> initial) {
    return new Entry<>(NumberList.text(initial), Entries::read);
  }

  /** What a mistake costs in each class: none, balanced, or a number for each class in order. */
  static Entry<Weighting> weights(String initial) {
    return new Entry<>(
        initial,
        text -> {
          try {
            return Reading.of(CandidateText.weighting(text, ","));
          } catch (LearningProblem.BadSettings bad) {
            return Reading.wrong(bad.what() + " " + bad.next());
          }
        });
  }

  private static Reading<List<Double>> read(String text) {
    try {
      return Reading.of(NumberList.parse(text));
    } catch (LearningProblem.BadSettings bad) {
      return Reading.wrong(bad.what());
    }
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
