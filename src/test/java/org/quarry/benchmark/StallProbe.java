package org.quarry.benchmark;

import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/**
 * Asks the JavaFX thread for an answer every two milliseconds and keeps the longest time that one
 * took: how long a person's click could have waited.
 */
final class StallProbe implements AutoCloseable {
  private static final long EVERY = 2_000_000;

  private final Thread thread = Thread.ofPlatform().daemon().name("probe").unstarted(this::run);
  private volatile boolean ended;
  private volatile long longest;
  private volatile boolean answered = true;

  private StallProbe() {}

  static StallProbe start() {
    StallProbe probe = new StallProbe();
    probe.thread.start();
    return probe;
  }

  private void run() {
    while (!ended) {
      if (answered) {
        answered = false;
        long asked = System.nanoTime();
        Platform.runLater(
            () -> {
              longest = Math.max(longest, System.nanoTime() - asked);
              answered = true;
            });
      }
      LockSupport.parkNanos(EVERY);
    }
  }

  /** The longest wait in milliseconds. */
  double longest() {
    return longest / 1e6;
  }

  @Override
  public void close() {
    ended = true;
  }
}
