package org.quarry.database;

/**
 * A text that gives out its characters only so many times, so that no regular expression can search
 * it without end. For one search by one thread.
 */
public final class SteppedText implements CharSequence {
  private static final long STEPS = 10_000_000;
  private static final long STEPS_PER_CHARACTER = 50;

  private final String text;
  private long left;

  /** Gives out as many characters as any sensible expression needs, and some seconds at most. */
  public SteppedText(String text) {
    this(text, STEPS);
  }

  /** Gives out about so many characters, and more of a longer text. */
  public SteppedText(String text, long steps) {
    this.text = text;
    left = steps + text.length() * STEPS_PER_CHARACTER;
  }

  @Override
  public char charAt(int index) {
    if (--left < 0) {
      throw new TooManySteps();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }

  /** Thrown by the search that took too many steps. */
  public static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySteps() {
      super("a regular expression backtracks without end");
    }
  }
}
