package org.quarry.ui.tour;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import org.quarry.ui.kit.Background;
import org.quarry.work.Cancelled;
import org.quarry.work.Job;
import org.quarry.work.Monitor;

/**
 * Does things on the UI thread for a caller on another, and waits for what comes of them. Its
 * methods are for that other thread.
 */
final class Stagehand {
  /** How long anything in a tour may take. */
  private static final long PATIENCE_SECONDS = 120;

  private final Background background;
  private final Monitor monitor;

  Stagehand(Background background, Monitor monitor) {
    this.background = background;
    this.monitor = monitor;
  }

  /** Does something on the UI thread and returns when it is done. */
  void act(Runnable action) {
    ask(
        () -> {
          action.run();
          return true;
        });
  }

  /** Asks something on the UI thread. */
  <T> T ask(Supplier<T> question) {
    monitor.checkpoint();
    CompletableFuture<T> answer = new CompletableFuture<>();
    background.later(
        () -> {
          try {
            answer.complete(question.get());
          } catch (RuntimeException failed) {
            answer.completeExceptionally(failed);
          }
        });
    try {
      return answer.join();
    } catch (CompletionException failed) {
      throw Job.unwrap(failed);
    }
  }

  /** Waits until something is so on the UI thread. */
  void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!ask(condition::getAsBoolean)) {
      if (System.nanoTime() > end) {
        throw new TourProblem(
            "The tour waited in vain.", "Not within two minutes: " + what + ".", null);
      }
      frames(1);
    }
  }

  /** Waits until so many frames were drawn, so that what was changed is laid out. */
  void frames(int number) {
    CountDownLatch drawn = new CountDownLatch(number);
    AnimationTimer timer =
        ask(
            () -> {
              AnimationTimer counter =
                  new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                      drawn.countDown();
                    }
                  };
              counter.start();
              return counter;
            });
    try {
      if (!drawn.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new TourProblem("The tour waited in vain.", "No frame was drawn.", null);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Cancelled();
    } finally {
      act(timer::stop);
    }
  }
}
