package org.quarry.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PauseTest {
  private final Pause pause = new Pause();
  private final AtomicInteger steps = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);

  /** Counts steps until it is told to end. */
  private Job<Integer> counting(int end) {
    Job<Integer> job =
        new Job<>("Counting", monitor -> pause.run(inner -> count(end, inner), monitor));
    Thread.ofPlatform().daemon().start(job);
    return job;
  }

  private int count(int end, Monitor monitor) {
    while (steps.get() < end) {
      monitor.checkpoint();
      monitor.report(steps.incrementAndGet(), end, "");
      begun.countDown();
      Thread.onSpinWait();
    }
    return steps.get();
  }

  private int settled() throws InterruptedException {
    int last = -1;
    while (last != steps.get()) {
      last = steps.get();
      Thread.sleep(30);
    }
    return last;
  }

  @Test
  void pausedWorkStandsStillAndGoesOn() throws Exception {
    pause.pause();
    Job<Integer> job = counting(1000);
    Thread.sleep(30);
    assertThat(steps).hasValue(0);
    assertThat(job.isWaiting()).isTrue();
    pause.resume();
    assertThat(job.join()).isEqualTo(1000);
    assertThat(job.isWaiting()).isFalse();
  }

  @Test
  void aPauseAmongTheStepsHoldsThem() throws Exception {
    Job<Integer> job = counting(Integer.MAX_VALUE);
    assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
    pause.pause();
    int held = settled();
    Thread.sleep(50);
    assertThat(steps).hasValue(held);
    assertThat(job.state()).isEqualTo(Job.State.RUNNING);
    job.cancel();
    assertThatThrownBy(job::join).isInstanceOf(Cancelled.class);
    assertThat(job.state()).isEqualTo(Job.State.CANCELLED);
    assertThat(pause.isPaused()).isTrue();
  }

  @Test
  void severalThreadsOfOneWorkWait() throws Exception {
    pause.pause();
    Thread[] threads = new Thread[3];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          Thread.ofPlatform()
              .daemon()
              .start(() -> pause.run(inner -> count(1_000_000, inner), Monitor.NONE));
    }
    Thread.sleep(30);
    assertThat(steps).hasValue(0);
    pause.resume();
    for (Thread thread : threads) {
      assertThat(thread.join(Duration.ofSeconds(15))).isTrue();
    }
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    pause.pause();
    Throwable[] thrown = new Throwable[1];
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  try {
                    pause.run(inner -> count(5, inner), Monitor.NONE);
                  } catch (Cancelled cancelled) {
                    thrown[0] = cancelled;
                  }
                });
    thread.interrupt();
    assertThat(thread.join(Duration.ofSeconds(5))).isTrue();
    assertThat(thrown[0]).isInstanceOf(Cancelled.class);
  }

  @Test
  void timeLeftDoesNotCountThePause() throws Exception {
    CountDownLatch half = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Job<Boolean> job =
        new Job<>(
            "Half",
            monitor ->
                pause.run(
                    inner -> {
                      inner.report(1, 2, "");
                      half.countDown();
                      return await(end);
                    },
                    monitor));
    Thread.ofPlatform().daemon().start(job);
    assertThat(half.await(5, TimeUnit.SECONDS)).isTrue();
    long worked = job.nanosLeft();
    pause.pause();
    Thread.sleep(400);
    pause.resume();
    assertThat(pause.nanos()).isGreaterThanOrEqualTo(400_000_000L);
    assertThat(job.nanos()).isGreaterThanOrEqualTo(400_000_000L);
    assertThat(job.nanosLeft()).isLessThan(worked + 300_000_000L);
    end.countDown();
    assertThat(job.join()).isTrue();
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
