package org.quarry.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** The one thread that keeps staged edits on disk, in their order. */
final class JournalThread implements AutoCloseable {
  /** How long the end of the program waits for the disk, in seconds. */
  private static final int PATIENCE = 10;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("journal").factory());

  /** The thread, as the journals take it. */
  ExecutorService executor() {
    return thread;
  }

  /** Waits until all that was staged is on disk. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
        LoggerFactory.getLogger(JournalThread.class)
            .error("the last staged edits were not kept within {} s", PATIENCE);
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }
}
