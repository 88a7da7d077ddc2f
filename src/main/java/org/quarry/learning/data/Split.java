package org.quarry.learning.data;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quarry.learning.Counted;
import org.quarry.learning.LearningProblem;

/**
 * Which rows are held out: the same as scikit-learn's {@code train_test_split(test_size=fraction,
 * random_state=seed)}, or none.
 *
 * @param seed 0 to 2³² - 1
 * @param fraction the share held out, 0 (none) to below 1
 */
public record Split(long seed, double fraction) {
  /** Nothing is held out. */
  public static final Split NONE = new Split(0, 0);

  /** The split of a run that says nothing else: a fifth, by the seed 5. */
  public static final Split DEFAULT = new Split(5, 0.2);

  private static final Pattern TEXT = Pattern.compile("sklearn:(\\d{1,10}):(\\d*\\.?\\d+)");
  private static final long MOST = 0xffffffffL;

  /**
   * Makes a split.
   *
   * @throws LearningProblem.BadSettings if a number is out of range
   */
  public Split {
    if (seed < 0 || seed > MOST) {
      throw new LearningProblem.BadSettings(
          "The seed " + seed + " is out of range.", "Choose one from 0 to " + MOST + ".");
    }
    if (!(fraction >= 0 && fraction < 1)) {
      throw new LearningProblem.BadSettings(
          "A share of " + fraction + " cannot be held out.",
          "Choose one from 0 to below 1, such as 0.2.");
    }
  }

  /**
   * Reads what {@link #toString} writes. A split that holds out nothing may have a seed all the
   * same, for a sample of the rows is drawn by it.
   *
   * @param text {@code none} or {@code sklearn:SEED:FRACTION}
   * @throws LearningProblem.BadSettings if it is neither
   */
  public static Split parse(String text) {
    if (text.equals("none")) {
      return NONE;
    }
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new LearningProblem.BadSettings(
          "“" + text + "” names no split.",
          "Write sklearn:SEED:FRACTION, such as sklearn:5:0.2, or none.");
    }
    return new Split(Long.parseLong(matcher.group(1)), Double.parseDouble(matcher.group(2)));
  }

  /**
   * Divides rows: the first ⌈fraction · n⌉ of numpy's permutation are held out, the rest are for
   * training, both in the permutation's order. Without a hold-out all rows are for training, in
   * their own order.
   *
   * @param n how many rows there are
   * @throws LearningProblem.TooFewRows if no row would be left for training
   */
  public Parts divide(int n) {
    if (fraction == 0) {
      int[] all = new int[n];
      Arrays.setAll(all, i -> i);
      return new Parts(all, new int[0]);
    }
    int held = (int) Math.ceil(fraction * n);
    if (held >= n) {
      throw new LearningProblem.TooFewRows(
          "No row is left for training.",
          "Of " + Counted.rows(n) + ", " + held + " would be held out.",
          "Hold out a smaller share.");
    }
    int[] order = new MersenneTwister(seed).permutation(n);
    return new Parts(Arrays.copyOfRange(order, held, n), Arrays.copyOf(order, held));
  }

  @Override
  public String toString() {
    return equals(NONE)
        ? "none"
        : "sklearn:" + seed + ":" + (fraction == 0 ? "0" : plain(fraction));
  }

  /** Small shares without an exponent, which {@link #parse} does not read. */
  private static String plain(double fraction) {
    return BigDecimal.valueOf(fraction).toPlainString();
  }

  /** Rows for training and rows held out, as positions in a data set. */
  public static final class Parts {
    private final int[] training;
    private final int[] heldOut;

    private Parts(int[] training, int[] heldOut) {
      this.training = training;
      this.heldOut = heldOut;
    }

    /** The rows for training, in order. */
    public int[] training() {
      return training.clone();
    }

    /** The rows held out, in order. */
    public int[] heldOut() {
      return heldOut.clone();
    }
  }
}
