package org.quarry.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.quarry.work.Job;
import org.quarry.work.Jobs;
import org.quarry.work.Work;

/** Runs each job on a thread of its own. Its threads do not keep the program alive. */
public final class ThreadedJobs implements Jobs, AutoCloseable {
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("job-", 1).factory());

  @Override
  public <T> Job<T> start(String title, Work<T> work) {
    Job<T> job = new Job<>(title, work);
    threads.execute(job);
    return job;
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
