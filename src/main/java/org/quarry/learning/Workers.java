package org.quarry.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.quarry.work.Job;

/**
 * Who shares the fits of a search: the calling thread and helpers from an executor. The caller
 * works too and waits for none that has not begun, so a full executor slows a search but never
 * blocks it.
 *
 * @param executor where helpers come from
 * @param parallelism how many fits run at once, the caller's among them, at least 1
 */
public record Workers(Executor executor, int parallelism) {
  /**
   * Makes workers.
   *
   * @throws IllegalArgumentException if parallelism is below 1
   */
  public Workers {
    if (parallelism < 1) {
      throw new IllegalArgumentException("parallelism " + parallelism);
    }
  }

  /** The calling thread alone. */
  public static Workers onCallingThread() {
    return new Workers(Runnable::run, 1);
  }

  /**
   * Does task 0 to count - 1, each once, in about that order, and returns when all have ended.
   * After a failure no further task begins; the failure is thrown once those under way have ended.
   */
  public void forEach(int count, IntConsumer task) {
    AtomicInteger next = new AtomicInteger();
    AtomicBoolean failed = new AtomicBoolean();
    Runnable share =
        () -> {
          try {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
              if (failed.get()) {
                return;
              }
              task.accept(i);
            }
          } catch (Throwable failure) {
            failed.set(true);
            throw failure;
          }
        };
    List<Share> shares = new ArrayList<>();
    for (int i = 1; i < Math.min(parallelism, count); i++) {
      Share helper = new Share(share);
      shares.add(helper);
      executor.execute(helper);
    }
    Share own = new Share(share);
    own.run();
    shares.forEach(Share::withdraw);
    shares.add(0, own);
    shares.forEach(Share::awaitEnd);
    shares.forEach(Share::rethrow);
  }

  /** A share of the tasks: run once by a helper, or withdrawn before it begins. */
  private static final class Share implements Runnable {
    private final Runnable work;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();

    Share(Runnable work) {
      this.work = work;
    }

    @Override
    public void run() {
      if (!claimed.compareAndSet(false, true)) {
        return;
      }
      try {
        work.run();
        end.complete(true);
      } catch (Throwable failure) {
        end.completeExceptionally(failure);
      }
    }

    void withdraw() {
      if (claimed.compareAndSet(false, true)) {
        end.complete(false);
      }
    }

    void awaitEnd() {
      end.handle((done, failure) -> done != null).join();
    }

    /** Throws the failure of a share that has ended, as it was. */
    void rethrow() {
      try {
        end.join();
      } catch (RuntimeException failure) {
        throw Job.unwrap(failure);
      }
    }
  }
}
