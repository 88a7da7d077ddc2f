package org.quarry.app;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.quarry.work.Monitor;
import org.quarry.work.Pulse;

/** The one thread that looks after files once a second. */
final class PulseThread implements Pulse, AutoCloseable {
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("pulse").factory());

  @Override
  public Monitor.Registration everySecond(Runnable action) {
    ScheduledFuture<?> beats = thread.scheduleWithFixedDelay(action, 1, 1, TimeUnit.SECONDS);
    return () -> beats.cancel(false);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
