package org.quarry.learning.report;

import org.quarry.work.Monitor;

/** Counts the steps of a piece of work that several threads share. */
final class Progress {
  private final Monitor monitor;
  private final long total;
  private long done;

  /** Begins at 0. */
  Progress(Monitor monitor, long total, String message) {
    this.monitor = monitor;
    this.total = total;
    monitor.report(0, total, message);
  }

  /** One step more; reports arrive in order. */
  synchronized void step() {
    monitor.report(++done, total, "");
  }
}
