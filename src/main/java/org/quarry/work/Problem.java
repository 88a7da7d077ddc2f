package org.quarry.work;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why something could not be done, said to a person in three parts: what happened, why, and what to
 * do next. Each room of the core has one sealed family below this class.
 */
public abstract class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final String why;
  private final String next;

  /**
   * Makes a problem.
   *
   * @param what what happened, a sentence
   * @param why the reason, a sentence, or empty when the first says it
   * @param next what to do next, a sentence, or empty when nothing helps
   */
  protected Problem(String what, String why, String next) {
    this(what, why, next, null);
  }

  /** Makes a problem with the failure below it, which is for the log and never shown. */
  protected Problem(String what, String why, String next, @Nullable Throwable cause) {
    super(join(what, why, next), cause);
    this.what = what;
    this.why = why;
    this.next = next;
  }

  private static String join(String... parts) {
    return Arrays.stream(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
  }

  /** What happened, a sentence. */
  public final String what() {
    return what;
  }

  /** The reason, a sentence; may be empty. */
  public final String why() {
    return why;
  }

  /** What to do next, a sentence; may be empty. */
  public final String next() {
    return next;
  }
}
