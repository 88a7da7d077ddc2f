package org.quarry.command;

import java.util.Locale;
import org.quarry.work.Problem;

/** The results could not be written to standard output. */
final class OutputLost extends Problem {
  private static final long serialVersionUID = 1L;

  private final boolean closedByReader;

  /**
   * Makes one.
   *
   * @param reason the system's words, or empty when it gave none
   */
  OutputLost(String reason) {
    super("The results could not be written.", reason + ".", "");
    closedByReader = reason.isEmpty() || reason.toLowerCase(Locale.ROOT).contains("pipe");
  }

  /** Whether who reads has enough, as {@code head} has after some lines, which is no failure. */
  boolean closedByReader() {
    return closedByReader;
  }
}
