package org.quarry.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WorkersTest {
  @Test
  void eachTaskIsDoneOnce() {
    AtomicIntegerArray done = new AtomicIntegerArray(1000);
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      new Workers(threads, 4).forEach(1000, done::incrementAndGet);
    }
    for (int i = 0; i < 1000; i++) {
      assertThat(done.get(i)).isEqualTo(1);
    }
  }

  @Test
  void twoTasksRunAtOnce() {
    CountDownLatch both = new CountDownLatch(2);
    try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
      new Workers(threads, 2)
          .forEach(
              2,
              task -> {
                both.countDown();
                try {
                  both.await();
                } catch (InterruptedException interrupted) {
                  throw new IllegalStateException(interrupted);
                }
              });
    }
    assertThat(both.getCount()).isZero();
  }

  @Test
  void anExecutorThatNeverRunsAnythingDoesNotBlock() {
    AtomicInteger done = new AtomicInteger();
    new Workers(task -> {}, 4).forEach(10, task -> done.incrementAndGet());
    assertThat(done).hasValue(10);
  }

  @Test
  void aFailureStopsTheRestAndIsThrownAsItWas() {
    AtomicInteger done = new AtomicInteger();
    IllegalStateException failure = new IllegalStateException("task 3");
    assertThatThrownBy(
            () ->
                Workers.onCallingThread()
                    .forEach(
                        100,
                        task -> {
                          if (task == 3) {
                            throw failure;
                          }
                          done.incrementAndGet();
                        }))
        .isSameAs(failure);
    assertThat(done).hasValue(3);
  }
}
