package org.quarry.ui.model;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.data.Rows;
import org.quarry.learning.report.Metric;
import org.quarry.learning.training.Training;
import org.quarry.learning.training.TrainingResult;
import org.quarry.learning.training.TrainingRows;
import org.quarry.learning.training.TrainingSettings;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.Texts;
import org.quarry.work.Job;
import org.quarry.work.Pause;
import org.quarry.work.Problem;

/**
 * One training at a time: its scores as they come, then its result. What a stopped or replaced
 * training still says is dropped. For the UI thread.
 */
public final class TrainingRun {
  private final Background background;
  private final OpenDatabase open;
  private final Training training;
  private final Consumer<Problem> failed;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper done = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
  private final ObservableList<ScoreRow> scores = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable TrainingResult> result =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<HeatPlan> plan =
      new ReadOnlyObjectWrapper<>(new HeatPlan(List.of()));
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
  private final RunHistory history;
  private Pause pause = new Pause();
  private ScoreText text = new ScoreText(Metric.ACCURACY);
  private boolean updating;
  private @Nullable PastRun current;
  private final ReadOnlyStringWrapper stopped = new ReadOnlyStringWrapper("");
  private @Nullable Job<?> job;
  private long sequence;
  private long began;

  TrainingRun(
      Background background, OpenDatabase open, Training training, Consumer<Problem> failed) {
    this.background = background;
    this.open = open;
    this.training = training;
    history =
        new RunHistory(
            background, open.database().file(), training.runs(open.database().file()), failed);
    this.failed = failed;
  }

  /** Whether one is under way. */
  public ReadOnlyBooleanProperty running() {
    return running.getReadOnlyProperty();
  }

  /** How many fits are done. */
  public ReadOnlyIntegerProperty done() {
    return done.getReadOnlyProperty();
  }

  /** How many fits there are. */
  public ReadOnlyIntegerProperty total() {
    return total.getReadOnlyProperty();
  }

  /** The scores in the order of the grid; empty before the first training. */
  public ObservableList<ScoreRow> scores() {
    return scores;
  }

  /** Where its candidates stand on a heat map. */
  ReadOnlyObjectProperty<HeatPlan> plan() {
    return plan.getReadOnlyProperty();
  }

  /** Changes when scores have changed, all of them together. */
  ReadOnlyIntegerProperty revision() {
    return revision.getReadOnlyProperty();
  }

  /** Whether scores are being changed; what is selected then follows no wish of a person. */
  boolean isUpdating() {
    return updating;
  }

  /** How the scores of this training read, or of the next. */
  ScoreText text() {
    return text;
  }

  /** Every training so far. */
  public RunHistory history() {
    return history;
  }

  /** Whether the training under way is halted. */
  public ReadOnlyBooleanProperty paused() {
    return paused.getReadOnlyProperty();
  }

  /** Halts the training under way, or lets it go on. */
  void togglePause() {
    if (running.get()) {
      paused.set(!paused.get());
      if (paused.get()) {
        pause.pause();
      } else {
        pause.resume();
      }
    }
  }

  /** What the last training found, or null when it found nothing yet. */
  public ReadOnlyObjectProperty<@Nullable TrainingResult> result() {
    return result.getReadOnlyProperty();
  }

  /** That the last training was stopped, and where, a sentence; or empty. */
  public ReadOnlyStringProperty stopped() {
    return stopped.getReadOnlyProperty();
  }

  /**
   * Nanoseconds the search will still take at its pace, pauses not counted, or a negative number
   * when unknown.
   */
  public long nanosLeft() {
    if (done.get() == 0 || total.get() == 0) {
      return -1;
    }
    double pace = (double) (System.nanoTime() - began - pause.nanos()) / done.get();
    return (long) (pace * (total.get() - done.get()));
  }

  /**
   * Starts a training in place of the last one.
   *
   * @param finished is told when it has a result
   */
  void start(TrainingRows rows, TrainingSettings settings, Runnable finished) {
    drop();
    long mine = sequence;
    began = System.nanoTime();
    Pause halt = new Pause();
    pause = halt;
    String source = rows.source().name();
    current = history.begin(rows, settings);
    text = new ScoreText(settings.validation().metric());
    plan.set(new HeatPlan(settings.candidates()));
    AtomicBoolean asked = new AtomicBoolean();
    ScoreBoard[] board = new ScoreBoard[1];
    Runnable show =
        () -> {
          asked.set(false);
          if (mine == sequence) {
            show(board[0]);
          }
        };
    board[0] =
        new ScoreBoard(
            settings.candidates(),
            settings.validation().tests(),
            () -> {
              if (asked.compareAndSet(false, true)) {
                background.later(show);
              }
            });
    total.set(settings.candidates().size() * settings.validation().tests());
    scores.setAll(board[0].rows());
    revision.set(revision.get() + 1);
    running.set(true);
    Job<TrainingResult> started =
        background.start(
            "Training on " + source,
            monitor -> {
              Rows read = rows.read(open.database(), settings, monitor);
              // Reading is not halted, for it holds a reader of the file.
              return halt.run(inner -> training.run(read, settings, board[0], inner), monitor);
            },
            found -> {
              if (mine == sequence) {
                finish(rows, found);
                finished.run();
              }
            },
            problem -> {
              if (mine == sequence) {
                end("Failed: " + problem.what());
                drop();
                failed.accept(problem);
              }
            },
            () -> {
              if (mine == sequence) {
                stop();
              }
            });
    job = running.get() && mine == sequence ? started : null;
  }

  private void show(ScoreBoard board) {
    int fits = board.done();
    replace(board.rows());
    total.set(board.total());
    done.set(fits);
  }

  private void finish(TrainingRows rows, TrainingResult found) {
    running.set(false);
    job = null;
    replace(found.candidates().stream().map(ScoreRow::of).toList());
    done.set(total.get());
    paused.set(false);
    if (current != null) {
      history.finish(current, rows, found);
      current = null;
    }
    result.set(found);
  }

  private void end(String outcome) {
    if (current != null) {
      history.end(current, outcome);
      current = null;
    }
  }

  /** Row by row, so that the table keeps its place and its selection. */
  private void replace(List<ScoreRow> rows) {
    updating = true;
    int known = scores.size();
    if (rows.size() > known) {
      scores.addAll(rows.subList(known, rows.size()));
      plan.set(new HeatPlan(rows.stream().map(ScoreRow::candidate).toList()));
    }
    for (int i = 0; i < known; i++) {
      if (!rows.get(i).equals(scores.get(i))) {
        scores.set(i, rows.get(i));
      }
    }
    updating = false;
    revision.set(revision.get() + 1);
  }

  /** Stops the training under way, and says so; nothing is kept of it. */
  void stop() {
    String where =
        "Stopped after %s of %s. Nothing was kept."
            .formatted(Texts.number(done.get()), Texts.count(total.get(), "fit"));
    end("Stopped after %s of %s".formatted(Texts.number(done.get()), Texts.number(total.get())));
    drop();
    stopped.set(where);
  }

  /** Stops the training under way and forgets everything of the last one. */
  void drop() {
    sequence++;
    if (job != null) {
      job.cancel();
      job = null;
    }
    running.set(false);
    paused.set(false);
    end("Stopped");
    stopped.set("");
    done.set(0);
    total.set(0);
    updating = true;
    scores.clear();
    updating = false;
    plan.set(new HeatPlan(List.of()));
    revision.set(revision.get() + 1);
    result.set(null);
  }
}
