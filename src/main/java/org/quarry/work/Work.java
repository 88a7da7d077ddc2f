package org.quarry.work;

/**
 * A piece of work that may take long: it tells its progress to a {@link Monitor} and stops at its
 * next checkpoint once it is cancelled.
 *
 * @param <T> what it yields
 */
@FunctionalInterface
public interface Work<T> {
  /**
   * Does the work on the calling thread.
   *
   * @param monitor where progress goes and cancellation comes from
   * @return the result
   * @throws Cancelled when it stopped because it was cancelled
   * @throws Problem when it failed for a reason a person can act on
   */
  T run(Monitor monitor);
}
