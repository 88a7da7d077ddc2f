package org.quarry.work;

/** Does something again and again, off the UI thread, one thing after the other. */
@FunctionalInterface
public interface Pulse {
  /**
   * Begins to run an action about every second. It must be short and must not throw.
   *
   * @return closing it ends it; a run that is under way may still end
   */
  Monitor.Registration everySecond(Runnable action);
}
