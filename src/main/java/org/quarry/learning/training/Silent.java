package org.quarry.learning.training;

import org.quarry.work.Monitor;

/**
 * Passes the wish to stop on, and no progress: for work that is a part of what is counted.
 *
 * @param monitor whose wish it is
 */
record Silent(Monitor monitor) implements Monitor {
  @Override
  public void report(long done, long total, String message) {}

  @Override
  public boolean isCancelled() {
    return monitor.isCancelled();
  }

  @Override
  public void checkpoint() {
    monitor.checkpoint();
  }

  @Override
  public Registration onCancel(Runnable action) {
    return monitor.onCancel(action);
  }
}
