package org.quarry.ui.model.report;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.quarry.ui.kit.Background;
import org.quarry.work.Job;
import org.quarry.work.Problem;
import org.quarry.work.Work;

/**
 * A part of a report that is computed on demand: nothing, being computed, or known. What a stopped
 * or replaced work still yields is dropped. For the UI thread.
 *
 * @param <T> what it is
 */
public final class ReportPart<T> {
  private final Background background;
  private final Consumer<Problem> failed;
  private final ReadOnlyObjectWrapper<@Nullable T> value = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private @Nullable Job<?> job;
  private long sequence;

  ReportPart(Background background, Consumer<Problem> failed) {
    this.background = background;
    this.failed = failed;
  }

  /** What is known, or null. */
  public ReadOnlyObjectProperty<@Nullable T> value() {
    return value.getReadOnlyProperty();
  }

  /** Whether it is being computed. */
  public ReadOnlyBooleanProperty running() {
    return running.getReadOnlyProperty();
  }

  /** Computes it unless it is known or being computed. */
  void want(String title, Work<T> work) {
    if (value.get() == null && !running.get()) {
      start(title, work);
    }
  }

  /** Computes it anew; what was known stays until then. */
  void start(String title, Work<T> work) {
    stop();
    long mine = sequence;
    running.set(true);
    Job<T> started =
        background.start(
            title,
            work,
            found -> {
              if (mine == sequence) {
                end();
                value.set(found);
              }
            },
            problem -> {
              if (mine == sequence) {
                end();
                failed.accept(problem);
              }
            },
            () -> {
              if (mine == sequence) {
                end();
              }
            });
    job = running.get() && mine == sequence ? started : null;
  }

  private void end() {
    running.set(false);
    job = null;
  }

  /** Stops computing it; what was known stays. */
  public void stop() {
    sequence++;
    if (job != null) {
      job.cancel();
    }
    end();
  }

  /** Stops and forgets. */
  void drop() {
    stop();
    value.set(null);
  }
}
