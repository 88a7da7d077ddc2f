package org.quarry.ui.inspector;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.quarry.work.Cancelled;
import org.quarry.work.Monitor;

/** A moment in which a job does nothing, so that a cursor that only passes costs no reading. */
final class Pause {
  private Pause() {}

  /**
   * Waits on the calling thread.
   *
   * @throws Cancelled as soon as the job is cancelled
   */
  static void of(Duration length, Monitor monitor) {
    CountDownLatch end = new CountDownLatch(1);
    try (Monitor.Registration _ = monitor.onCancel(end::countDown)) {
      boolean cancelled = end.await(length.toNanos(), TimeUnit.NANOSECONDS);
      if (cancelled) {
        throw new Cancelled();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Cancelled();
    }
  }
}
