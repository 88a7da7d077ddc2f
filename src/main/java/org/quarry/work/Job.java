package org.quarry.work;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One piece of {@link Work} under way: its title, how far it is, its end. Every method may be
 * called from any thread; listeners are told on the thread that causes the change.
 *
 * @param <T> what it yields
 */
public final class Job<T> implements Runnable {
  /** How far a job is, at one moment. */
  public record Progress(long done, long total, String message) {
    /** The share done, 0 to 1, or a negative number when the total is not known. */
    public double fraction() {
      return total <= 0 ? -1 : Math.min(1, (double) done / total);
    }
  }

  /** Where a job stands. */
  public enum State {
    /** Started or about to. */
    RUNNING,
    /** Ended with a result. */
    DONE,
    /** Stopped because it was cancelled. */
    CANCELLED,
    /** Ended with a problem. */
    FAILED
  }

  private final String title;
  private final Work<T> work;
  private final long started = System.nanoTime();
  private final JobMonitor monitor = new JobMonitor(this::changed);
  private final CompletableFuture<T> end = new CompletableFuture<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile State state = State.RUNNING;
  private volatile long ended;

  /**
   * Makes a job that has not begun; {@link Jobs} begins it.
   *
   * @param title what it does, as a person reads it
   * @param work the work
   */
  public Job(String title, Work<T> work) {
    this.title = title;
    this.work = work;
  }

  /** Does the work on the calling thread and ends the job; never throws. */
  @Override
  public void run() {
    try {
      monitor.checkpoint();
      T result = work.run(monitor);
      finish(State.DONE);
      end.complete(result);
    } catch (Cancelled cancelled) {
      finish(State.CANCELLED);
      end.completeExceptionally(cancelled);
    } catch (Throwable failure) {
      finish(State.FAILED);
      end.completeExceptionally(failure);
    }
    changed();
  }

  private void finish(State last) {
    ended = System.nanoTime();
    state = last;
  }

  /** What it does, as a person reads it. */
  public String title() {
    return title;
  }

  /** Where it stands. */
  public State state() {
    return state;
  }

  /** How far it is. */
  public Progress progress() {
    return monitor.progress();
  }

  /** Nanoseconds it has run, or ran. */
  public long nanos() {
    return (state == State.RUNNING ? System.nanoTime() : ended) - started;
  }

  /** Whether a person halted it. */
  public boolean isWaiting() {
    return state == State.RUNNING && monitor.isWaiting();
  }

  /**
   * Nanoseconds it will still take if it goes on as it went so far, what it was halted not counted,
   * or a negative number when that cannot be told.
   */
  public long nanosLeft() {
    Progress now = progress();
    if (state != State.RUNNING || now.total() <= 0 || now.done() <= 0) {
      return -1;
    }
    long worked = Math.max(0, nanos() - monitor.waited());
    return (long) (worked * ((double) (now.total() - now.done()) / now.done()));
  }

  /** Asks it to stop. It stops at its next checkpoint; nothing happens when it has ended. */
  public void cancel() {
    if (monitor.cancel()) {
      changed();
    }
  }

  /**
   * Adds a listener, told of every change of progress and of the end. It must be quick.
   *
   * @return closing it removes the listener
   */
  public Monitor.Registration onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Completes with the result, with {@link Cancelled}, or with the failure. */
  public CompletableFuture<T> end() {
    return end.copy();
  }

  /**
   * Waits for the end.
   *
   * @return the result
   * @throws Cancelled if it was cancelled, or the waiting thread was interrupted
   * @throws RuntimeException the failure, {@link Problem} for the expected ones
   */
  public T join() {
    try {
      return end.get();
    } catch (InterruptedException interrupted) {
      cancel();
      Thread.currentThread().interrupt();
      throw new Cancelled();
    } catch (ExecutionException failed) {
      throw unwrap(failed);
    }
  }

  /** The failure itself, out of what a future wraps around it. */
  public static RuntimeException unwrap(Throwable failure) {
    @Nullable Throwable inner = failure;
    while ((inner instanceof CompletionException || inner instanceof ExecutionException)
        && inner.getCause() != null) {
      inner = inner.getCause();
    }
    if (inner instanceof Error error) {
      throw error;
    }
    return inner instanceof RuntimeException known ? known : new IllegalStateException(inner);
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }
}
