package org.quarry.learning.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quarry.learning.LearningProblem;

/**
 * Reads the values of a parameter as a person writes them: numbers above 0 with commas or blanks
 * between, and ranges in even factors. {@code 0.1..1000} goes by powers of ten, {@code 2^-5..2^15}
 * by powers of two, {@code 1..256*4} by the factor after the asterisk. A range may fall.
 */
public final class NumberList {
  private static final int MOST = 1000;
  private static final int LARGEST_EXPONENT = 1000;
  private static final MathContext DIGITS = new MathContext(40);
  private static final BigDecimal ROUNDING = new BigDecimal("1e-12");
  private static final String NUMBER = "[^.,;^*\\s]*(?:\\.[^.,;^*\\s]+)?(?:\\^[-+]?\\d+)?";
  private static final Pattern RANGE =
      Pattern.compile("(" + NUMBER + ")\\.\\.(" + NUMBER + ")(?:\\*(" + NUMBER + "))?");
  private static final Pattern POWER = Pattern.compile("(.+)\\^([-+]?\\d+)");

  private NumberList() {}

  /**
   * Reads a list.
   *
   * @param text what was written
   * @return the numbers in their order, each above 0 and there once; never empty
   * @throws LearningProblem.BadSettings if it is no such list, or one of more than a thousand
   */
  public static List<Double> parse(String text) {
    List<Double> numbers = new ArrayList<>();
    for (String part : text.replaceAll("\\s*(\\.\\.|\\*)\\s*", "$1").split("[,;\\s]+", -1)) {
      if (!part.isEmpty()) {
        add(part, numbers);
      }
    }
    if (numbers.isEmpty()) {
      throw bad("At least one number is needed, such as 1, 10, 100.");
    }
    return List.copyOf(numbers);
  }

  private static void add(String part, List<Double> numbers) {
    Matcher range = RANGE.matcher(part);
    for (BigDecimal exact : range.matches() ? range(part, range) : List.of(number(part))) {
      double number = exact.doubleValue();
      if (numbers.contains(number)) {
        throw bad(plain(number) + " is there twice.");
      }
      if (numbers.size() == MOST) {
        throw bad("A list takes no more than " + MOST + " numbers.");
      }
      numbers.add(number);
    }
  }

  private static List<BigDecimal> range(String part, Matcher range) {
    BigDecimal first = number(range.group(1));
    BigDecimal last = number(range.group(2));
    BigDecimal factor =
        range.group(3) == null ? base(range.group(1), range.group(2)) : number(range.group(3));
    if (factor.compareTo(BigDecimal.ONE) <= 0) {
      throw bad("The factor of “" + part + "” is a number above 1.");
    }
    List<BigDecimal> numbers = new ArrayList<>();
    BigDecimal end = first.max(last);
    BigDecimal next = first.min(last);
    while (next.compareTo(end.multiply(BigDecimal.ONE.add(ROUNDING))) <= 0) {
      if (numbers.size() == MOST) {
        throw bad("“" + part + "” is more than " + MOST + " numbers.");
      }
      numbers.add(next);
      next = next.multiply(factor, DIGITS);
    }
    BigDecimal reached = numbers.getLast();
    if (end.subtract(reached).compareTo(end.multiply(ROUNDING)) > 0) {
      throw bad(
          "“%s” goes by %s from %s to %s and then %s, not to %s."
              .formatted(
                  part,
                  plain(factor.doubleValue()),
                  plain(numbers.getFirst().doubleValue()),
                  plain(reached.doubleValue()),
                  plain(next.doubleValue()),
                  plain(end.doubleValue())));
    }
    if (first.compareTo(last) > 0) {
      Collections.reverse(numbers);
    }
    return numbers;
  }

  /** Ends that are powers of one base go by it, all others by ten. */
  private static BigDecimal base(String first, String last) {
    Matcher one = POWER.matcher(first);
    Matcher other = POWER.matcher(last);
    boolean powers = one.matches() && other.matches() && one.group(1).equals(other.group(1));
    return powers ? number(one.group(1)) : BigDecimal.TEN;
  }

  private static BigDecimal number(String text) {
    Matcher power = POWER.matcher(text);
    if (!power.matches()) {
      return finite(text, text);
    }
    BigDecimal base = finite(power.group(1), text);
    String exponent = power.group(2);
    // Four digits at most, before a larger one is computed for hours.
    if (exponent.length() > 5 || Math.abs(Integer.parseInt(exponent)) > LARGEST_EXPONENT) {
      throw noNumber(text);
    }
    int times = Integer.parseInt(exponent);
    BigDecimal size = base.pow(Math.abs(times), DIGITS);
    BigDecimal value = times < 0 ? BigDecimal.ONE.divide(size, DIGITS) : size;
    return finite(value.toString(), text);
  }

  private static BigDecimal finite(String digits, String shown) {
    try {
      double near = Double.parseDouble(digits);
      if (near > 0 && Double.isFinite(near)) {
        return new BigDecimal(digits);
      }
    } catch (NumberFormatException none) {
      throw noNumber(shown);
    }
    throw noNumber(shown);
  }

  /** The numbers as they are written, without exponents. */
  public static String text(List<Double> numbers) {
    return numbers.stream().map(NumberList::plain).collect(Collectors.joining(", "));
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static LearningProblem.BadSettings noNumber(String text) {
    return bad("“" + text + "” is no number above 0.");
  }

  private static LearningProblem.BadSettings bad(String what) {
    return new LearningProblem.BadSettings(
        what, "Write numbers such as 1, 10, 100, or a range such as 0.1..1000 or 2^-5..2^15.");
  }
}
