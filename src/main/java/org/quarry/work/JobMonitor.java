package org.quarry.work;

import java.util.ArrayList;
import java.util.List;

/** The monitor behind a {@link Job}: keeps the last progress and the actions to run on cancel. */
final class JobMonitor implements Monitor {
  private final Runnable changed;
  private final List<Runnable> actions = new ArrayList<>();
  private volatile boolean cancelled;
  private boolean waiting;
  private long waitingSince;
  private long waited;
  private volatile Job.Progress progress = new Job.Progress(0, UNKNOWN, "");

  JobMonitor(Runnable changed) {
    this.changed = changed;
  }

  Job.Progress progress() {
    return progress;
  }

  @Override
  public void report(long done, long total, String message) {
    progress = new Job.Progress(done, total, message.isEmpty() ? progress.message() : message);
    changed.run();
  }

  @Override
  public void waiting(boolean waits) {
    synchronized (this) {
      if (waits == waiting) {
        return;
      }
      waited = waited();
      waiting = waits;
      waitingSince = System.nanoTime();
    }
    changed.run();
  }

  synchronized boolean isWaiting() {
    return waiting;
  }

  /** Nanoseconds it has waited. */
  synchronized long waited() {
    return waited + (waiting ? System.nanoTime() - waitingSince : 0);
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  @Override
  public Registration onCancel(Runnable action) {
    synchronized (actions) {
      if (cancelled) {
        action.run();
        return () -> {};
      }
      actions.add(action);
    }
    return () -> {
      synchronized (actions) {
        actions.remove(action);
      }
    };
  }

  /** The actions run under the lock, so that a registration's close waits for them. */
  boolean cancel() {
    synchronized (actions) {
      boolean first = !cancelled;
      if (first) {
        cancelled = true;
        List.copyOf(actions).forEach(Runnable::run);
        actions.clear();
      }
      return first;
    }
  }
}
