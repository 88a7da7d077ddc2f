package org.quarry.work;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets a person halt work and go on with it later. Work run under it waits at its next checkpoint
 * while it is paused, on all its threads, and a cancelled one stops all the same. Safe for use by
 * several threads.
 */
public final class Pause {
  private final List<Monitor> outer = new ArrayList<>();
  private volatile boolean paused;
  private long since;
  private long before;

  /** Halts the work at its next checkpoints; does nothing when it is paused. */
  public synchronized void pause() {
    if (!paused) {
      paused = true;
      since = System.nanoTime();
      outer.forEach(monitor -> monitor.waiting(true));
    }
  }

  /** Lets it go on; does nothing when it is not paused. */
  public synchronized void resume() {
    if (paused) {
      before = nanos();
      paused = false;
      outer.forEach(monitor -> monitor.waiting(false));
      notifyAll();
    }
  }

  /** Whether it is paused. */
  public boolean isPaused() {
    return paused;
  }

  /** Nanoseconds it has been paused, all pauses together, the one under way included. */
  public synchronized long nanos() {
    return before + (paused ? System.nanoTime() - since : 0);
  }

  /**
   * Does work on the calling thread, and maybe others of its own, that this can halt.
   *
   * @param <T> what it yields
   * @param work the work
   * @param monitor where progress goes and cancellation comes from
   * @return the result
   * @throws Cancelled when it was cancelled, paused or not
   */
  public <T> T run(Work<T> work, Monitor monitor) {
    enter(monitor);
    try (var _ = monitor.onCancel(this::wake)) {
      return work.run(new Halting(monitor));
    } finally {
      leave(monitor);
    }
  }

  private synchronized void enter(Monitor monitor) {
    outer.add(monitor);
    if (paused) {
      monitor.waiting(true);
    }
  }

  private synchronized void leave(Monitor monitor) {
    outer.remove(monitor);
    if (paused) {
      monitor.waiting(false);
    }
  }

  private synchronized void wake() {
    notifyAll();
  }

  private synchronized void await(Monitor monitor) {
    try {
      while (paused && !monitor.isCancelled()) {
        wait();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Cancelled();
    }
  }

  /** Passes everything on, and waits at checkpoints. */
  private final class Halting implements Monitor {
    private final Monitor monitor;

    Halting(Monitor monitor) {
      this.monitor = monitor;
    }

    @Override
    public void report(long done, long total, String message) {
      monitor.report(done, total, message);
    }

    @Override
    public boolean isCancelled() {
      return monitor.isCancelled();
    }

    @Override
    public void checkpoint() {
      if (paused) {
        await(monitor);
      }
      monitor.checkpoint();
    }

    @Override
    public void waiting(boolean waits) {
      monitor.waiting(waits);
    }

    @Override
    public Registration onCancel(Runnable action) {
      return monitor.onCancel(action);
    }
  }
}
