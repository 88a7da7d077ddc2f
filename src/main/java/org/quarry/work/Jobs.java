package org.quarry.work;

/**
 * Starts jobs. The program runs each on a thread of its own; tests may use a twin that runs them on
 * the calling thread.
 */
public interface Jobs {
  /**
   * Starts a job.
   *
   * @param <T> what it yields
   * @param title what it does, as a person reads it in the status bar: "Counting predictions"
   * @param work the work
   * @return the running (or, on the calling thread, ended) job
   */
  <T> Job<T> start(String title, Work<T> work);

  /** Jobs that run at once on the calling thread: {@code start} returns when the work has ended. */
  static Jobs onCallingThread() {
    return new Jobs() {
      @Override
      public <T> Job<T> start(String title, Work<T> work) {
        Job<T> job = new Job<>(title, work);
        job.run();
        return job;
      }
    };
  }
}
