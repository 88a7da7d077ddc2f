package org.quarry.ui.kit;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.quarry.work.Cancelled;
import org.quarry.work.Job;
import org.quarry.work.Jobs;
import org.quarry.work.Problem;
import org.quarry.work.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work off the UI thread and brings what comes of it back. All methods are for the UI thread;
 * callbacks arrive there.
 */
public final class Background {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final Jobs jobs;
  private final Executor ui;
  private final Turns turns = new Turns();
  private final boolean atOnce;
  private final ObservableList<Job<?>> running = FXCollections.observableArrayList();
  private final ObservableList<Job<?>> view = FXCollections.unmodifiableObservableList(running);

  private Background(Jobs jobs, Executor ui, boolean atOnce) {
    this.jobs = jobs;
    this.ui = ui;
    this.atOnce = atOnce;
  }

  /** One that starts jobs as {@code jobs} does and returns on the JavaFX thread. */
  public static Background of(Jobs jobs) {
    return new Background(jobs, Platform::runLater, false);
  }

  /** The twin for tests: everything has happened when {@code start} returns. */
  public static Background onCallingThread() {
    return new Background(Jobs.onCallingThread(), Runnable::run, true);
  }

  /** The jobs under way, oldest first; unmodifiable and observable. */
  public ObservableList<Job<?>> running() {
    return view;
  }

  /** Runs an action on the UI thread soon. The one method that any thread may call. */
  public void later(Runnable action) {
    ui.execute(action);
  }

  /**
   * Runs an action after the next frame was drawn; several one after the other, each after a frame
   * that shows what came of the one before. So a large screen holds the thread for short times.
   */
  public void inTurn(Runnable action) {
    if (atOnce) {
      action.run();
    } else {
      turns.add(action);
    }
  }

  /** Whether no job is under way and no action waits for its turn. */
  public boolean isIdle() {
    return running.isEmpty() && turns.isEmpty();
  }

  /**
   * Starts a job.
   *
   * @param <T> what it yields
   * @param title what it does, as the status bar shows it
   * @param work the work
   * @param done told the result
   * @param failed told the problem; a failure that nobody foresaw arrives as {@link Unexpected}. A
   *     cancelled job tells neither
   * @return the job
   */
  public <T> Job<T> start(
      String title, Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
    return start(title, work, done, failed, () -> {});
  }

  /** As above, and told when the job stopped because it was cancelled. */
  public <T> Job<T> start(
      String title,
      Work<T> work,
      Consumer<? super T> done,
      Consumer<? super Problem> failed,
      Runnable cancelled) {
    Job<T> job = jobs.start(title, work);
    running.add(job);
    var _ =
        job.end()
            .whenComplete(
                (result, failure) ->
                    later(
                        () -> {
                          running.remove(job);
                          if (failure == null) {
                            done.accept(result);
                          } else if (Job.unwrap(failure) instanceof Cancelled) {
                            cancelled.run();
                          } else {
                            failed.accept(problem(title, failure));
                          }
                        }));
    return job;
  }

  private static Problem problem(String title, Throwable failure) {
    if (Job.unwrap(failure) instanceof Problem known) {
      LOG.info("{}: {}", title, known.getMessage(), known.getCause());
      return known;
    }
    LOG.error("{} failed", title, failure);
    return new Unexpected(title, failure);
  }
}
