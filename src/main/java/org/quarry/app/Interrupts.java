package org.quarry.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.quarry.work.Monitor;

/** Lets work end tidily when the process is asked to end. */
final class Interrupts {
  /** How long the process waits for work to take its transaction back, in seconds. */
  private static final int PATIENCE = 5;

  private Interrupts() {}

  /** Runs an action at the end of the process and holds that end until the work has ended too. */
  static Monitor.Registration onInterrupt(Runnable action) {
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook =
        Thread.ofPlatform()
            .name("interrupt")
            .unstarted(
                () -> {
                  action.run();
                  try {
                    boolean tidy = ended.await(PATIENCE, TimeUnit.SECONDS);
                    if (!tidy) {
                      System.err.println("quarry: The work did not stop in time.");
                    }
                  } catch (InterruptedException again) {
                    Thread.currentThread().interrupt();
                  }
                });
    Runtime.getRuntime().addShutdownHook(hook);
    return () -> {
      ended.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException ending) {
        // The process ends already, and the hook was waiting for this.
      }
    };
  }
}
