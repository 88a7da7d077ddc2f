package org.quarry.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.quarry.learning.Workers;

/** The threads that help a training: one fewer than there are cores, for the caller works too. */
final class FitThreads implements AutoCloseable {
  private final int cores = Runtime.getRuntime().availableProcessors();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          Math.max(1, cores - 1), Thread.ofPlatform().daemon().name("fit-", 1).factory());

  /** The threads, as learning takes them. */
  Workers workers() {
    return new Workers(threads, cores);
  }

  /** The threads themselves. */
  ExecutorService executor() {
    return threads;
  }

  /** How many fits run at once. */
  int parallelism() {
    return cores;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
