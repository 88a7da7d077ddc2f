package org.quarry.work;

/** Thrown by work that stopped because it was cancelled. It is an outcome, not a failure. */
public final class Cancelled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes one without a stack trace, because it is thrown from hot loops and never shown. */
  public Cancelled() {
    super("Cancelled.", null, false, false);
  }
}
