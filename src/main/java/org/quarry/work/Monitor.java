package org.quarry.work;

/**
 * What a piece of work sees of its outside: a place for its progress and the wish that it stop.
 * Implementations are safe for use by several threads.
 */
public interface Monitor {
  /** The total of work whose size is not known. */
  long UNKNOWN = -1;

  /** A monitor that drops progress and is never cancelled. */
  Monitor NONE =
      new Monitor() {
        @Override
        public void report(long done, long total, String message) {}

        @Override
        public boolean isCancelled() {
          return false;
        }

        @Override
        public Registration onCancel(Runnable action) {
          return () -> {};
        }
      };

  /**
   * Tells how far the work is. Cheap enough to be called for every row.
   *
   * @param done units finished, at least 0
   * @param total units in all, or {@link #UNKNOWN}
   * @param message what is being done, in a few words; empty keeps the last one
   */
  void report(long done, long total, String message);

  /** Whether the work is to stop. */
  boolean isCancelled();

  /**
   * Stops the work here if it is to stop.
   *
   * @throws Cancelled if it is
   */
  default void checkpoint() {
    if (isCancelled()) {
      throw new Cancelled();
    }
  }

  /**
   * Runs an action when the work is cancelled, on the cancelling thread: for what blocks outside of
   * Java, such as a statement inside SQLite. If the work is cancelled already it runs at once.
   *
   * @param action what to do; short, and safe to call from any thread
   * @return closing it withdraws the action; once close has returned the action neither runs nor is
   *     running
   */
  Registration onCancel(Runnable action);

  /**
   * Tells that the work begins or ends to wait because a person halted it; what it waits says
   * nothing of how long the rest will take. Does nothing unless overridden.
   */
  default void waiting(boolean waits) {}

  /** An action that waits for cancellation. */
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
