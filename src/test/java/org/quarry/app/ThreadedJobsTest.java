package org.quarry.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quarry.work.Cancelled;
import org.quarry.work.Job;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class ThreadedJobsTest {
  @Test
  void jobsRunBesideEachOtherOnThreadsThatKeepNothingAlive() {
    CountDownLatch met = new CountDownLatch(2);
    try (ThreadedJobs jobs = new ThreadedJobs()) {
      Job<Boolean> one = jobs.start("one", monitor -> meet(met));
      Job<Boolean> two = jobs.start("two", monitor -> meet(met));
      assertThat(one.join()).isTrue();
      assertThat(two.join()).isTrue();
      assertThat(jobs.start("daemon", monitor -> Thread.currentThread().isDaemon()).join())
          .isTrue();
    }
  }

  private static boolean meet(CountDownLatch met) {
    met.countDown();
    try {
      return met.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Test
  void aCancelledJobEndsAtItsNextCheckpoint() {
    try (ThreadedJobs jobs = new ThreadedJobs()) {
      Job<Boolean> endless =
          jobs.start(
              "endless",
              monitor -> {
                while (true) {
                  monitor.checkpoint();
                  Thread.onSpinWait();
                }
              });
      endless.cancel();
      assertThatThrownBy(endless::join).isInstanceOf(Cancelled.class);
      assertThat(endless.state()).isEqualTo(Job.State.CANCELLED);
    }
  }
}
