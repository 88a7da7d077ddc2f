package org.quarry.command;

/** The arguments are each well formed and make no sense together. */
final class WrongUsage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** {@code sentence} says what is wrong. */
  WrongUsage(String sentence) {
    super(sentence, null, false, false);
  }
}
