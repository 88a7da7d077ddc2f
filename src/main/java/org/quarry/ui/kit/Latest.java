package org.quarry.ui.kit;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quarry.work.Job;
import org.quarry.work.Problem;
import org.quarry.work.Work;

/**
 * Runs work of which only the latest counts: starting anew cancels what is under way and drops its
 * answer, however late it comes. For the UI thread.
 */
public final class Latest {
  private final Background background;
  private @Nullable Job<?> current;
  private long sequence;

  /** Makes one over {@code background}. */
  public Latest(Background background) {
    this.background = background;
  }

  /** Cancels what is under way and starts this; see {@link Background#start}. */
  public <T> void start(
      String title, Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
    cancel();
    long mine = sequence;
    Job<T> job =
        background.start(
            title,
            work,
            result -> {
              if (mine == sequence) {
                done.accept(result);
              }
            },
            problem -> {
              if (mine == sequence) {
                failed.accept(problem);
              }
            });
    current = job;
  }

  /** Cancels what is under way and drops its answer. */
  public void cancel() {
    sequence++;
    if (current != null) {
      current.cancel();
      current = null;
    }
  }
}
